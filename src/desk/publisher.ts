import { randomUUID } from 'node:crypto';
import { delayOf } from '../show/delay.ts';
import type { Crew } from '../wire/crew/half.ts';
import { type Frame, frameOf } from '../wire/frame.ts';
import type { OwnThemes, PastWord } from '../wire/public/half.ts';
import { type CrewView, createCrewHalf } from './halves/crew-half.ts';
import { createKeptPast } from './halves/kept-past.ts';
import { createLogHalf } from './halves/log-half.ts';
import { createPublicHalf, type PublicView } from './halves/public-half.ts';
import type { DeskLog } from './log/log.ts';

/** `log` is for control pages: what the crew has besides. */
export type HalfName = 'public' | 'crew' | 'log';
type Listener = (half: HalfName, frame: Frame) => void;

/** A program page, by the name of its output, and how late it says it is. */
export interface Output {
  readonly name: string;
  readonly lateS: number;
}

/** Gives out both halves of the wire: what is new to all who listen, and all of it to who comes in. */
export interface Publisher {
  onFrame(listener: Listener): void;
  /** What a page needs to begin with, before the next frame of that half. */
  greeting(half: HalfName): readonly Frame[];
  /** What an output needs of the public half. One that is late begins with the past. */
  greetingOf(output: Output): readonly Frame[];
  publish(view: PublicView): void;
  /** Which themes there are besides those of the pages. */
  tellThemes(themes: OwnThemes): void;
  /** What is new and due for the crew; call often. */
  tellCrew(view: CrewView): void;
  /** What was done and is new; call often. */
  tellLog(): void;
}

/** `now` is any clock that runs evenly, in milliseconds. */
export function createPublisher(
  first: Omit<PublicView, 'race'>,
  crew: Crew,
  log: DeskLog,
  now: () => number,
): Publisher {
  const listeners: Listener[] = [];
  const halves = {
    public: createPublicHalf(first, now),
    crew: createCrewHalf(crew, now),
    log: createLogHalf(log, now),
  };
  let themes = frameOf('themes', { default: null, versions: {} } satisfies OwnThemes);
  const kept = createKeptPast(halves.public.greeting(), now);
  const desk = randomUUID();
  let { delays } = first.show;
  const send = (half: HalfName, frame: Frame | null) => {
    if (frame) for (const listener of listeners) listener(half, frame);
  };
  return {
    onFrame: (listener) => listeners.push(listener),
    greeting: (half) => [...(half === 'public' ? [themes] : []), ...halves[half].greeting()],
    greetingOf({ name, lateS }) {
      const mostS = Math.max(lateS, delayOf(delays, name) ?? 0);
      const past = frameOf('past', { desk, sentMs: now(), seq: halves.public.seq() } satisfies PastWord);
      return [themes, past, ...(mostS > 0 ? kept.since(mostS * 1000) : halves.public.greeting())];
    },
    tellThemes(told) {
      themes = frameOf('themes', told);
      send('public', themes);
    },
    publish(view) {
      ({ delays } = view.show);
      const delta = halves.public.delta(view);
      if (!delta) return;
      kept.note(delta, halves.public.greeting);
      send('public', delta);
    },
    tellCrew: (view) => send('crew', halves.crew.delta(view)),
    tellLog: () => send('log', halves.log.delta()),
  };
}
