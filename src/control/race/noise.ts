import type { QuarantineReason } from '../../race/health.ts';

/*
 * How much of each is normal. Trackers of a real race are heard every 5 to 6 s with holes of 30 to 36 s; of their fixes
 * a few in a thousand are beside the road or ridden too fast, 2 % in the worst minute of a stage; one rider in twenty
 * has a tracker that does not work.
 */

interface Bounds {
  /** From here on it is to be looked at, and from there on it is bad. */
  readonly look: number;
  readonly bad: number;
}

/** Age of the newest position, in seconds. */
export const NEWS_S: Bounds = { look: 45, bad: 90 };
/** Share of the riders on the road whose tracker is not heard. */
export const UNHEARD: Bounds = { look: 0.1, bad: 0.5 };
/** Share of the fixes of the last minute that are not believed. */
export const UNBELIEVED: Bounds = { look: 0.03, bad: 0.3 };
/** Share of the riders whose lap nobody knows. */
export const LAPLESS: Bounds = { look: 0, bad: 0.5 };

/** Trackers stop this far before the line: a few hundred metres for most, some kilometres for some. */
export const LINE_M = 2000;

export const levelOf = (value: number, { look, bad }: Bounds): 'good' | 'warning' | 'bad' =>
  value >= bad ? 'bad' : value >= look ? 'warning' : 'good';

/** What is not believed, as "4 % of fixes not on the road". Where nothing is lost by it, it is never a warning. */
export const unbelieved: Readonly<Record<QuarantineReason, { readonly words: string; readonly isHarmless?: true }>> = {
  'unknown-bib': { words: 'of nobody on the start list' },
  'not-a-place': { words: 'not a place on earth' },
  'off-course': { words: 'not on the road' },
  'lap-not-known': { words: 'of riders whose lap is not known', isHarmless: true },
  'too-fast': { words: 'faster than anybody rides' },
  teleport: { words: 'too far from the place before' },
  late: { words: 'older than what is known', isHarmless: true },
  duplicate: { words: 'told twice', isHarmless: true },
  'from-the-future': { words: 'later than now' },
};
