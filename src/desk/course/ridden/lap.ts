import type { RiddenLine } from './pencil.ts';
import { footOnLine, sameWay } from './plane.ts';

/** A circuit in a road that was ridden, in metres along it: `toM` is where `fromM` came again. */
export interface FoundLap {
  readonly fromM: number;
  readonly toM: number;
}

/** Shorter than any lap of a road race. */
const SHORTEST_M = 400;
/** Tracks of two laps lie so near to each other, chords of a bend included. */
const BESIDE_M = 30;
/** A crossing is not ridden along for so long. */
const AGAIN_M = 150;
const SAME_WAY = 0.6;
/** A road to the circuit is longer. */
const ROAD_TO_M = 250;
/** A receiver may be far out for so many fixes in a row. */
const ODD = 1;

/** Whether the newest stretch of a road lies on an earlier one, ridden the same way; null where it does not. */
export function lapIn({ line, alongs }: RiddenLine): FoundLap | null {
  const endM = alongs.at(-1) ?? 0;
  let found: FoundLap | null = null;
  let laterM = Number.POSITIVE_INFINITY;
  let odd = 0;
  for (let i = line.length - 1; i > 0; i -= 1) {
    const atM = alongs[i]!;
    const until = alongs.findLastIndex((along) => along <= atM - SHORTEST_M);
    if (until < 1) break;
    const foot = footOnLine(line, alongs, line[i]!, 0, until);
    const isSameWay = sameWay(line[foot.index]!, line[foot.index + 1]!, line[i - 1]!, line[i]!) > SAME_WAY;
    const isAgain = foot.besideM <= BESIDE_M && isSameWay && foot.alongM < laterM + BESIDE_M;
    odd = isAgain ? 0 : odd + 1;
    if (odd > ODD) break;
    if (!isAgain) continue;
    laterM = foot.alongM;
    found = { fromM: foot.alongM, toM: atM };
  }
  if (!found || endM - found.toM < AGAIN_M) return null;
  // Who stands at the start stands on the lap, and not on a road to it.
  return found.fromM < ROAD_TO_M ? { fromM: 0, toM: found.toM - found.fromM } : found;
}
