import type { BeforeStageEvent } from '../race/event.ts';
import { type Bib, compareBibs } from '../race/units.ts';
import { fail, ok, type Result } from '../wire/result.ts';
import { durationS } from './duration.ts';
import { textOfFile } from './file-text.ts';
import { bibInCell } from './tables/cells.ts';
import { classificationNames } from './tables/column-names.ts';
import { folded } from './tables/folded.ts';
import { BROKEN, type TableRow, tableIn } from './tables/table.ts';

type Parts = BeforeStageEvent['parts'];

/** No tour gives as many: who writes more has slipped. */
const MOST_POINTS = 99_999;

const kinds = ['general', 'points', 'mountain', 'young'] as const;
type Kind = (typeof kinds)[number];

/** `--classification gc.csv` */
export function readClassification(file: string): Result<Parts> {
  const text = textOfFile(
    file,
    `${file} cannot be read; give --classification a CSV file with the columns bib and gap.`,
  );
  return text.ok ? classificationIn(text.value, file) : text;
}

/**
 * How the race stood before the stage, as a table: `bib` and `gap` or `time`, or `points`; with a column
 * `classification` (general, points, mountain, young) of several at once. `where` names it in what is wrong.
 */
export function classificationIn(text: string, where: string): Result<Parts> {
  const read = tableIn(text, where, {
    has: (columns) => columns.has('bib') && (['gap', 'time', 'points'] as const).some((name) => columns.has(name)),
    said: 'bib and gap, time or points',
  });
  if (!read.ok) return read;
  const [broken] = read.value.broken;
  if (broken !== undefined) return fail(`${where}, line ${broken}: ${BROKEN}.`);
  const tables = new Map<Kind, Entry[]>();
  for (const row of read.value.rows) {
    const entry = entryIn(row);
    if (!entry.ok) return fail(`${where}, line ${row.line}: ${entry.error}.`);
    const { kind, bib } = entry.value;
    const table = tables.get(kind) ?? [];
    if (table.some((one) => one.bib === bib))
      return fail(`${where}, line ${row.line}: number ${bib} is there twice; leave one out.`);
    tables.set(kind, [...table, entry.value]);
  }
  return ok(Object.fromEntries([...tables].map(([kind, table]) => [kind, partOf(kind, table)])));
}

interface Entry {
  readonly kind: Kind;
  readonly bib: Bib;
  /** Seconds, or points. */
  readonly value: number;
  /** It is behind the first; else a time of its own. */
  readonly isGap: boolean;
}

function entryIn({ cell }: TableRow): Result<Entry> {
  const bib = bibInCell(cell('bib'));
  if (bib === null) return fail(`"${cell('bib')}" is no number of a rider`);
  const kind = kindIn(cell('classification'));
  if (!kind) return fail(`"${cell('classification')}" is no classification; write ${kinds.join(', ')}`);
  if (kind === 'points' || kind === 'mountain') {
    const points = Number(cell('points').replace(/,(?=\d{1,2}$)/, '.') || Number.NaN);
    return Math.abs(points) <= MOST_POINTS
      ? ok({ kind, bib, value: points, isGap: false })
      : fail(`"${cell('points')}" is no number of points`);
  }
  const text = cell('gap') || cell('time') || '0';
  const seconds = durationS(text);
  const isGap = cell('gap') !== '' || text.startsWith('+') || text === '0';
  return seconds === null
    ? fail(`"${text}" is no gap; write +1'23", 1:23 or seconds`)
    : ok({ kind, bib, value: seconds, isGap });
}

/** "Classement" is a rank as well: a number there names none, as nothing does. */
function kindIn(word: string): Kind | undefined {
  if (/^\d*\.?$/.test(word)) return 'general';
  return kinds.find((kind) => classificationNames[kind].some((name) => folded(name) === folded(word)));
}

/** In order. Where the first has a time and the others gaps, as results are printed, his is no gap. */
function partOf(kind: Kind, table: readonly Entry[]) {
  if (kind === 'points' || kind === 'mountain')
    return table
      .map(({ bib, value }) => ({ bib, points: value }))
      .sort((a, b) => b.points - a.points || compareBibs(a.bib, b.bib));
  const [first, ...others] = table;
  const isPrinted =
    others.length > 0 && others.every(({ isGap }) => isGap) && others.every(({ value }) => value < first!.value);
  const bestS = Math.min(...table.filter(({ isGap }) => !isGap).map(({ value }) => value));
  return table
    .map((entry) => ({ bib: entry.bib, behindS: behindS(entry, isPrinted && entry === first, bestS) }))
    .sort((a, b) => a.behindS - b.behindS);
}

const behindS = ({ value, isGap }: Entry, isWinner: boolean, bestS: number): number =>
  isWinner ? 0 : isGap ? value : value - bestS;
