import { iocCode } from '../../race/nations.ts';
import type { Rider, Team } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { csvRows } from '../csv-rows.ts';
import { bibOf } from '../feeds/json.ts';
import { deviceKey } from './devices.ts';
import { teamCode } from './team-code.ts';

/** Who starts, as a table tells it. */
export interface ListedRiders {
  readonly riders: ReadonlyMap<Bib, Rider>;
  readonly teams: readonly Team[];
  /** Whose a tracker, a phone or a transponder is, by what it calls itself; see `deviceKey`. */
  readonly devices: ReadonlyMap<string, Bib>;
  /** One sentence for each row that was left out. */
  readonly doubts: readonly string[];
}

/**
 * A start list with the columns `bib` and `family`, and where known `given`, `team`, `nation` (three letters), `born`
 * (YYYY-MM-DD), and `device` or `transponder`: what calls itself so is his. `where` names it in what is wrong.
 */
export function riderTable(text: string, where: string): Result<ListedRiders> {
  const table = csvRows(text);
  if (!table.ok) return fail(`${where}: ${table.error}; ${COLUMNS}.`);
  if (!['bib', 'family'].every((name) => table.value[0]?.values.has(name)))
    return fail(`${where} does not name its columns: ${COLUMNS}.`);
  const riders = new Map<Bib, Rider>();
  const teams = new Map<string, Team>();
  const devices = new Map<string, Bib>();
  const doubts: string[] = [];
  for (const { line, values } of table.value) {
    const cell = (name: string) => values.get(name) ?? '';
    const bib = bibOf(cell('bib'));
    if (bib === null || riders.has(bib)) {
      const why = bib === null ? `"${cell('bib')}" is no number of a rider` : `number ${bib} is there twice`;
      doubts.push(`${where}, line ${line}: ${why}; it was left out`);
      continue;
    }
    for (const device of ['device', 'transponder'].map(cell).filter(Boolean)) {
      const whose = devices.get(deviceKey(device));
      if (whose === undefined) devices.set(deviceKey(device), bib);
      else doubts.push(`${where}, line ${line}: "${device}" is of number ${whose} already; that is left out`);
    }
    const team = cell('team');
    if (team && !teams.has(team))
      teams.set(team, { code: teamCode(team, teams), name: team, nation: '', colors: null });
    riders.set(bib, {
      bib,
      given: cell('given'),
      family: cell('family') || bib,
      team: teams.get(team)?.code ?? '',
      nation: iocCode(cell('nation')),
      born: /^\d{4}-\d{2}-\d{2}$/.test(cell('born')) ? cell('born') : null,
    });
  }
  if (riders.size > 0) return ok({ riders, teams: [...teams.values()], devices, doubts });
  return fail(`${where} has no rider that can be read: ${COLUMNS}.`);
}

const COLUMNS =
  'its columns are bib, family, given, team, nation, born, device and transponder, of which bib and family must be there';
