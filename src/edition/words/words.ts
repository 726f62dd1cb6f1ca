import type { GroupKind } from '../../race/groups/group.ts';
import type { JerseyLook } from '../../race/jersey-look.ts';
import type { Language } from '../edition.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { GroupWords, Words } from './language-words.ts';
import { nl } from './nl.ts';

const all: Readonly<Record<Language, Words>> = { en, es, fr, it, nl };

export const wordsOf = (language: Language): Words => all[language];

interface Named {
  readonly kind: GroupKind;
  readonly ordinal: number;
  readonly name: string | null;
  readonly size: number;
  readonly pieces: number;
}

/**
 * From long to short: "Chasers 2". The operator's or the organiser's own name wins, and has no shorter form. `leads` is
 * what the jersey of the general classification looks like.
 */
export function groupNames(words: Words, group: Named, leads: JerseyLook): string[] {
  if (group.name) return [group.name];
  if (group.kind === 'rest') return [words.moreGroups(group.pieces), `+${group.pieces}`];
  const { one, many, short } = group.kind === 'jersey' ? jerseyWords(words, leads) : words.group[group.kind];
  const count = group.ordinal > 0 ? ` ${group.ordinal}` : '';
  return [...new Set([`${group.size === 1 ? one : many}${count}`, `${short}${count}`])];
}

function jerseyWords({ jerseyName, jerseyGroup }: Words, leads: JerseyLook): GroupWords {
  const jersey = jerseyName[leads];
  return { one: jersey, many: jerseyGroup(jersey), short: jersey };
}
