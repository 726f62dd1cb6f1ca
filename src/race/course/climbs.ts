import type { ClimbCategory, Profile } from './course.ts';

export interface Rise {
  readonly footM: number;
  readonly summitM: number;
  readonly gradientPct: number;
}

/** A rise ends where the road falls this much below its top, or this share of what was climbed. */
const FALL_M = 30;
const FALL_SHARE = 0.12;
/** ... or goes this far without a new top. */
const LEVEL_M = 2000;
/** The foot is where the next 500 m rise at least this much. */
const FOOT_WINDOW_M = 500;
const FOOT_PCT = 2;
const SHORTEST_M = 500;
const GENTLEST_PCT = 3;
/** Steeper is no road: the elevation is wrong there. */
const STEEPEST_PCT = 25;

/**
 * Metres of length times per cent of gradient, the score that cycling computers use. Organisers decide otherwise when
 * they like: their own category always wins.
 */
export function categoryOf(lengthM: number, gradientPct: number): ClimbCategory | null {
  const score = lengthM * gradientPct;
  if (score >= 80_000) return 'HC';
  if (score >= 64_000) return '1';
  if (score >= 32_000) return '2';
  if (score >= 16_000) return '3';
  return score >= 8_000 ? '4' : null;
}

/** The rises of a profile that deserve a category. */
export function findRises(profile: Profile): Rise[] {
  const { stepM, altitudesM } = profile;
  const rises: Rise[] = [];
  let foot = 0;
  let top = 0;
  for (let i = 1; i <= altitudesM.length; i += 1) {
    const gain = altitudesM[top]! - altitudesM[foot]!;
    const over =
      i === altitudesM.length ||
      altitudesM[top]! - altitudesM[i]! > Math.max(FALL_M, FALL_SHARE * gain) ||
      (i - top) * stepM > LEVEL_M;
    if (over && top > foot) {
      const rise = trimmed(profile, foot, top);
      if (rise) rises.push(rise);
      foot = lowest(altitudesM, top, Math.min(i, altitudesM.length - 1));
      top = foot;
      i = foot;
      continue;
    }
    if (i < altitudesM.length && altitudesM[i]! <= altitudesM[foot]! && top === foot) foot = top = i;
    if (i < altitudesM.length && altitudesM[i]! > altitudesM[top]!) top = i;
  }
  return rises;
}

/** Without the false flat before it and after it; null where what is left is no climb. */
function trimmed({ stepM, altitudesM }: Profile, from: number, to: number): Rise | null {
  const window = Math.max(1, Math.round(FOOT_WINDOW_M / stepM));
  const steep = (a: number, b: number) => ((altitudesM[b]! - altitudesM[a]!) / ((b - a) * stepM)) * 100 >= FOOT_PCT;
  let foot = from;
  while (foot + window < to && !steep(foot, foot + window)) foot += 1;
  let top = to;
  while (top - window > foot && !steep(top - window, top)) top -= 1;
  const lengthM = (top - foot) * stepM;
  const gradientPct = ((altitudesM[top]! - altitudesM[foot]!) / lengthM) * 100;
  if (
    !(lengthM >= SHORTEST_M && gradientPct >= GENTLEST_PCT && gradientPct <= STEEPEST_PCT) ||
    !categoryOf(lengthM, gradientPct)
  )
    return null;
  return { footM: foot * stepM, summitM: top * stepM, gradientPct };
}

/** Index of the last lowest value from `from` to `to`, both included. */
function lowest(values: readonly number[], from: number, to: number): number {
  let at = from;
  for (let i = from; i <= to; i += 1) if (values[i]! <= values[at]!) at = i;
  return at;
}
