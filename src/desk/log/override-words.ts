import { defaultEdition } from '../../edition/edition.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import type { OverrideEvent } from '../../race/event.ts';
import { lookOf } from '../../race/jersey-look.ts';
import { subjectOf } from '../../race/overrides/override.ts';
import type { Race } from '../../race/race.ts';
import type { Bib } from '../../race/units.ts';

/** More words than these are counted. */
const MOST = 4;

/** What a hand says instead of the feed, with the names that its riders and groups have just then. */
export function overrideWords({ says }: OverrideEvent, race: Race | null): string {
  if (says.length > MOST)
    return `${says.every(({ value }) => value === null) ? 'takes back' : 'says'} ${says.length} things by hand`;
  return says.map((one) => said(one, race)).join('; ') || 'says nothing new';
}

function said({ path, value }: OverrideEvent['says'][number], race: Race | null): string {
  const subject = subjectOf(path);
  switch (subject?.of) {
    case 'rider':
      if (subject.field === 'hidden') return `${value === null ? 'shows' : 'hides'} ${riderOf(subject.bib, race)}`;
      return isSaid(`${subject.field} of ${riderOf(subject.bib, race)}`, value);
    case 'group':
      return value === null
        ? `takes the name of ${groupOf(subject.group, race)} back`
        : `names ${groupOf(subject.group, race)} "${value}"`;
    case 'jersey':
      return value === null
        ? isSaid(`${subject.kind} jersey`, null)
        : `${subject.kind} jersey: ${value === '' ? 'nobody' : riderOf(value, race)}`;
    case 'look':
      return isSaid(`look of the ${subject.kind} jersey`, value);
    case 'kit':
      return isSaid(`kit of ${subject.team}`, value);
    default:
      return value === null ? isSaid('distance to go', null) : `${value} km to go`;
  }
}

const isSaid = (what: string, value: string | null): string =>
  value === null ? `gives the feed its ${what} back` : `${what} is "${value}"`;

export function riderOf(bib: Bib, race: Race | null): string {
  const name = race?.sheet.riders.get(bib)?.family;
  return name ? `rider ${bib} ${name}` : `rider ${bib}`;
}

export function groupOf(id: string, race: Race | null): string {
  const group = race?.groups.find((one) => one.id === id);
  if (!race || !group) return `group ${id}`;
  const words = wordsOf(defaultEdition.language);
  const [name] = groupNames(words, { ...group, size: group.bibs.length }, lookOf(race.sheet, 'general'));
  return name ?? `group ${id}`;
}
