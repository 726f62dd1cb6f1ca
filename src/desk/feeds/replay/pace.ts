/** Frames overtake each other by so much. */
const JITTER_MS = 10_000;
/** Neighbours in time: feeds pause for half a minute. */
const NEAR_MS = 60_000;
/** A frame alone in a hole is believed if the hole is no longer. */
const ALONE_MS = 600_000;
/** How many neighbours on each side are asked, and how many of them must be near. */
const ASKED = 3;
const AGREEING = 2;

/**
 * When to play each frame of a recording, from the times that the frames give of themselves, in the order in which they
 * came (milliseconds; not a number where a frame gives none). Never backwards. A time that its neighbours contradict
 * counts for nothing. Where the clock of the source was set back for good, what lies before is played so much earlier.
 */
export function pacedBy(times: readonly number[]): number[] {
  const believed = times.map((time, i) => (isBelieved(times, i) ? time : Number.NaN));
  let newestMs = believed.find((time) => !Number.isNaN(time)) ?? times.find(Number.isFinite) ?? 0;
  let paced: number[] = [];
  for (const time of believed) {
    if (time < newestMs - JITTER_MS) {
      const backMs = newestMs - time;
      paced = paced.map((one) => one - backMs);
      newestMs = time;
    } else if (time > newestMs) newestMs = time;
    paced.push(newestMs);
  }
  return paced;
}

/** Some of those around it are of about the same time, or it lies between the last one and the next. */
function isBelieved(times: readonly number[], i: number): boolean {
  const time = times[i] ?? Number.NaN;
  if (!Number.isFinite(time)) return false;
  const [before, after] = [neighbours(times, i, -1), neighbours(times, i, 1)];
  const around = [...before, ...after];
  if (around.filter((other) => Math.abs(other - time) <= NEAR_MS).length >= Math.min(AGREEING, around.length))
    return true;
  const [last = time, next = time] = [before[0], after[0]];
  return last <= time && time <= next && next - last <= ALONE_MS;
}

/** The nearest ones on one side that give a time. */
function neighbours(times: readonly number[], from: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let i = from + step; i >= 0 && i < times.length && found.length < ASKED; i += step) {
    const time = times[i] ?? Number.NaN;
    if (Number.isFinite(time)) found.push(time);
  }
  return found;
}
