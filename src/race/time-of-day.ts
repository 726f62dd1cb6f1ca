const DAY_S = 86_400;

/** "14:03:27" on a clock that is so many minutes ahead of UTC, whatever the moment is; dashes for one that is none. */
export function timeOfDay(atMs: number, utcOffsetMin = 0): string {
  if (!Number.isFinite(atMs)) return '--:--:--';
  const seconds = (((Math.floor(atMs / 1000) + utcOffsetMin * 60) % DAY_S) + DAY_S) % DAY_S;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
