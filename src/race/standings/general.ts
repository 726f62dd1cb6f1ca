import type { ClassificationEvent } from '../event.ts';
import { type Tie, tieBreak } from '../rules/tie-break.ts';
import type { GeneralEntry } from '../sheet.ts';
import type { Bib, Origin } from '../units.ts';
import { byBib } from './by-bib.ts';
import type { Gaps } from './gaps.ts';
import type { StandingsInput } from './input.ts';
import { toldOf } from './official.ts';
import type { GeneralRow } from './tables.ts';

/** A rider's general classification as it stands: before the stage, plus gap, less bonus, plus penalty. */
interface Ranked {
  readonly bib: Bib;
  readonly totalS: number;
  readonly bonusS: number;
  readonly origin: Origin;
  /** Rank before the stage, among the riders of this table. */
  readonly before: number;
}

/** The general classification, without riders whose gap is not known. `finishedAt` is the place in the stage. */
export function generalRows(
  input: StandingsInput,
  gaps: Gaps,
  bonuses: ReadonlyMap<Bib, number>,
  finishedAt: ReadonlyMap<Bib, number>,
): GeneralRow[] {
  const { penaltiesS } = input.official;
  const timesS = clockTimes(input);
  const entries: GeneralEntry[] = [];
  const totals: Ranked[] = [];
  for (const entry of input.sheet.general) {
    const { bib, behindS } = entry;
    const gap = gaps.get(bib);
    if (!gap) continue;
    const bonusS = bonuses.get(bib) ?? 0;
    const totalS = behindS + gap.gapS - bonusS + (penaltiesS.get(bib) ?? 0);
    entries.push(entry);
    totals.push({ bib, totalS, bonusS, origin: gap.origin, before: entries.length });
  }
  const tie = ({ bib, before }: Ranked): Tie =>
    tieOf(entries[before - 1]!, finishedAt.get(bib) ?? 0, timesS.get(bib) ?? 0);
  // The list before the stage is in order, and sorting is stable: what is still equal stays as it was.
  totals.sort((a, b) => a.totalS - b.totalS || tieBreak(tie(a), tie(b)));
  return rowsOf(totals, toldOf('general', input));
}

/** The same, of the young riders only. */
export function youngRows(
  general: readonly GeneralRow[],
  input: StandingsInput,
  young: ReadonlySet<Bib>,
): GeneralRow[] {
  const rowOf = new Map<Bib, GeneralRow>();
  for (const row of general) if (young.has(row.bib)) rowOf.set(row.bib, row);
  const rankBefore = new Map<Bib, number>();
  for (const { bib } of input.sheet.general) if (rowOf.has(bib)) rankBefore.set(bib, rankBefore.size + 1);
  const totals = [...rowOf.values()].map(
    ({ bib, behindS, bonusS, origin }): Ranked => ({
      bib,
      totalS: behindS,
      bonusS,
      origin,
      before: rankBefore.get(bib) ?? UNRANKED,
    }),
  );
  return rowsOf(totals, toldOf('young', input));
}

function tieOf(entry: GeneralEntry, place: number, timeS: number): Tie {
  return {
    hundredths: (entry.hundredths ?? 0) + hundredthsOf(timeS),
    placesSum: (entry.placesSum ?? 0) + place,
    lastPlace: place,
  };
}

/** What whole seconds leave out. By whole milliseconds: 0.29 is less than 29 hundredths in floating point. */
const hundredthsOf = (timeS: number): number => Math.floor(Math.round(timeS * 1000) / 10) % 100;

/** Times of an individual time trial; of other stages, fractions count for nothing. */
function clockTimes({ sheet, timeTrial }: StandingsInput): ReadonlyMap<Bib, number> {
  const runs = sheet.info.type === 'time-trial' ? (timeTrial?.runs ?? []) : [];
  return new Map(runs.map(({ bib, finishS }) => [bib, finishS ?? 0]));
}

/** Ranks, gaps to the first and places won. What was classified officially goes first, as it was told. */
function rowsOf(totals: readonly Ranked[], told: ClassificationEvent['rows']): GeneralRow[] {
  const ranked = told.length > 0 ? withTold(totals, told) : totals;
  const firstS = ranked[0]?.totalS ?? 0;
  return ranked.map(({ bib, totalS, bonusS, origin, before }, index) => {
    const rank = index + 1;
    return { rank, bib, behindS: totalS - firstS, moved: before === UNRANKED ? 0 : before - rank, bonusS, origin };
  });
}

/** Of a rider who stood in no classification before the stage. */
const UNRANKED = 0;

/** Those who were not told of keep the gaps among themselves that we found, to the first whom we found. */
function withTold(totals: readonly Ranked[], rows: ClassificationEvent['rows']): Ranked[] {
  const ours = byBib(totals);
  const told = rows.map(({ bib, value }): Ranked => {
    const { bonusS = 0, before = UNRANKED } = ours.get(bib) ?? {};
    ours.delete(bib);
    return { bib, totalS: value, bonusS, origin: 'timed', before };
  });
  const firstS = totals[0]?.totalS ?? 0;
  const rest = [...ours.values()].map((total) => ({ ...total, totalS: total.totalS - firstS }));
  return [...told, ...rest];
}
