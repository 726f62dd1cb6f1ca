import type { ClassificationEvent } from '../event.ts';
import type { RiderIndex, Roster } from '../riders/roster.ts';
import { type Tie, tieBreak } from '../rules/tie-break.ts';
import type { GeneralEntry, Sheet } from '../sheet.ts';
import type { Bib, Origin } from '../units.ts';
import { byBib } from './by-bib.ts';
import type { Gaps } from './gaps.ts';
import type { StandingsInput } from './input.ts';
import { toldOf } from './official.ts';
import type { GeneralRow, Standings } from './tables.ts';

/** One who stood in the general classification before the stage. */
export interface Contender {
  readonly entry: GeneralEntry;
  /** His place in that list, from 0. */
  readonly place: number;
  readonly index: RiderIndex;
  readonly isYoung: boolean;
}

export const contendersOf = ({ general }: Sheet, young: ReadonlySet<Bib>, roster: Roster): Contender[] =>
  general.map((entry, place) => ({
    entry,
    place,
    index: roster.indexOf(entry.bib),
    isYoung: young.has(entry.bib),
  }));

/** A rider's general classification as it stands: before the stage, plus gap, less bonus, plus penalty. */
interface Ranked {
  readonly bib: Bib;
  /** Null of one who was told of, and stood in no classification before. */
  readonly contender: Contender | null;
  readonly totalS: number;
  readonly bonusS: number;
  readonly origin: Origin;
  /** Rank before the stage, among the riders of this table. */
  readonly before: number;
}

/** What the general classification is made of. */
export interface GeneralInput extends Pick<StandingsInput, 'sheet' | 'timeTrial' | 'official'> {
  readonly contenders: readonly Contender[];
  readonly young: ReadonlySet<Bib>;
  readonly gaps: Gaps;
  readonly bonusesS: ReadonlyMap<Bib, number>;
  /** Place in the stage, of those who have finished. */
  readonly placeOf: ReadonlyMap<Bib, number>;
}

type Tables = Pick<Standings, 'general' | 'young'>;

/**
 * The general classification and that of the young riders, without those whose gap is not known. A row that is the same
 * as `before` is the same object.
 */
export function generalTables(input: GeneralInput, before: Tables | null): Tables {
  const general = withTold(rankedOf(input), toldOf('general', input), input);
  const young = withTold(youngOf(general, input), toldOf('young', input), input);
  return { general: rowsOf(general, before?.general ?? []), young: rowsOf(young, before?.young ?? []) };
}

function rankedOf(input: GeneralInput): Ranked[] {
  const { contenders, gaps, bonusesS, placeOf } = input;
  const { penaltiesS } = input.official;
  const timesS = clockTimes(input);
  const ranked: Ranked[] = [];
  for (const contender of contenders) {
    const gap = gaps.of[contender.index];
    if (!gap) continue;
    const { bib, behindS } = contender.entry;
    const bonusS = ofRider(bonusesS, bib);
    const totalS = behindS + gap.gapS - bonusS + ofRider(penaltiesS, bib);
    ranked.push({ bib, contender, totalS, bonusS, origin: gap.origin, before: ranked.length + 1 });
  }
  const tie = ({ bib, contender }: Ranked): Tie => tieOf(contender!.entry, ofRider(placeOf, bib), ofRider(timesS, bib));
  // The list before the stage is in order, and sorting is stable: what is still equal stays as it was.
  return ranked.sort((a, b) => a.totalS - b.totalS || tieBreak(tie(a), tie(b)));
}

const ofRider = (values: ReadonlyMap<Bib, number>, bib: Bib): number =>
  values.size === 0 ? 0 : (values.get(bib) ?? 0);

/** The young riders of a general classification, with their ranks among themselves before the stage. */
function youngOf(general: readonly Ranked[], { contenders, young }: GeneralInput): Ranked[] {
  const firstS = general[0]?.totalS ?? 0;
  const riders = general.filter(({ bib, contender }) => contender?.isYoung ?? young.has(bib));
  const ranks = new Int16Array(contenders.length);
  for (const { contender } of riders) if (contender) ranks[contender.place] = 1;
  let rank = 0;
  for (let place = 0; place < ranks.length; place += 1) if (ranks[place] === 1) ranks[place] = rank += 1;
  return riders.map(({ bib, contender, totalS, bonusS, origin }) => {
    const before = contender ? ranks[contender.place]! : UNRANKED;
    return { bib, contender, totalS: totalS - firstS, bonusS, origin, before };
  });
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
function clockTimes({ sheet, timeTrial }: GeneralInput): ReadonlyMap<Bib, number> {
  const runs = sheet.info.type === 'time-trial' ? (timeTrial?.runs ?? []) : [];
  return new Map(runs.map(({ bib, finishS }) => [bib, finishS ?? 0]));
}

/** Ranks, gaps to the first and places won. */
function rowsOf(ranked: readonly Ranked[], old: readonly GeneralRow[]): GeneralRow[] {
  const firstS = ranked[0]?.totalS ?? 0;
  return ranked.map(({ bib, totalS, bonusS, origin, before }, index) => {
    const rank = index + 1;
    const behindS = totalS - firstS;
    const moved = before === UNRANKED ? 0 : before - rank;
    const was = old[index];
    const isSame = was?.bib === bib && was.behindS === behindS && was.moved === moved;
    if (isSame && was.bonusS === bonusS && was.origin === origin) return was;
    return { rank, bib, behindS, moved, bonusS, origin };
  });
}

/** Of a rider who stood in no classification before the stage. */
const UNRANKED = 0;

/**
 * What was classified officially goes first, as it was told. Those who were not told of keep the gaps among themselves
 * that we found, to the first whom we found.
 */
function withTold(totals: Ranked[], rows: ClassificationEvent['rows'], { contenders }: GeneralInput): Ranked[] {
  if (rows.length === 0) return totals;
  const ours = byBib(totals);
  const known = new Map(contenders.map((contender) => [contender.entry.bib, contender]));
  const told = rows.map(({ bib, value }): Ranked => {
    const { bonusS = 0, before = UNRANKED } = ours.get(bib) ?? {};
    ours.delete(bib);
    return { bib, contender: known.get(bib) ?? null, totalS: value, bonusS, origin: 'timed', before };
  });
  const firstS = totals[0]?.totalS ?? 0;
  const rest = [...ours.values()].map((total) => ({ ...total, totalS: total.totalS - firstS }));
  return [...told, ...rest];
}
