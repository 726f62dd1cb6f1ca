import { headM } from '../race/head.ts';
import type { Race } from '../race/race.ts';
import { isAgainstClock } from '../race/sheet.ts';
import type { Edition } from './edition.ts';
import { formatDistanceToGo } from './format.ts';
import { wordsOf } from './words/words.ts';

/** What the head of the race still has to ride: a figure, which may be empty, and the words after it, long to short. */
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
  // How far it is to the end of a road of which nobody knows the end.
  if (course.drawn?.isEndKnown === false) return { figure: '', words: [] };
  const { figure, unit } = formatDistanceToGo(lengthM - head, edition);
  return { figure, words: [`${unit} ${words.toGo}`, unit] };
}
