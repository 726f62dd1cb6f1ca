import { headM } from '../race/head.ts';
import type { Race } from '../race/race.ts';
import { isAgainstClock } from '../race/sheet.ts';
import type { Edition } from './edition.ts';
import { formatDistanceToGo } from './format.ts';
import { wordsOf } from './words/words.ts';

/**
 * What the head of the race still has to ride, or, where nobody knows how far the road goes, what it has ridden: a figure,
 * which may be empty, and the words after it, long to short.
 */
export interface ToGo {
  readonly figure: string;
  readonly words: readonly string[];
}

export function toGo(race: Race, edition: Edition): ToGo {
  const words = wordsOf(edition.language);
  const { course } = race.sheet;
  const { lengthM } = course;
  if (race.phase === 'finished') return { figure: '', words: [words.finish] };
  // Against the clock each has his own way to go.
  if (isAgainstClock(race.sheet)) return { figure: '', words: [words.timeTrial] };
  if (race.phase === 'before' || race.phase === 'neutral') return { figure: '', words: [words.neutralStart] };
  const head = headM(race);
  if (head === null) return { figure: '', words: [] };
  if (head >= lengthM) return { figure: '', words: [words.finish] };
  if (course.ridden?.isEndKnown === false) return ridden(race, head, edition);
  const { figure, unit } = formatDistanceToGo(lengthM - head, edition);
  return { figure, words: [`${unit} ${words.toGo}`, unit] };
}

function ridden(race: Race, head: number, edition: Edition): ToGo {
  const lap = lapWords(race, edition);
  if (lap !== null) return { figure: '', words: [lap] };
  const words = wordsOf(edition.language);
  const { figure, unit } = formatDistanceToGo(head, edition);
  return { figure, words: [`${unit} ${words.ridden}`, unit] };
}

/** The lap that the head of the race is in; null before the circuit, and where the road has left it. */
export function lapWords(race: Race, edition: Edition): string | null {
  const { laps, ridden, lengthM } = race.sheet.course;
  const head = headM(race);
  if (!laps || head === null || head < laps.fromM) return null;
  const lap = 1 + Math.floor((head - laps.fromM) / laps.lengthM);
  if (lap > laps.count && head < lengthM) return null;
  const count = ridden?.isEndKnown === false ? null : laps.count;
  return wordsOf(edition.language).lap(Math.min(lap, laps.count), count);
}
