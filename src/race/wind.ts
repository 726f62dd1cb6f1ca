import type { Sample } from './event.ts';

/** The wind and the air as trackers measure them now: the middle of all who say. */
export interface Wind {
  readonly atMs: number;
  readonly kph: number;
  /** Relative to the way they ride, 0 to 360, counted as the source counts; null where nobody says. */
  readonly relativeDeg: number | null;
  readonly temperatureC: number | null;
}

/** Null where no sample says anything of the wind. */
export function windOf(samples: readonly Sample[], atMs: number): Wind | null {
  const kph = middleOf(samples.map((sample) => sample.windKph));
  if (kph === null) return null;
  const relativeDeg = meanDirection(samples.map((sample) => sample.windDirDeg));
  return { atMs, kph, relativeDeg, temperatureC: middleOf(samples.map((sample) => sample.temperatureC)) };
}

function middleOf(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return known[known.length >> 1] ?? null;
}

/** Of directions, 350 and 10 make 0, not 180. */
function meanDirection(degrees: readonly (number | undefined)[]): number | null {
  let [east, north] = [0, 0];
  for (const one of degrees) {
    if (one === undefined) continue;
    east += Math.sin((one * Math.PI) / 180);
    north += Math.cos((one * Math.PI) / 180);
  }
  if (east === 0 && north === 0) return null;
  return Math.round((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}
