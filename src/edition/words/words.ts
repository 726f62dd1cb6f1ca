import type { GroupKind } from '../../race/groups/group.ts';
import type { Language } from '../edition.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Words } from './language-words.ts';
import { nl } from './nl.ts';

const all: Readonly<Record<Language, Words>> = { en, es, fr, it, nl };

export const wordsOf = (language: Language): Words => all[language];

/** From long to short: "Chasers 2". The operator's or the organiser's own name wins, and has no shorter form. */
export function groupNames(
  words: Words,
  group: { kind: GroupKind; ordinal: number; name: string | null; size: number; pieces: number },
): string[] {
  if (group.name) return [group.name];
  if (group.kind === 'rest') return [words.moreGroups(group.pieces), `+${group.pieces}`];
  const { one, many, short } = words.group[group.kind];
  const count = group.ordinal > 0 ? ` ${group.ordinal}` : '';
  return [...new Set([`${group.size === 1 ? one : many}${count}`, `${short}${count}`])];
}
