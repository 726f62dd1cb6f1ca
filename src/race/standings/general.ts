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
  const totals: (Ranked & { readonly entry: number })[] = [];
  for (const entry of input.sheet.general) {
    const { bib, behindS } = entry;
    const gap = gaps.get(bib);
    if (!gap) continue;
    const bonusS = bonuses.get(bib) ?? 0;
    const totalS = behindS + gap.gapS - bonusS + (penaltiesS.get(bib) ?? 0);
    totals.push({ bib, totalS, bonusS, origin: gap.origin, entry: entries.length });
    entries.push(entry);
  }
  const tie = (index: number): Tie => {
    const { bib } = entries[index]!;
    return tieOf(entries[index]!, finishedAt.get(bib) ?? 0, timesS.get(bib) ?? 0);
  };
  // The list before the stage is in order, and sorting is stable: what is still equal stays as it was.
  totals.sort((a, b) => a.totalS - b.totalS || tieBreak(tie(a.entry), tie(b.entry)));
  return rowsOf(totals, entries, toldOf('general', input));
}

/** The same, of the young riders only. */
export function youngRows(
  general: readonly GeneralRow[],
  input: StandingsInput,
  young: ReadonlySet<Bib>,
): GeneralRow[] {
  const totals: Ranked[] = [];
  const bibs = new Set<Bib>();
  for (const { bib, behindS, bonusS, origin } of general) {
    if (!young.has(bib)) continue;
    bibs.add(bib);
    totals.push({ bib, totalS: behindS, bonusS, origin });
  }
  const before = input.sheet.general.filter(({ bib }) => bibs.has(bib));
  return rowsOf(totals, before, toldOf('young', input));
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
function rowsOf(
  totals: readonly Ranked[],
  before: readonly GeneralEntry[],
  told: ClassificationEvent['rows'],
): GeneralRow[] {
  const ranked = told.length > 0 ? withTold(totals, told) : totals;
  const firstS = ranked[0]?.totalS ?? 0;
  const rankBefore = new Map<Bib, number>();
  for (const { bib } of before) rankBefore.set(bib, rankBefore.size + 1);
  return ranked.map(({ bib, totalS, bonusS, origin }, index) => {
    const rank = index + 1;
    return { rank, bib, behindS: totalS - firstS, moved: (rankBefore.get(bib) ?? rank) - rank, bonusS, origin };
  });
}

/** Those who were not told of keep the gaps among themselves that we found, to the first whom we found. */
function withTold(totals: readonly Ranked[], rows: ClassificationEvent['rows']): Ranked[] {
  const ours = byBib(totals);
  const told = rows.map(({ bib, value }): Ranked => {
    const bonusS = ours.get(bib)?.bonusS ?? 0;
    ours.delete(bib);
    return { bib, totalS: value, bonusS, origin: 'timed' };
  });
  const firstS = totals[0]?.totalS ?? 0;
  const rest = [...ours.values()].map((total) => ({ ...total, totalS: total.totalS - firstS }));
  return [...told, ...rest];
}
