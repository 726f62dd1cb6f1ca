import { colorOf } from '../../src/edition/color.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { formatGap, formatTime } from '../../src/edition/format.ts';
import { riderNames } from '../../src/edition/names.ts';
import type { Color } from '../../src/edition/theme.ts';
import { headM, type ToGo, toGo } from '../../src/edition/to-go.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Group } from '../../src/race/groups/group.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import type { JerseyKind } from '../../src/race/sheet.ts';
import type { StageRow } from '../../src/race/standings/tables.ts';
import { type Bib, compareBibs } from '../../src/race/units.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

export interface TowerView {
  readonly toGo: ToGo;
  /** What the times are: "Gap"; of a result, how far it can be relied on. */
  readonly times: string;
  readonly rows: readonly TowerRow[];
}

export interface TowerRow {
  /** The bib. */
  readonly key: string;
  readonly place: number;
  /** From long to short. */
  readonly names: readonly string[];
  readonly team: string;
  readonly teamColor: Color | null;
  readonly jerseys: readonly JerseyKind[];
  readonly time: string;
  /** First of a group: its time says something new. */
  readonly leads: boolean;
  /** The tracker is late. */
  readonly late: boolean;
}

/** What the stage gives each: `live` while he rides. */
type Results = ReadonlyMap<Bib, StageRow>;

interface Told {
  readonly seen: Seen;
  readonly results: Results;
}

export const select: Select<TowerView> = (seen) => {
  const { race, edition, params, step } = seen;
  const results: Results = new Map(race.standings.stage.map((row) => [row.bib, row]));
  const isOver = ({ bib }: Place) => isResult(results.get(bib));
  const located = race.places.filter((place) => place.rank !== null && !isOver(place) && drawn(place));
  const onRoad = asOnTheRoad(seen) ? located : steady(located, race);
  const ranked = [...inResults(race, results), ...onRoad];
  const count = Number(params.rows);
  const first = Math.min(step * count, Math.max(0, ranked.length - count));
  if (ranked.length === 0 || race.learning) return nothing(whyUnknown(race) ?? 'no rider is located');
  return {
    toGo: toGo(race, edition),
    times: titleOf(seen, results.get(ranked[first]?.bib ?? '')),
    rows: ranked
      .slice(first, first + count)
      .flatMap((place, i) => rowOf({ seen, results }, place, first + i + 1, ranked[first + i - 1] ?? null, i === 0)),
  };
};

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

/** In the last kilometre the order inside a group is the race itself; without a classification there is no other. */
const LAST_KM_M = 1000;

function asOnTheRoad({ race, params }: Seen): boolean {
  const { general, course } = race.sheet;
  return params.order === 'road' || general.length === 0 || (headM(race) ?? 0) >= course.lengthM - LAST_KM_M;
}

/**
 * Inside a group the order on the road means nothing, changes with every turn at the front, and is finer than trackers
 * can tell: riders are listed as they stood in the general classification this morning, then by bib.
 */
function steady(located: readonly Place[], { sheet: { general }, groups }: Race): Place[] {
  const classified = new Map(general.map(({ bib, behindS }) => [bib, behindS]));
  const behind = ({ bib }: Place) => classified.get(bib) ?? Number.MAX_VALUE;
  const rest = groups.filter(({ kind }) => kind === 'rest').map(({ id }) => id);
  const runs = new Map<string, Place[]>();
  for (const place of located) {
    const isAlone = place.group === null || rest.includes(place.group);
    const key = isAlone ? `alone ${place.bib}` : place.group;
    const run = runs.get(key);
    if (run) run.push(place);
    else runs.set(key, [place]);
  }
  return [...runs.values()].flatMap((run) => run.sort((a, b) => behind(a) - behind(b) || compareBibs(a.bib, b.bib)));
}

function rowOf(told: Told, place: Place, rank: number, before: Place | null, top: boolean): TowerRow[] {
  const { sheet } = told.seen.race;
  const rider = sheet.riders.get(place.bib);
  if (!rider) return [];
  const together = before !== null && sameTime(told, place, before);
  return [
    {
      key: String(place.bib),
      place: rank,
      names: riderNames(rider).slice(1),
      team: rider.team,
      teamColor: colorOf(sheet.teams.find(({ code }) => code === rider.team)?.colors?.[0] ?? null),
      jerseys: sheet.jerseys.filter(({ bib }) => bib === place.bib).map(({ kind }) => kind),
      time: timeOf(told, place, before, together && !top),
      leads: !together,
      late: !isResult(told.results.get(place.bib)) && place.finish === null && place.tracker === 'late',
    },
  ];
}

/** Riders of one group are given the same time, as the results will give it to them. */
function sameTime({ seen: { race }, results }: Told, place: Place, before: Place): boolean {
  const [mine, his] = [results.get(place.bib), results.get(before.bib)];
  if (mine && his && isResult(mine) && isResult(his)) return mine.gapS !== null && mine.gapS === his.gapS;
  if (place.finish && before.finish)
    return Math.round(place.gapS ?? Number.NaN) === Math.round(before.gapS ?? Number.NaN);
  return place.group === before.group && groupOf(race, place) !== undefined;
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

function timeOf({ seen, results }: Told, place: Place, before: Place | null, together: boolean): string {
  const { race, edition, params } = seen;
  const words = wordsOf(edition.language);
  if (!before) return raceTime(race, place, edition);
  if (together) return words.sameTime;
  const { gapS, estimated } =
    params.mode === 'interval' ? intervalOf(race, results, place, before) : gapOf(race, results, place);
  return formatGap(gapS, edition, { estimated });
}

interface Measured {
  readonly gapS: number | null;
  readonly estimated: boolean;
}

/** What the result gives him; the gap of his group, as the other graphics show it; his own where he is of no one group. */
function gapOf(race: Race, results: Results, place: Place): Measured {
  const row = results.get(place.bib);
  const gap = isResult(row) || place.finish ? null : groupOf(race, place)?.gap;
  if (gap) return { gapS: gap.value, estimated: gap.origin === 'estimated' };
  return row
    ? { gapS: row.gapS, estimated: row.origin === 'estimated' }
    : { gapS: place.gapS, estimated: place.gapOrigin === 'estimated' };
}

/** The group that he rides in; the rest of several groups is none. */
const groupOf = ({ groups }: Race, { group }: Place): Group | undefined =>
  groups.find(({ id, kind }) => id === group && kind !== 'rest');

function intervalOf(race: Race, results: Results, place: Place, before: Place): Measured {
  const isIn = isResult(results.get(place.bib)) || place.finish !== null;
  const group = groupOf(race, place);
  if (!isIn && group && place.group === before.group) return { gapS: 0, estimated: false };
  const to = group?.gapToPrevious;
  if (to && !isIn) return { gapS: to.value, estimated: to.origin === 'estimated' };
  const [mine, his] = [gapOf(race, results, place), gapOf(race, results, before)];
  const gapS = mine.gapS === null || his.gapS === null ? null : mine.gapS - his.gapS;
  return { gapS, estimated: mine.estimated || his.estimated };
}
