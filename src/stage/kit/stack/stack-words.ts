import { formatGap, UNKNOWN } from '../../../edition/format.ts';
import { toGo } from '../../../edition/to-go.ts';
import { wordsOf } from '../../../edition/words/words.ts';
import { lookOf } from '../../../race/jersey-look.ts';
import { ROWS_ALWAYS, rowsWithin, TALLEST } from '../../../race/listing/room.ts';
import type { Race } from '../../../race/race.ts';
import type { JerseyKind } from '../../../race/sheet.ts';
import type { Layer } from '../../../show/zones.ts';
import { isOld, type News } from '../../freshness.ts';
import type { Datum, Seen } from '../../overlay.ts';
import type { JerseyWords } from '../jersey.ts';
import { noValue, type StackRow, type StackView, type Value } from './stack-view.ts';

/** Modules below the header for which there is room above a strip or a clock. */
const ABOVE_STRIP = 12.7;

/** How many of these rows there is room for, from the first on, above what else is on air. */
export function rowsThatFit(rows: readonly StackRow[], beside: readonly Layer[]): number {
  if (beside.includes('strap') || beside.includes('card')) return Math.min(rows.length, ROWS_ALWAYS);
  return rowsWithin(rows, beside.includes('strip') || beside.includes('clock') ? ABOVE_STRIP : TALLEST);
}

/** A header of what the head of the race still has to ride and what is said beside it, and these rows below. */
export function stackView(
  { race, edition, news }: Seen,
  beside: readonly string[],
  rows: readonly StackRow[],
): StackView {
  const { figure, words } = toGo(race, edition);
  const header = { figure: asOfOld(figure, news), words, beside };
  return { says: [...(figure ? (['to go'] as const) : []), ...rows.flatMap(saidIn)], header, rows };
}

/** A group is where its row says; riders of one block are where it is, and so are those of it who are only counted. */
function saidIn({ kind, key, block }: StackRow): Datum[] {
  if (kind === 'group') return [`group ${key}`];
  if (block === '') return [];
  return kind === 'rider' ? [`group ${block}`, `rider ${key}`] : [`group ${block}`];
}

/** "Stage 9": the name of a stage as far as its first dot. */
export const stageName = ({ sheet: { info } }: Race): string => info.stage.replace(/ · .*/, '');

export function jerseyWords({ race: { sheet }, edition }: Seen, kinds: readonly JerseyKind[]): JerseyWords[] {
  const { jerseyLetter } = wordsOf(edition.language);
  return kinds.map((kind) => ({ look: lookOf(sheet, kind), letter: jerseyLetter[kind] }));
}

/** Old news makes every value an estimate: "~42.3". */
export const asOfOld = (figure: string, news: News): string => (figure !== '' && isOld(news) ? `~${figure}` : figure);

/** The same of a gap. */
export function gapValue({ edition, news }: Seen, gapS: number | null, isEstimated: boolean): Value {
  const text = formatGap(gapS, edition, { estimated: isEstimated || isOld(news) });
  const { sameTime } = wordsOf(edition.language);
  return text === '' ? noValue : { text, isWord: text === sameTime || text === UNKNOWN };
}
