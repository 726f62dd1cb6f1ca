import type { ClassificationEvent } from '../event.ts';
import { type Tie, tieBreak } from '../rules/tie-break.ts';
import type { GeneralEntry } from '../sheet.ts';
import type { Bib, Origin } from '../units.ts';
import { byBib } from './by-bib.ts';
import type { Gaps } from './gaps.ts';
import type { StandingsInput } from './input.ts';
import { toldOf } from './official.ts';
import type { GeneralRow, StageRow } from './tables.ts';

/** A rider's general classification as it stands: before the stage, plus gap, less bonus, plus penalty. */
interface Ranked {
  readonly bib: Bib;
  readonly totalS: number;
  readonly bonusS: number;
  readonly origin: Origin;
}

interface Total extends Ranked {
  readonly tie: Tie;
}

/** The general classification, without riders whose gap is not known. */
export function generalRows(
  input: StandingsInput,
  gaps: Gaps,
  bonuses: ReadonlyMap<Bib, number>,
  stage: ReadonlyMap<Bib, StageRow>,
): GeneralRow[] {
  const timesS = clockTimes(input);
  const totals: Total[] = [];
  for (const entry of input.sheet.general) {
    const gap = gaps.get(entry.bib);
    if (!gap) continue;
    const bonusS = bonuses.get(entry.bib) ?? 0;
    const penaltyS = input.official.penaltiesS.get(entry.bib) ?? 0;
    const totalS = entry.behindS + gap.gapS - bonusS + penaltyS;
    const tie = tieOf(entry, stage.get(entry.bib), timesS.get(entry.bib) ?? 0);
    totals.push({ bib: entry.bib, totalS, bonusS, origin: gap.origin, tie });
  }
  // The list before the stage is in order, and sorting is stable: what is still equal stays as it was.
  const before = totals.map(({ bib }) => bib);
  totals.sort((a, b) => a.totalS - b.totalS || tieBreak(a.tie, b.tie));
  return rowsOf(totals, before, toldOf('general', input));
}

/** The same, of the young riders only. */
export function youngRows(general: readonly GeneralRow[], input: StandingsInput, maxAge: number): GeneralRow[] {
  const { riders, general: before, info } = input.sheet;
  const year = new Date((info.startMs ?? input.atMs) + info.utcOffsetMin * 60_000).getUTCFullYear();
  const isYoung = (bib: Bib): boolean => {
    const born = riders.get(bib)?.born;
    return born !== null && born !== undefined && year - Number(born.slice(0, 4)) <= maxAge;
  };
  const ranked = general.filter(({ bib }) => isYoung(bib));
  const bibs = new Set(ranked.map(({ bib }) => bib));
  const totals = ranked.map(({ bib, behindS, bonusS, origin }) => ({ bib, totalS: behindS, bonusS, origin }));
  const order = before.filter(({ bib }) => bibs.has(bib)).map(({ bib }) => bib);
  return rowsOf(totals, order, toldOf('young', input));
}

function tieOf(entry: GeneralEntry, today: StageRow | undefined, timeS: number): Tie {
  const place = today !== undefined && today.state !== 'live' ? today.rank : 0;
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
function rowsOf(totals: readonly Ranked[], before: readonly Bib[], told: ClassificationEvent['rows']): GeneralRow[] {
  const ranked = told.length > 0 ? withTold(totals, told) : totals;
  const firstS = ranked[0]?.totalS ?? 0;
  const rankBefore = new Map<Bib, number>();
  for (const bib of before) rankBefore.set(bib, rankBefore.size + 1);
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
