import { wordsOf } from '../../src/edition/words/words.ts';
import { headNow } from '../../src/stage/kit/road/marks-of.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';

export interface FlashView {
  /** What begins here, by its name. How far it is to the line is the stack's to say. */
  readonly words: string;
}

const KM_M = 1000;
/** So far before its mark a flash may be taken already: it is on air when the riders are there. */
const EARLY_M = 200;

/** Kilometres everywhere: three are a rule of the race, the last one a flag over the road. */
export const select: Select<FlashView> = (seen: Seen) => {
  const { race, edition } = seen;
  const words = wordsOf(edition.language);
  const leftM = race.sheet.course.lengthM - headNow(seen);
  if (race.groups.length === 0 || race.phase !== 'racing') return nothing('nobody is on the road');
  if (leftM <= 0) return nothing('the head of the race has finished');
  if (leftM <= KM_M + EARLY_M) return { words: words.lastKm };
  if (leftM > 3 * KM_M + EARLY_M) return nothing('the last 3 km have not begun');
  // What is on the flag is news: nobody says 3 km where not even two are left.
  return leftM > 2 * KM_M ? { words: words.last3Km } : nothing('the last km has not begun');
};
