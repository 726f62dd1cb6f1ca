import { kmText } from './jumps.ts';
import type { Altitudes } from './walls.ts';

/** Between two points in a row no road rises so steeply and so far at once. */
const CLIFF = 0.4;
const LEAST_STEP_M = 30;

export interface Level {
  readonly altitudes: Altitudes;
  readonly doubts: readonly string[];
}

/**
 * A recorder that was set anew on its way goes on at another altitude, and never comes back: heights are as they were
 * only between two such steps. The longest stretch keeps its altitudes, the others are moved to meet it.
 */
export function withoutSteps(altitudes: Altitudes, atM: readonly number[]): Level {
  const offsets: number[] = [];
  const doubts: string[] = [];
  const stretches: { readonly offsetM: number; lengthM: number }[] = [{ offsetM: 0, lengthM: 0 }];
  let before: number | null = null;
  altitudes.forEach((m, i) => {
    if (m !== null && before !== null) {
      const wayM = atM[i]! - atM[before]!;
      const riseM = m - altitudes[before]!;
      if (Math.abs(riseM) > LEAST_STEP_M && Math.abs(riseM) > CLIFF * wayM) {
        stretches.push({ offsetM: stretches.at(-1)!.offsetM + riseM, lengthM: 0 });
        doubts.push(
          `altitudes ${riseM > 0 ? 'rise' : 'fall'} by ${Math.round(Math.abs(riseM))} m at once after ${kmText(atM[before]!)}, and stay: moved to meet`,
        );
      } else stretches.at(-1)!.lengthM += wayM;
    }
    if (m !== null) before = i;
    offsets.push(stretches.at(-1)!.offsetM);
  });
  if (doubts.length === 0) return { altitudes, doubts };
  const longest = stretches.reduce((a, b) => (b.lengthM > a.lengthM ? b : a));
  return { altitudes: altitudes.map((m, i) => (m === null ? null : m - offsets[i]! + longest.offsetM)), doubts };
}
