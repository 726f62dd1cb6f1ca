import { headingFor, type Lateness, lateAt, lateBy, paceAt, settlesMs, shownMs } from './lateness.ts';

/** One message that is held. */
export interface LateMessage {
  /** Its number, as the desk counts: that of the delta or of the newest one in a snapshot. */
  readonly seq: number;
  /** When a page that is not late shows it, on the clock of the page; what is known of the desk's clock may grow. */
  readonly freshMs: () => number;
}

/**
 * What a page has heard and does not show yet: each message is let go once, in the order in which it came, when the page
 * is so late. Asking changes nothing but what is let go.
 */
export interface MessageHold<T extends LateMessage> {
  /** Something came in, in its order. */
  arrive(messages: readonly T[]): void;
  /** What is due now, oldest first: it is let go. */
  due(nowMs: number): readonly T[];
  /** All up to the last of which this is true, whenever it would be due; nothing, where there is none. */
  upTo(isTrue: (message: T) => boolean): readonly T[];
  /** Of these nothing is held. */
  forget(isGone: (message: T) => boolean): void;
  /** When the next message is due; Infinity where none is held. */
  nextMs(): number;
  /** From now on so late, at once: only while nothing was shown. */
  begin(seconds: number): void;
  /** On the way to another delay, from how late it is now. */
  head(seconds: number, nowMs: number): void;
  lateness(): Lateness;
  /** Seconds. */
  lateS(nowMs: number): number;
  /** Seconds of what is shown for each second of the page. */
  pace(nowMs: number): number;
  /** When its delay will be what it is to be. */
  settlesMs(): number;
}

export function createHold<T extends LateMessage>(): MessageHold<T> {
  let held: T[] = [];
  let late: Lateness = lateBy(0);

  const first = (count: number): readonly T[] => held.splice(0, count);
  return {
    arrive(messages) {
      held.push(...messages);
    },
    due(nowMs) {
      const count = held.findIndex((message) => shownMs(late, message.freshMs()) > nowMs);
      return first(count < 0 ? held.length : count);
    },
    upTo: (isTrue) => first(held.findLastIndex(isTrue) + 1),
    forget(isGone) {
      held = held.filter((message) => !isGone(message));
    },
    nextMs: () => (held[0] ? shownMs(late, held[0].freshMs()) : Infinity),
    begin(seconds) {
      late = lateBy(seconds);
    },
    head(seconds, nowMs) {
      late = headingFor(late, seconds, nowMs);
    },
    lateness: () => late,
    lateS: (nowMs) => lateAt(late, nowMs),
    pace: (nowMs) => paceAt(late, nowMs),
    settlesMs: () => settlesMs(late),
  };
}
