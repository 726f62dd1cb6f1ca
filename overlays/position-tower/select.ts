import type { Edition } from '../../src/edition/edition.ts';
import { formatTime } from '../../src/edition/format.ts';
import { columnNames } from '../../src/edition/names.ts';
import { teamColors } from '../../src/edition/team-colors.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import type { StageRow } from '../../src/race/standings/tables.ts';
import { type Bib, compareBibs } from '../../src/race/units.ts';
import { closed, folded, type Spot as InPlace, type More } from '../../src/stage/kit/stack/fold.ts';
import {
  noValue,
  type StackMore,
  type StackRider,
  type StackView,
  type Value,
} from '../../src/stage/kit/stack/stack-view.ts';
import { gapValue, jerseyWords, rowsThatFit, stackHeader } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** What the stage gives each: `live` while he rides. */
type Results = ReadonlyMap<Bib, StageRow>;

interface Told {
  readonly seen: Seen;
  readonly results: Results;
  /** Without the rest, which is no group. */
  readonly groups: ReadonlyMap<string, Group>;
}

interface Spot extends InPlace {
  readonly place: Place;
  readonly before: Place | null;
}

export const select: Select<StackView> = (seen) => {
  const { race, params, step, beside } = seen;
  const results: Results = new Map(race.standings.stage.map((row) => [row.bib, row]));
  const groups = new Map(race.groups.filter(({ kind }) => kind !== 'rest').map((group) => [group.id, group]));
  const told = { seen, results, groups };
  const located = race.places.filter(
    (place) => place.rank !== null && !isResult(results.get(place.bib)) && drawn(place),
  );
  const byRoad = asOnTheRoad(seen);
  const ranked = [...inResults(race, results), ...(byRoad ? located : steady(located, told))];
  if (ranked.length === 0 || race.learning) return nothing(whyUnknown(race) ?? 'no rider is located');
  const all = ranked.map((place, i): Spot => {
    const block = blockOf(told, place);
    return { place, rank: i + 1, before: ranked[i - 1] ?? null, block, isAlone: block === RESULT || block === ALONE };
  });
  const isFolded = !byRoad && params.groups === 'fold';
  const lines = isFolded ? folded(all) : all;
  const count = Number(params.rows);
  const first = Math.min(step * count, Math.max(0, lines.length - count));
  const wanted = lines.slice(first, first + count);
  const shown = wanted.slice(0, rowsThatFit(wanted.map(spotOf), beside));
  const page = isFolded ? closed(shown, all) : shown;
  return {
    header: stackHeader(seen, [titleOf(seen, results.get(page[0] ? spotOf(page[0]).place.bib : ''))]),
    rows: page.map((line, i) => ('left' in line ? moreRow(told, line) : riderRow(told, line, i === 0))),
  };
};

const spotOf = (line: Spot | More<Spot>): Spot => ('left' in line ? line.of : line);

function moreRow({ seen, groups }: Told, { of, left }: More<Spot>): StackMore {
  const names = [wordsOf(seen.edition.language).moreRiders(left), `+ ${left}`];
  const pole = poleOf(seen, groups.get(of.block));
  return { kind: 'more', key: `${of.block} more`, block: of.block, pole, isLit: false, names };
}

/** Who has finished stands in one block. */
const RESULT = 'result';
/** And so does who rides in no group. */
const ALONE = 'alone';

const isResult = (row: StageRow | undefined): boolean => row !== undefined && row.state !== 'live';

/** Who has finished, in the order of the result, seen by a tracker or not. */
function inResults({ places }: Race, results: Results): Place[] {
  const byBib = new Map(places.map((place) => [place.bib, place]));
  return [...results.values()].filter(isResult).flatMap(({ bib }) => byBib.get(bib) ?? []);
}

/** Once the first row is a result it is said which: what follows may still change. */
function titleOf({ edition, params }: Seen, first: StageRow | undefined): string {
  const words = wordsOf(edition.language);
  if (first && first.state !== 'live') return words.result[first.state];
  return params.mode === 'interval' ? words.interval : words.gap;
}

/** What is silent or off the course is not shown, unless the line has it. */
const drawn = (place: Place): boolean => place.finish !== null || place.tracker === 'live' || place.tracker === 'late';

/** Inside a group only the operator says that the order on the road means something. */
const asOnTheRoad = ({ params }: Seen): boolean => params.order === 'road';

/**
 * Inside a group the order on the road means nothing, changes with every turn at the front, and is finer than trackers
 * can tell: riders are listed as they stood in the general classification this morning, then by bib.
 */
function steady(located: readonly Place[], { seen, groups }: Told): Place[] {
  const classified = new Map(seen.race.sheet.general.map(({ bib, behindS }) => [bib, behindS]));
  const behind = ({ bib }: Place) => classified.get(bib) ?? Number.MAX_VALUE;
  const runs = new Map<string, Place[]>();
  for (const place of located) {
    const key = place.group !== null && groups.has(place.group) ? place.group : `alone ${place.bib}`;
    const run = runs.get(key);
    if (run) run.push(place);
    else runs.set(key, [place]);
  }
  return [...runs.values()].flatMap((run) => run.sort((a, b) => behind(a) - behind(b) || compareBibs(a.bib, b.bib)));
}

