import type { ClimbRecord } from '../../insight/past.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { durationS } from '../duration.ts';
import { BROKEN, type TableRow, tableIn } from '../tables/table.ts';

/** Of a folder of earlier races: the fastest times of climbs. */
export const CLIMBS_FILE = 'climbs.csv';

const SAID = 'name (or climb) and time, and where known who and when';

interface ListedClimbs {
  readonly climbs: readonly ClimbRecord[];
  /** One sentence for each row that was left out. */
  readonly doubts: readonly string[];
}

/** The fastest times of climbs, as a table: `name` and `time`, and where known `who` and `when`. Of two times the faster one. */
export function climbTable(text: string, where: string): Result<ListedClimbs> {
  const table = tableIn(text, where, {
    has: (columns) => columns.has('time') && (columns.has('climb') || columns.has('name')),
    said: SAID,
  });
  if (!table.ok) return table;
  const best = new Map<string, ClimbRecord>();
  const doubts = table.value.broken.map((line) => `${where}, line ${line}: ${BROKEN}; it was left out`);
  for (const row of table.value.rows) {
    const read = recordIn(row);
    if (!read.ok) {
      doubts.push(`${where}, line ${row.line}: ${read.error}; it was left out`);
      continue;
    }
    const before = best.get(read.value.name);
    if (!before || read.value.seconds < before.seconds) best.set(read.value.name, read.value);
  }
  if (best.size > 0) return ok({ climbs: [...best.values()], doubts });
  return fail(`${where} has no climb that can be read: its columns are ${SAID}, the time as 37'35" or 37:35.`);
}

function recordIn({ cell }: TableRow): Result<ClimbRecord> {
  const name = cell('climb') || cell('name');
  const seconds = durationS(cell('time'));
  if (name === '') return fail('it names no climb');
  if (seconds === null || seconds === 0) return fail(`"${cell('time')}" is no time, such as 37'35" or 37:35`);
  // "Rider" is a name as well, where the climb has a column of its own.
  const who = cell('who') || (cell('climb') ? cell('name') : '');
  const year = /(?<!\d)\d{4}(?!\d)/.exec(cell('when'))?.[0];
  return ok({ name, seconds, who, year: year === undefined ? null : Number(year) });
}
