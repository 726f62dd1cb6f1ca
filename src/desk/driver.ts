import type { Answer, Transport } from '../wire/protocol.ts';
import type { RaceClock } from '../wire/public/half.ts';
import type { FromFeed, Live, Playable, Timed } from './feeds/feed.ts';
import type { Taken } from './intake.ts';
import { createPlayer } from './player.ts';
import type { Left } from './tape/resume.ts';
import { createLiveClock } from './time/live-clock.ts';

/** What moves the race: a player that can be steered, or a feed that comes as it happens. */
export interface Driver {
  clock(): RaceClock;
  /** Takes in what is due; true when more is due at once. */
  advance(): boolean;
  /** The past is being folded: nothing is to be shown yet. */
  readonly folding: boolean;
  transport(transport: Transport): Answer;
  /** What an operator says about the race now. */
  say(input: FromFeed): void;
  stop(): void;
}

export interface Hands {
  readonly now: () => number;
  take(input: Timed): Taken;
  /** Notes what an operator says while the past is folded: it is taken in at its turn. */
  keep(input: Timed): void;
  restart(): void;
  trouble(text: string, of?: string): void;
  /** For the log: what somebody did at a door of a feed. */
  deed(what: string, author: string): void;
  /** Shows a moment as a few inputs tell it, until the whole past is folded. */
  sketch(inputs: readonly Timed[], atMs: number): void;
}

const done: Answer = { ok: true };

/** How long the past may be folded before others get their turn. */
const SLICE_MS = 20;

export interface StartPoint {
  readonly fromMs: number;
  readonly rate: number;
}

/** After a kill it goes on at the moment where the tape stopped. */
export function drivePlayable(playable: Playable, start: StartPoint, left: Left | null, hands: Hands): Driver {
  const player = createPlayer({
    playable,
    fromMs: left ? left.clock.atMs : start.fromMs,
    rate: left?.rate ?? start.rate,
    paused: left?.clock.rate === 0,
    said: left?.said ?? [],
    now: hands.now,
    take: hands.take,
    keep: hands.keep,
    restart: hands.restart,
    sketch: hands.sketch,
  });
  return {
    clock: player.clock,
    advance: player.advance,
    get folding() {
      return player.folding;
    },
    transport(transport) {
      if (transport.do === 'speed') player.speed(transport.rate);
      else if (transport.do === 'seek') player.seek(transport.atMs, transport.rough);
      else player[transport.do]();
      return done;
    },
    say: (input) => player.say({ ...input, atMs: player.clock().atMs }),
    stop: () => {},
  };
}

/** After a kill the race is folded from the tape, then the feed goes on. */
export function driveLive(live: Live, left: Left | null, hands: Hands): Driver {
  const leftMs = left && left.clock.atMs + (Date.now() - left.clockAt);
  const clock = createLiveClock(hands.now, leftMs ?? (live.tellsNoTime ? Date.now() : null));
  const past = [...(left?.inputs ?? [])].reverse();
  const take = (input: FromFeed) => {
    const { events, movedMs, heardMs } = hands.take({ ...input, atMs: clock.atMs() ?? 0 });
    clock.move(movedMs);
    if (heardMs !== null) clock.heard(heardMs);
    return events;
  };
  let stop = () => {};
  const begin = () => {
    stop = live.listen(take, hands.trouble, hands.deed);
  };
  if (past.length === 0) begin();
  return {
    clock: () => ({ atMs: clock.atMs() ?? 0, rate: clock.atMs() === null ? 0 : 1 }),
    advance() {
      if (past.length === 0) return false;
      const untilMs = hands.now() + SLICE_MS;
      while (past.length > 0 && hands.now() < untilMs) hands.take(past.pop()!);
      if (past.length === 0) begin();
      return past.length > 0;
    },
    get folding() {
      return past.length > 0;
    },
    transport: () => ({ ok: false, error: 'A live feed cannot be paused, sought or sped up; play its tape for that.' }),
    say(input) {
      const said = { ...input, atMs: clock.atMs() ?? 0 };
      if (past.length === 0) return void hands.take(said);
      hands.keep(said);
      past.unshift(said);
    },
    stop: () => stop(),
  };
}
