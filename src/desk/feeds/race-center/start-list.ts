import { iocCode } from '../../../race/nations.ts';
import type { KitColors, Rider, Team } from '../../../race/sheet.ts';
import type { Bib } from '../../../race/units.ts';
import { bibOf, type Json, textOf } from '../json.ts';

/** The organiser lists riders and teams mixed: a team has a code, a rider belongs to a team. */
export const isTeam = (entry: Json): boolean => textOf(entry.code) !== '' && !('$team' in entry);

export interface NamedTeam extends Team {
  /** What a rider's `$team` ends with. */
  readonly key: string;
}

export function teamOf(entry: Json): NamedTeam {
  return {
    key: textOf(entry._id),
    code: textOf(entry.code),
    name: textOf(entry.name) || textOf(entry.nameShort) || textOf(entry.code),
    nation: iocCode(textOf(entry.nationality)),
    colors: colorsOf(textOf(entry.color)),
  };
}

/** Black is what the organiser writes for all teams when nobody set a colour. */
function colorsOf(written: string): KitColors | null {
  const color = written.toLowerCase();
  return /^#[0-9a-f]{6}$/.test(color) && color !== '#000000' ? [color, color] : null;
}

/** Each once. A colour that all of them share says nothing of any. */
export function teamsOf(named: readonly NamedTeam[]): readonly Team[] {
  const teams = [...new Map(named.map(({ key: _, ...team }) => [team.code, team])).values()];
  const isOne = teams.length > 1 && new Set(teams.map(({ colors }) => colors?.[0])).size === 1;
  return isOne ? teams.map((team) => ({ ...team, colors: null })) : teams;
}

export interface StartList {
  readonly riders: ReadonlyMap<Bib, Rider>;
  readonly faults: readonly string[];
}

export function startListOf(entries: readonly Json[], teams: readonly NamedTeam[]): StartList {
  const codes = new Map(teams.map((team) => [team.key, team.code]));
  const riders = new Map<Bib, Rider>();
  const faults: string[] = [];
  for (const entry of entries) {
    if (isTeam(entry)) continue;
    const bib = bibOf(entry.bib);
    const name = `${textOf(entry.firstname)} ${textOf(entry.lastname)}`.trim();
    if (bib === null) faults.push(`start list: ${name || 'a rider'} has no number and was left out.`);
    else if (riders.has(bib))
      faults.push(`start list: number ${bib} is given twice; ${name || 'the second rider'} was left out.`);
    else riders.set(bib, riderOf(entry, bib, codes.get(textOf(entry.$team).split(':').at(-1) ?? '') ?? ''));
  }
  return { riders, faults };
}

function riderOf(entry: Json, bib: Bib, team: string): Rider {
  const born = /^\d{4}-\d{2}-\d{2}/.exec(textOf(entry.birthdate))?.[0] ?? null;
  return {
    bib,
    given: textOf(entry.firstname),
    family: textOf(entry.lastname) || textOf(entry.lastnameshort) || `No. ${bib}`,
    team,
    nation: iocCode(textOf(entry.nationality)),
    born,
  };
}