function riderRow(told: Told, spot: Spot, isTop: boolean): StackRider {
  const { seen, groups } = told;
  const { place, rank, before, block } = spot;
  const { sheet } = seen.race;
  const rider = sheet.riders.get(place.bib);
  const kinds = sheet.jerseys.filter(({ bib }) => bib === place.bib).map(({ kind }) => kind);
  const value = before ? saidOf(told, place, before) : noValue;
  return {
    kind: 'rider',
    key: String(place.bib),
    block,
    pole: poleOf(seen, groups.get(block)),
    isLit: false,
    place: String(rank),
    colors: teamColors(sheet, rider?.team ?? ''),
    names: rider ? columnNames(rider) : [String(place.bib)],
    jerseys: jerseyWords(seen, kinds),
    nation: rider?.nation ?? '',
    value: isTop && value.text === '' ? topValue(told, spot) : value,
  };
}

function blockOf(told: Told, place: Place): string {
  if (isOver(told, place)) return RESULT;
  return place.group !== null && told.groups.has(place.group) ? place.group : ALONE;
}

const poleOf = ({ race }: Seen, group: Group | undefined): StackRider['pole'] =>
  group ? { kind: group.kind, look: lookOf(race.sheet, 'general') } : null;

const isOver = ({ results }: Told, place: Place): boolean => isResult(results.get(place.bib)) || place.finish !== null;

/** Riders of one group are given the same time, as the results will give it to them. */
function sameTime({ results, groups }: Told, place: Place, before: Place): boolean {
  const [mine, his] = [results.get(place.bib), results.get(before.bib)];
  if (mine && his && isResult(mine) && isResult(his)) return mine.gapS !== null && mine.gapS === his.gapS;
  if (place.finish && before.finish)
    return Math.round(place.gapS ?? Number.NaN) === Math.round(before.gapS ?? Number.NaN);
  return place.group !== null && place.group === before.group && groups.has(place.group);
}

/** Of a finisher, against the clock from his own start; none where nobody knows when he or the race began. */
function raceTime({ sheet, timeTrial }: Race, { bib, finish }: Place, edition: Edition): string {
  const { startMs } = sheet.info;
  if (!finish) return '';
  const run = timeTrial?.runs.find((one) => one.bib === bib);
  const raceS = startMs === null ? null : (finish.atMs - startMs) / 1000;
  const timeS = timeTrial ? (run?.finishS ?? null) : raceS;
  const origin = run?.finishOrigin ?? finish.origin;
  return timeS === null ? '' : `${origin === 'estimated' ? '~' : ''}${formatTime(timeS, edition)}`;
}

/** The first row says the time of who leads; or, on a later page, what the row above it would have said. */
function topValue(told: Told, { place, rank }: Spot): Value {
  const { race, edition } = told.seen;
  if (rank === 1) return { text: raceTime(race, place, edition), isWord: false };
  const { gapS, estimated } = gapOf(told, place);
  return gapValue(newsOf(told, place), gapS, estimated);
}

/** What the line gave does not grow old. */
const newsOf = (told: Told, place: Place): Seen => (isOver(told, place) ? { ...told.seen, news: 'fresh' } : told.seen);

/** Said once for all who are given the same. */
function saidOf(told: Told, place: Place, before: Place): Value {
  if (sameTime(told, place, before)) return noValue;
  const { seen } = told;
  const { gapS, estimated } = seen.params.mode === 'interval' ? intervalOf(told, place, before) : gapOf(told, place);
  const isLate = !isOver(told, place) && place.tracker === 'late';
  return gapValue(newsOf(told, place), gapS, estimated || isLate);
}

interface Measured {
  readonly gapS: number | null;
  readonly estimated: boolean;
}

/** What the result gives him; the gap of his group, as the other graphics show it; his own where he is of no one group. */
function gapOf({ results, groups }: Told, place: Place): Measured {
  const row = results.get(place.bib);
  const gap = isResult(row) || place.finish ? null : groups.get(place.group ?? '')?.gap;
  if (gap) return { gapS: gap.value, estimated: gap.origin === 'estimated' };
  return row
    ? { gapS: row.gapS, estimated: row.origin === 'estimated' }
    : { gapS: place.gapS, estimated: place.gapOrigin === 'estimated' };
}

function intervalOf(told: Told, place: Place, before: Place): Measured {
  const isIn = isOver(told, place);
  const group = told.groups.get(place.group ?? '');
  if (!isIn && group && place.group === before.group) return { gapS: 0, estimated: false };
  const to = group?.gapToPrevious;
  if (to && !isIn) return { gapS: to.value, estimated: to.origin === 'estimated' };
  const [mine, his] = [gapOf(told, place), gapOf(told, before)];
  const gapS = mine.gapS === null || his.gapS === null ? null : mine.gapS - his.gapS;
  return { gapS, estimated: mine.estimated || his.estimated };
}
