import { colorOf } from '../../src/edition/color.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { formatGap, formatTime } from '../../src/edition/format.ts';
import { riderNames } from '../../src/edition/names.ts';
import type { Color } from '../../src/edition/theme.ts';
import { headM, type ToGo, toGo } from '../../src/edition/to-go.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import type { JerseyKind, Sheet } from '../../src/race/sheet.ts';
import { compareBibs } from '../../src/race/units.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';

export interface TowerView {
  readonly toGo: ToGo;
  /** What the times are: "Gap". */
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

export const select: Select<TowerView> = (seen) => {
  const { race, edition, params, step } = seen;
  const located = race.places.filter((place) => place.rank !== null && drawn(place));
  const ranked = asOnTheRoad(seen) ? located : steady(located, race.sheet);
  const count = Number(params.rows);
  const first = Math.min(step * count, Math.max(0, ranked.length - count));
  const words = wordsOf(edition.language);
  if (ranked.length === 0) return nothing('no rider is located');
  return {
    toGo: toGo(race, edition),
    times: params.mode === 'interval' ? words.interval : words.gap,
    rows: ranked
      .slice(first, first + count)
      .flatMap((place, i) => rowOf(seen, place, first + i + 1, ranked[first + i - 1] ?? null, i === 0)),
  };
};

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
function steady(located: readonly Place[], { general }: Sheet): Place[] {
  const classified = new Map(general.map(({ bib, behindS }) => [bib, behindS]));
  const behind = ({ bib }: Place) => classified.get(bib) ?? Number.MAX_VALUE;
  const runs = new Map<string, Place[]>();
  for (const place of located) {
    const key = place.group ?? `alone ${place.bib}`;
    const run = runs.get(key);
    if (run) run.push(place);
    else runs.set(key, [place]);
  }
  return [...runs.values()].flatMap((run) => run.sort((a, b) => behind(a) - behind(b) || compareBibs(a.bib, b.bib)));
}

function rowOf(seen: Seen, place: Place, rank: number, before: Place | null, top: boolean): TowerRow[] {
  const { sheet } = seen.race;
  const rider = sheet.riders.get(place.bib);
  if (!rider) return [];
  const together = before !== null && sameTime(place, before);
  return [
    {
      key: String(place.bib),
      place: rank,
      names: riderNames(rider).slice(1),
      team: rider.team,
      teamColor: colorOf(sheet.teams.find(({ code }) => code === rider.team)?.color ?? null),
      jerseys: sheet.jerseys.filter(({ bib }) => bib === place.bib).map(({ kind }) => kind),
      time: timeOf(seen, place, before, together && !top),
      leads: !together,
      late: place.finish === null && place.tracker === 'late',
    },
  ];
}

/** Riders of one group are given the same time, as the results will give it to them. */
function sameTime(place: Place, before: Place): boolean {
  if (place.finish && before.finish)
    return Math.round(place.gapS ?? Number.NaN) === Math.round(before.gapS ?? Number.NaN);
  return place.group !== null && place.group === before.group;
}

/** Of a finisher; none where nobody knows when the race began. */
function raceTime({ sheet }: Race, { finish }: Place, edition: Edition): string {
  const { startMs } = sheet.info;
  return finish && startMs !== null ? formatTime((finish.atMs - startMs) / 1000, edition) : '';
}

function timeOf({ race, edition, params }: Seen, place: Place, before: Place | null, together: boolean): string {
  const words = wordsOf(edition.language);
  if (!before) return raceTime(race, place, edition);
  if (together) return words.sameTime;
  const { gapS, estimated } = params.mode === 'interval' ? intervalOf(race, place, before) : gapOf(race, place);
  return formatGap(gapS, edition, { estimated });
}

interface Measured {
  readonly gapS: number | null;
  readonly estimated: boolean;
}

/** The gap of his group, as the other graphics show it; his own once he has crossed the line, or rides alone. */
function gapOf(race: Race, place: Place): Measured {
  const gap = place.finish ? null : race.groups.find(({ id }) => id === place.group)?.gap;
  return gap
    ? { gapS: gap.value, estimated: gap.origin === 'estimated' }
    : { gapS: place.gapS, estimated: place.gapOrigin === 'estimated' };
}

function intervalOf(race: Race, place: Place, before: Place): Measured {
  if (place.group !== null && place.group === before.group) return { gapS: 0, estimated: false };
  const to = race.groups.find(({ id }) => id === place.group)?.gapToPrevious;
  if (to && !place.finish) return { gapS: to.value, estimated: to.origin === 'estimated' };
  const [mine, his] = [gapOf(race, place), gapOf(race, before)];
  const gapS = mine.gapS === null || his.gapS === null ? null : mine.gapS - his.gapS;
  return { gapS, estimated: mine.estimated || his.estimated };
}
