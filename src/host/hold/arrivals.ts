import { parseArrival, parseClock, parsePast, parseSnapshot } from '../../wire/parse.ts';
import type { Air, Snapshot, StampedClock } from '../../wire/public/half.ts';
import { createDeskClock, type DeskClock } from './desk-clock.ts';
import type { LateMessage } from './hold.ts';

/** A message of the public half as it came in. Of a delta the race is unread: 2 kB, and not the race that it makes. */
export type PublicMessage = LateMessage & {
  /** The desk that sent it, by its clock. */
  readonly desk: DeskClock;
  /** What it says is on air, where it says so. */
  readonly air: Air | null;
} & (
    | { readonly kind: 'clock'; readonly clock: StampedClock }
    | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
    | { readonly kind: 'delta'; readonly input: unknown }
  );

/** `news` follow what came before. `again` is all of it since some moment, `anew` is all that another desk has. */
export type Coming = 'news' | 'again' | 'anew';

interface Told {
  heard(messages: readonly PublicMessage[], how: Coming): void;
  /** A number is missing, or a message cannot be read: what comes now is nothing until there is a greeting. */
  hole(): void;
  refused(why: string, input: unknown): void;
  /** A greeting has begun, or is here. */
  greeted(): void;
}

/** The public half as it comes in: put in order and found complete at once, however late it is shown. */
export interface PublicArrivals {
  past(input: unknown): void;
  clock(input: unknown): void;
  snapshot(input: unknown): void;
  delta(input: unknown): void;
  /** Nothing follows what came before: a greeting is awaited. */
  forget(): void;
}

/** A desk whose clock has stood still meanwhile, as in a machine that slept, is known anew. */
const SAME_CLOCK_MS = 2000;

/** `now` is the clock of the page, in milliseconds. */
export function createArrivals(told: Told, now: () => number): PublicArrivals {
  let name: string | null = null;
  let desk = createDeskClock();
  let seq: number | null = null;
  /** A past that is coming in: up to this number it is one picture. */
  let past: { readonly seq: number; readonly how: Coming; readonly messages: PublicMessage[] } | null = null;

  const add = (message: PublicMessage, how: Coming = 'news') => {
    if (!past) return told.heard([message], how);
    past.messages.push(message);
    if (message.kind === 'clock' || message.seq < past.seq) return;
    const whole = past;
    past = null;
    told.heard(whole.messages, whole.how);
  };
  const heldOf = (sentMs: number, its: number): Pick<PublicMessage, 'seq' | 'desk' | 'freshMs'> => {
    const from = desk;
    return { seq: its, desk: from, freshMs: () => from.pageMs(sentMs) };
  };
  const forget = () => {
    seq = null;
    past = null;
  };

  return {
    forget,
    past(input) {
      const word = parsePast(input);
      if (!word.ok) return told.hole();
      const { sentMs } = word.value;
      const isSame = word.value.desk === name && now() - desk.pageMs(sentMs) < SAME_CLOCK_MS;
      if (!isSame) desk = createDeskClock();
      name = word.value.desk;
      desk.hear(sentMs, now());
      past = { seq: word.value.seq, how: isSame ? 'again' : 'anew', messages: [] };
      told.greeted();
    },
    clock(input) {
      const clock = parseClock(input);
      if (!clock.ok) return;
      // A desk that says nothing of its past comes with each socket, and its clock with its first word.
      if (!past && seq === null) desk = createDeskClock();
      desk.hear(clock.value.sentMs, now());
      add({ kind: 'clock', clock: clock.value, air: null, ...heldOf(clock.value.sentMs, seq ?? 0) });
    },
    snapshot(input) {
      const parsed = parseSnapshot(input);
      if (!parsed.ok) return told.refused(parsed.error, input);
      const snapshot = parsed.value;
      desk.hear(snapshot.sentMs, now());
      seq = snapshot.seq;
      told.greeted();
      add({ kind: 'snapshot', snapshot, air: snapshot.air, ...heldOf(snapshot.sentMs, seq) }, 'anew');
    },
    delta(input) {
      if (seq === null) return;
      const delta = parseArrival(input);
      // What is as old as what came, or older, is nothing new.
      if (delta.ok && delta.value.seq <= seq) return;
      if (!delta.ok || delta.value.seq !== seq + 1) {
        forget();
        return told.hole();
      }
      const { sentMs, air = null } = delta.value;
      seq = delta.value.seq;
      desk.hear(sentMs, now());
      add({ kind: 'delta', input, air, ...heldOf(sentMs, seq) });
    },
  };
}
