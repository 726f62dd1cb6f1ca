/** Whether one more is in time: so many a second in the long run, and so many at once. `now` runs evenly, in ms. */
export function createPace(perS: number, burst: number, now: () => number): () => boolean {
  let left = burst;
  let atMs = now();
  return () => {
    const nowMs = now();
    left = Math.min(burst, left + ((nowMs - atMs) / 1000) * perS);
    atMs = nowMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
