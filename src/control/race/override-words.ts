import { defaultEdition } from '../../edition/edition.ts';
import { formatGap } from '../../edition/format.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import { lookOf } from '../../race/jersey-look.ts';
import { type OverridePath, type OverrideUntil, type RiderField, subjectOf } from '../../race/overrides/override.ts';
import type { Race } from '../../race/race.ts';
import { clockText } from '../page/clock.ts';

export const fieldWords: Readonly<Record<RiderField, string>> = {
  family: 'Family name',
  given: 'Given name',
  team: 'Team',
  nation: 'Nation',
  hidden: 'Hidden',
  place: 'Place on the road',
  general: 'General time',
  young: 'Young time',
  points: 'Points',
  mountain: 'Mountain points',
};

/** "Family name of 31", "General jersey", "Name of Chasers 1", "Km to go". */
export function pathWords(path: OverridePath, race: Race): string {
  const subject = subjectOf(path);
  switch (subject?.of) {
    case 'rider':
      return `${fieldWords[subject.field]} of ${subject.bib}`;
    case 'kit':
      return `Kit of ${subject.team}`;
    case 'jersey':
      return `${capital(subject.kind)} jersey`;
    case 'look':
      return `Look of the ${subject.kind} jersey`;
    case 'group':
      return `Name of ${houseName(subject.group, race)}`;
    default:
      return 'To go';
  }
}

/** As it is written where it is drawn: "+1'20"", "42.3 km", "nobody". */
export function valueWords(path: OverridePath, value: string): string {
  const subject = subjectOf(path);
  const isTime = subject?.of === 'rider' && (subject.field === 'general' || subject.field === 'young');
  if (subject?.of === 'to-go') return `${Number(value).toFixed(1)} km`;
  if (isTime) return formatGap(Number(value), defaultEdition);
  return subject?.of === 'jersey' && value === '' ? 'nobody' : value;
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** What a group is called where no hand names it. */
function houseName(id: string, race: Race): string {
  const group = race.groups.find((one) => one.id === id);
  if (!group) return 'a group';
  const unnamed = { ...group, name: null, size: group.bibs.length };
  return groupNames(wordsOf(defaultEdition.language), unnamed, lookOf(race.sheet, 'general'))[0] ?? 'a group';
}

/** What an operator chooses from; a number is of minutes. */
export const untilChoices = {
  stage: 'until the stage ends',
  feed: 'until the feed changes',
  10: 'for 10 minutes',
} as const;

export const untilWords = (until: OverrideUntil, utcOffsetMin: number): string =>
  typeof until === 'number' ? `until ${clockText(until, utcOffsetMin)}` : untilChoices[until];
