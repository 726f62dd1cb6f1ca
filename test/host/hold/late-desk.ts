import { vi } from 'vitest';
import { createPublisher, type Publisher } from '../../../src/desk/publisher.ts';
import { type Coming, createArrivals, type PublicMessage } from '../../../src/host/hold/arrivals.ts';
import { createLateRace, type LateOutput } from '../../../src/host/hold/late-race.ts';
import { followClock, noTime } from '../../../src/host/race-time.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { nowAt } from '../../../src/stage/inbox.ts';
import { type Frame, openFrame } from '../../../src/wire/frame.ts';
import type { Snapshot } from '../../../src/wire/public/half.ts';
import { START_MS } from '../../support/race.ts';
import { fullField } from '../../wire/race.arbitrary.ts';

/** Each half second the desk tells of the race, on the steady clock of the fake timers. */
export const BEAT_MS = 500;

/** What a page shows in one frame. */
export interface ShownFrame {
  readonly atMs: number;
  readonly seq: number;
  /** The clock of the race. */
  readonly raceMs: number;
  readonly air: Snapshot['air'];
}

/** A page as far as its pixels: what it would show, frame by frame. */
export interface LatePage {
  readonly frames: readonly ShownFrame[];
  /** How often it has asked for a greeting, and when it did last. */
  readonly holes: readonly number[];
  /** Its socket closed: what is under way is lost, and it is greeted anew by the desk that is there. */
  rejoin(): void;
  /** The next delta does not come. */
  drop(): void;
  letGo(): void;
  lateS(): number;
  close(): void;
}

export interface LateDesk {
  tell(change: Partial<Show>): void;
  join(output: LateOutput, transitMs?: () => number): LatePage;
  /** It was killed, and is there again. */
  restart(): void;
  end(): void;
}

const now = () => performance.now();

/** A desk that publishes, and pages that hear it over a network of their own; all of it on fake timers. */
export function lateDesk(): LateDesk {
  let show: Show = emptyShow;
  let publisher: Publisher;
  const pages = new Set<(frame: Frame) => void>();
  const beganMs = now();
  const clock = () => ({ atMs: START_MS + now() - beganMs, rate: 1 });
  const crew = { preview: {} } as Parameters<typeof createPublisher>[1];
  const log = { since: () => [], newest: () => 0 } as unknown as Parameters<typeof createPublisher>[2];
  const begin = () => {
    publisher = createPublisher({ show, clock: clock() }, crew, log, now);
    publisher.onFrame((half, frame) => {
      if (half === 'public') for (const hear of pages) hear(frame);
    });
  };
  const publish = () => publisher.publish({ race: fullField(clock().atMs), show, clock: clock() });
  begin();
  publish();
  const beats = setInterval(publish, BEAT_MS);

  function join(output: LateOutput, transitMs: () => number = () => 2): LatePage {
    const frames: ShownFrame[] = [];
    const holes: number[] = [];
    let [snapshot, time]: [Snapshot | null, typeof noTime] = [null, noTime];
    let isDropped = false;
    let socket = 0;
    let free = 0;
    const race = createLateRace(
      output,
      {
        clock(its, fromMs) {
          time = followClock(time, its, fromMs, now());
        },
        shown(its) {
          snapshot = its;
        },
        hole: () => hole(),
        late: () => {},
      },
      now,
    );
    const heard = (messages: readonly PublicMessage[], how: Coming) => race.heard(messages, how);
    const refused = (why: string) => {
      throw new Error(why);
    };
    const arrivals = createArrivals({ heard, hole: () => hole(), refused, greeted: () => {} }, now);
    const hole = () => {
      arrivals.forget();
      holes.push(now());
      greet();
    };
    /** In its order, as on a socket. */
    const send = (frame: Frame) => {
      const its = socket;
      free = Math.max(free, now() + transitMs());
      setTimeout(() => {
        if (its !== socket) return;
        const { event, message } = openFrame(frame.bytes);
        if (event === 'past' || event === 'clock' || event === 'snapshot' || event === 'delta')
          arrivals[event](message);
      }, free - now());
    };
    const greet = () => {
      const name = output?.name ?? 'none';
      for (const frame of publisher.greetingOf({ name, lateS: race.lateS() })) send(frame);
    };
    const hear = (frame: Frame) => {
      if (isDropped && frame.event === 'delta') isDropped = false;
      else send(frame);
    };
    greet();
    pages.add(hear);
    const screen = setInterval(() => {
      if (snapshot) frames.push({ atMs: now(), seq: snapshot.seq, raceMs: nowAt(time, now()), air: snapshot.air });
    }, 1000 / 60);
    return {
      frames,
      holes,
      rejoin() {
        socket += 1;
        arrivals.forget();
        greet();
      },
      drop() {
        isDropped = true;
      },
      letGo: race.letGo,
      lateS: race.lateS,
      close() {
        clearInterval(screen);
        pages.delete(hear);
        race.close();
      },
    };
  }
  return {
    tell(change) {
      show = { ...show, ...change };
      publish();
    },
    join,
    restart() {
      begin();
      publish();
    },
    end() {
      clearInterval(beats);
      vi.clearAllTimers();
    },
  };
}

/** What was on the screen at a moment: the newest frame that is not after it. */
export function frameAt({ frames }: LatePage, atMs: number): ShownFrame {
  const frame = frames.findLast((its) => its.atMs <= atMs);
  if (!frame) throw new Error(`nothing was shown at ${atMs}`);
  return frame;
}
