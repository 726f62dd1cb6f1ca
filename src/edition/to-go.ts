import type { Race } from '../race/race.ts';
import type { Edition } from './edition.ts';
import { formatDistanceToGo } from './format.ts';
import { wordsOf } from './words/words.ts';

/** What the head of the race still has to ride: a figure, which may be empty, and the words after it, long to short. */
export interface ToGo {
  readonly figure: string;
  readonly words: readonly string[];
}

/** Where the head of the race is, in metres from km 0. The line, once somebody has crossed it; null when not known. */
export function headM(race: Race): number | null {
  if (race.places[0]?.finish) return race.sheet.course.lengthM;
  return race.groups[0]?.frontM ?? null;
}

export function toGo(race: Race, edition: Edition): ToGo {
  const words = wordsOf(edition.language);
  const head = headM(race);
  if (race.phase === 'before' || race.phase === 'neutral') return { figure: '', words: [words.neutralStart] };
  if (race.phase === 'finished' || (head !== null && head >= race.sheet.course.lengthM))
    return { figure: '', words: [words.finish] };
  if (head === null) return { figure: '', words: [] };
  const { figure, unit } = formatDistanceToGo(race.sheet.course.lengthM - head, edition);
  return { figure, words: [`${unit} ${words.toGo}`, unit] };
}
