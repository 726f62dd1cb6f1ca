import type { KitsEvent, Teller } from './event.ts';
import type { JerseyLook } from './jersey-look.ts';
import type { KitColors, Sheet } from './sheet.ts';
import type { Bib } from './units.ts';

/** Kits by the code of their team; wearers ("" is nobody) and looks by the kind of their jersey. */
interface Words<Back = never> {
  readonly teams: ReadonlyMap<string, KitColors | Back>;
  readonly jerseys: ReadonlyMap<string, Bib | Back>;
  readonly looks: ReadonlyMap<string, JerseyLook | Back>;
}

/** What each has told; null where a word was taken back. */
export type KitsTold = Readonly<Record<Exclude<Teller, 'feed'>, Words<null>>>;

const noWords: Words<null> = { teams: new Map(), jerseys: new Map(), looks: new Map() };

export const noKitsTold: KitsTold = { hand: noWords, file: noWords };

/** A file is told in full; a hand tells one word after the other, and nothing at all to take all back. */
export function withKitWords(told: KitsTold, { from, teams, jerseys, looks }: KitsEvent): KitsTold {
  const isAnew = from === 'file' || !(teams || jerseys || looks);
  const before = isAnew ? noWords : told[from];
  const words: Words<null> = {
    teams: new Map([...before.teams, ...Object.entries(teams ?? {})]),
    jerseys: new Map([...before.jerseys, ...Object.entries(jerseys ?? {})]),
    looks: new Map([...before.looks, ...Object.entries(looks ?? {})]),
  };
  return { ...told, [from]: words };
}

/** What holds: a hand wins over a file, word by word. */
export const kitWords = ({ hand, file }: KitsTold): Words => ({
  teams: over(file.teams, hand.teams),
  jerseys: over(file.jerseys, hand.jerseys),
  looks: over(file.looks, hand.looks),
});

const over = <T>(file: ReadonlyMap<string, T | null>, hand: ReadonlyMap<string, T | null>): ReadonlyMap<string, T> =>
  new Map([...file, ...hand].filter((entry): entry is [string, T] => entry[1] !== null));

/** The sheet with the kits and looks that were told; who wears what is the matter of `withBefore`. */
export function withKits(sheet: Sheet, { teams, looks }: Words): Sheet {
  if (teams.size === 0 && looks.size === 0) return sheet;
  return {
    ...sheet,
    teams: sheet.teams.map((team) => ({ ...team, colors: teams.get(team.code) ?? team.colors })),
    ...(looks.size > 0 && { jerseyLooks: { ...sheet.jerseyLooks, ...Object.fromEntries(looks) } }),
  };
}
