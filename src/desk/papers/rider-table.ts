import type { Rider, Team } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { bibInCell, birthInCell, nameInCell } from '../tables/cells.ts';
import { nationInCell } from '../tables/nation-in-cell.ts';
import { BROKEN, type TableRow, tableIn } from '../tables/table.ts';
import { deviceKey } from './devices.ts';
import { teamsNamed } from './teams.ts';

/** Who starts, as a table tells it. */
export interface ListedRiders {
  readonly riders: ReadonlyMap<Bib, Rider>;
  readonly teams: readonly Team[];
  /** Whose a tracker, a phone or a transponder is, by what it calls itself; see `deviceKey`. */
  readonly devices: ReadonlyMap<string, Bib>;
  /** One sentence for each row that was left out, or of which something was. */
  readonly doubts: readonly string[];
}

const SAID =
  'bib and family (or name, for both names in one), and where known given, team, code, nation, born, device and transponder';

/**
 * A start list: `bib` and `family`, or `name`, and where known `given`, `team` and its `code`, `nation`, `born`, and
 * `device` or `transponder`: what calls itself so is his. `where` names it in what is wrong.
 */
export function riderTable(text: string, where: string): Result<ListedRiders> {
  const table = tableIn(text, where, {
    has: (columns) => columns.has('bib') && (columns.has('family') || columns.has('name') || columns.has('given')),
    said: SAID,
  });
  if (!table.ok) return table;
  const rows = table.value.columns.has('team') ? table.value.rows : underTeams(table.value.rows);
  const riders = new Map<Bib, Rider>();
  const { teams, codeOf } = teamsNamed(rows.map(({ cell }) => ({ name: cell('team'), code: codeIn(cell) })));
  const devices = new Map<string, Bib>();
  const doubts = table.value.broken.map((line) => `${where}, line ${line}: ${BROKEN}; it was left out`);
  for (const { line, cell } of rows) {
    const doubt = (why: string) => doubts.push(`${where}, line ${line}: ${why}`);
    const bib = bibInCell(cell('bib'));
    if (bib === null || riders.has(bib)) {
      const why = bib === null ? `"${cell('bib')}" is no number of a rider` : `number ${bib} is there twice`;
      doubt(`${why}; it was left out`);
      continue;
    }
    for (const device of [cell('device'), cell('transponder')].map(deviceOf).filter(Boolean)) {
      const whose: Bib = devices.get(deviceKey(device)) ?? bib;
      devices.set(deviceKey(device), whose);
      if (whose !== bib) doubt(`"${device}" is of number ${whose} already; that is left out`);
    }
    const [nation, born] = [nationInCell(cell('nation')), birthInCell(cell('born'))];
    if (nation === '' && cell('nation') !== '') doubt(`"${cell('nation')}" is no nation; that is left out`);
    if (born === null && !/^(\d{4})?$/.test(cell('born')))
      doubt(`"${cell('born')}" is no date of birth, such as 2003-02-28 or 28/02/2003; that is left out`);
    riders.set(bib, { bib, ...namesIn(cell, bib), team: codeOf(cell('team') || codeIn(cell)), nation, born });
  }
  if (riders.size > 0) return ok({ riders, teams, devices, doubts });
  return fail(`${where} has no rider that can be read: its columns are ${SAID}.`);
}

/** Lists without a column for it have the name of a team alone above its riders. */
function underTeams(rows: readonly TableRow[]): readonly TableRow[] {
  let team = '';
  return rows.flatMap((row): TableRow[] => {
    const { alone, cell } = row;
    const above = team;
    if (alone === null || bibInCell(alone) !== null)
      return [{ ...row, cell: (column) => (column === 'team' && above ? above : cell(column)) }];
    team = alone;
    return [];
  });
}

/** "Name" beside a given name is the family; alone it is both, as is "Nome". */
function namesIn(cell: TableRow['cell'], bib: Bib): Pick<Rider, 'family' | 'given'> {
  const family = cell('family') || cell('name');
  if (family && cell('given')) return { family, given: cell('given') };
  const { family: own, given } = nameInCell(family || cell('given'));
  return { family: own || bib, given };
}

/** A code of another sort, such as the rider's own at the UCI, is none of a team. */
const codeIn = (cell: TableRow['cell']): string => (/^[a-z][a-z\d]{1,3}$/i.test(cell('code')) ? cell('code') : '');

/** Spreadsheets make 10371.0 of a number. */
const deviceOf = (cell: string): string => cell.replace(/^(\d+)[.,]0+$/, '$1');
