import type { KitsEvent } from './event.ts';
import type { JerseyLook } from './jersey-look.ts';
import type { KitColors, Sheet } from './sheet.ts';
import type { Bib } from './units.ts';

/** Kits by the code of their team; wearers ("" is nobody) and looks by the kind of their jersey: as a file tells them. */
export interface KitWords {
  readonly teams: ReadonlyMap<string, KitColors>;
  readonly jerseys: ReadonlyMap<string, Bib>;
  readonly looks: ReadonlyMap<string, JerseyLook>;
}

export const noKits: KitWords = { teams: new Map(), jerseys: new Map(), looks: new Map() };

export const kitWords = ({ teams, jerseys, looks }: KitsEvent): KitWords => ({
  teams: said(teams),
  jerseys: said(jerseys),
  looks: said(looks),
});

const said = <T>(words: Readonly<Record<string, T | null | undefined>> = {}): ReadonlyMap<string, T> =>
  new Map(Object.entries(words).filter((entry): entry is [string, T] => entry[1] != null));

/** The sheet with the kits and looks that were told; who wears what is the matter of `withBefore`. */
export function withKits(sheet: Sheet, { teams, looks }: KitWords): Sheet {
  if (teams.size === 0 && looks.size === 0) return sheet;
  return {
    ...sheet,
    teams: sheet.teams.map((team) => ({ ...team, colors: teams.get(team.code) ?? team.colors })),
    ...(looks.size > 0 && { jerseyLooks: { ...sheet.jerseyLooks, ...Object.fromEntries(looks) } }),
  };
}
