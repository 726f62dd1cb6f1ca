import type { GroupKind } from '../../race/race.ts';
import type { JerseyKind } from '../../race/sheet.ts';
import type { Language } from '../edition.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';

/** Every word that goes on air, in one language. Figures and names are `format.ts` and `names.ts`. */
export interface Words {
  readonly decimalMark: '.' | ',';
  /** As results print it: "s.t.", "m.t.", "z.t.". */
  readonly sameTime: string;
  readonly group: Readonly<Record<GroupKind, GroupWords>>;
  /** "+2 groups" */
  readonly moreGroups: (count: number) => string;
  readonly toGo: string;
  readonly gap: string;
  readonly interval: string;
  readonly neutralStart: string;
  readonly finish: string;
  /** What the chip of a jersey carries beside its colour: one letter. */
  readonly jerseyLetter: Readonly<Record<JerseyKind, string>>;
  readonly ordinal: (place: number) => string;
}

/** `short` is for narrow columns. */
export interface GroupWords {
  readonly one: string;
  readonly many: string;
  readonly short: string;
}

const all: Readonly<Record<Language, Words>> = { en, es, fr, it, nl };

export const wordsOf = (language: Language): Words => all[language];

/** From long to short: "Chasers 2". The operator's or the organiser's own name wins, and has no shorter form. */
export function groupNames(
  words: Words,
  group: { kind: GroupKind; ordinal: number; name: string | null; size: number },
): string[] {
  if (group.name) return [group.name];
  const { one, many, short } = words.group[group.kind];
  const count = group.ordinal > 0 ? ` ${group.ordinal}` : '';
  return [...new Set([`${group.size === 1 ? one : many}${count}`, `${short}${count}`])];
}
