/**
 * The clock of one phone or tracker, judged by when its messages come. Nothing comes before it has happened: what is
 * least between a fix and its arrival, over some messages, is how far its clock is from the desk's. Clocks that are
 * right are believed, and what comes late after a silence keeps its true time. While nobody knows, fixes are kept back:
 * one that comes in time shows that the others were late, and three that are as far off as each other, over some
 * seconds, that the clock is wrong. Pure: it has no clock of its own.
 */
export interface DeviceClock<T> {
  /** `fixMs` by the device's clock, `arrivalMs` by the desk's. */
  hear(item: T, fixMs: number, arrivalMs: number): ClockRuling<T>;
}

export interface ClockRuling<T> {
  /** In the order in which they came, with their time by the desk's clock. */
  readonly passed: readonly { readonly item: T; readonly atMs: number }[];
  /** How many are left out: they would be later than now. */
  readonly refused: number;
  /** How far the device's clock is found to be behind, just now (negative: ahead; 0: right again); null where nothing is new. */
  readonly foundMs: number | null;
}

/** The desk's own clock may be behind the world's by so much. */
const NEAR_MS = 3000;
/** Networks take so long: a clock is not wrong for that. */
const DELAY_MS = 10_000;
/** Nobody sends, after so long, where he was. */
const NEVER_MS = 12 * 3_600_000;
/** Of a clock that was right: it is rather the network that is so late, and as late each time. */
const RATHER_LATE_MS = 600_000;
/** Of a clock that is wrong: the message that was quickest on its way tells by how much; it was hardly slower than this. */
const QUICKER_MS = 60_000;
/** So many agree, over so long, within so much. */
const AGREE = { count: 3, overMs: 10_000, withinMs: 3000 };
const MOST_RECENT = 64;
const MOST_HELD = 300;

interface Heard<T> {
  readonly item: T;
  readonly fixMs: number;
}

export function createDeviceClock<T>(): DeviceClock<T> {
  /** To be added to its times; null while nobody knows. */
  let addMs: number | null = null;
  let held: Heard<T>[] = [];
  /** Since it was last settled anew. */
  let recent: Off[] = [];
  let newestFixMs = Number.NaN;

  const settled = (heard: Heard<T>, toMs: number, arrivalMs: number): ClockRuling<T> => {
    const beforeMs = addMs ?? 0;
    addMs = toMs;
    const all = [...held, heard].map(({ item, fixMs }) => ({ item, atMs: fixMs + toMs }));
    held = [];
    const passed = all.filter(({ atMs }) => atMs <= arrivalMs + NEAR_MS && atMs >= arrivalMs - NEVER_MS);
    const isNew = Math.abs(toMs - beforeMs) > DELAY_MS || (beforeMs === 0) !== (toMs === 0);
    return { passed, refused: all.length - passed.length, foundMs: isNew ? toMs : null };
  };
  const keptBack = (heard: Heard<T>): ClockRuling<T> => {
    held.push(heard);
    if (held.length > MOST_HELD) held.shift();
    return { passed: [], refused: 0, foundMs: null };
  };
  const isRight = (offMs: number): boolean => offMs >= -NEAR_MS && offMs <= DELAY_MS;

  return {
    hear(item, fixMs, arrivalMs) {
      const heard = { item, fixMs };
      const offMs = arrivalMs - fixMs;
      // The same fix again, from one who stands, is no news of its clock.
      if (fixMs !== newestFixMs) recent = [...recent.slice(1 - MOST_RECENT), { arrivalMs, offMs }];
      newestFixMs = fixMs;
      const steadyMs = steadyOff(recent);
      const pass = (toMs: number) => settled(heard, toMs, arrivalMs);
      if (addMs === null) {
        if (isRight(offMs)) return pass(0);
        return steadyMs === null ? keptBack(heard) : pass(isRight(steadyMs) ? 0 : steadyMs);
      }
      if (steadyMs !== null && isOther(steadyMs, addMs)) return pass(isRight(steadyMs) ? 0 : steadyMs);
      if (offMs >= addMs - NEAR_MS) return offMs - addMs <= NEVER_MS ? pass(addMs) : keptBack(heard);
      return addMs !== 0 && offMs >= addMs - QUICKER_MS ? pass(offMs) : keptBack(heard);
    },
  };
}

/** Whether what is steady means another clock than the one that was found. */
const isOther = (steadyMs: number, addMs: number): boolean =>
  steadyMs < addMs - NEAR_MS || steadyMs > addMs + (addMs === 0 ? RATHER_LATE_MS : DELAY_MS);

interface Off {
  readonly arrivalMs: number;
  /** Between the fix, by its own clock, and its arrival. */
  readonly offMs: number;
}

/** How far off the last messages are, where they are as far off in their older half as in their newer; else null. */
function steadyOff(recent: readonly Off[]): number | null {
  const newest = recent.at(-1);
  if (!newest) return null;
  const from = recent.findLastIndex(
    ({ arrivalMs }, i) => recent.length - i >= AGREE.count && newest.arrivalMs - arrivalMs >= AGREE.overMs,
  );
  const oldest = recent[from];
  if (!oldest) return null;
  const middleMs = (oldest.arrivalMs + newest.arrivalMs) / 2;
  const least = (isOfHalf: (one: Off) => boolean) =>
    Math.min(
      ...recent
        .slice(from)
        .filter(isOfHalf)
        .map(({ offMs }) => offMs),
    );
  const older = least(({ arrivalMs }) => arrivalMs <= middleMs);
  const newer = least(({ arrivalMs }) => arrivalMs > middleMs);
  return Math.abs(older - newer) <= AGREE.withinMs ? Math.min(older, newer) : null;
}
