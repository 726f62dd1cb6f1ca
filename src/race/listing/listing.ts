import type { Group } from '../groups/group.ts';
import { hiddenIn } from '../overrides/overrides.ts';
import type { Place } from '../place.ts';
import type { Race } from '../race.ts';
import { isConfirmed } from '../standings/held-back.ts';
import type { StageRow } from '../standings/tables.ts';
import { type Bib, compareBibs, type Reading } from '../units.ts';

/** All who are listed one below the other, and what their order rests on. */
export interface Listing {
  /** Nobody while the race is being learnt. */
  readonly spots: readonly Spot[];
  /** What the stage gives each: `live` while he rides. */
  readonly results: ReadonlyMap<Bib, StageRow>;
  /** Without the rest, which is no group. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Against the clock, of those who ride: to the hot seat, or to the best so far; null where nobody was here before. */
  readonly virtual: ReadonlyMap<Bib, Reading | null>;
  /** So many have finished whose result waits for a hand: they are not listed, and count in the ranks of the others. */
  readonly heldBack: number;
}

/** A rider in his place, not yet in words. */
export interface Spot {
  /** From 1. */
  readonly rank: number;
  readonly place: Place;
  /** Who stands together: a group by its id, or one of those below. */
  readonly block: string;
  /** He stands for himself, whoever else is in his block. */
  readonly isAlone: boolean;
}

/** Who has finished stands in one block. */
const RESULT = 'result';
/** And so does who rides against the clock, and who rides in no group. */
export const CLOCK = 'clock';
const ALONE = 'alone';

type Known = Omit<Listing, 'spots' | 'heldBack'>;

/** First those who have finished, in the order of the result; then who is on the road, `byRoad` inside a group as well. */
export function listingOf(race: Race, byRoad: boolean): Listing {
  const results = new Map(race.standings.stage.map((row) => [row.bib, row]));
  const groups = new Map(race.groups.filter(({ kind }) => kind !== 'rest').map((group) => [group.id, group]));
  const known: Known = { results, groups, virtual: virtualOf(race) };
  if (race.learning) return { ...known, spots: [], heldBack: 0 };
  const hidden = hiddenIn(race);
  const visible = race.places.filter(({ bib }) => !hidden.has(bib));
  const hold = isConfirmed(race) ? [] : visible.filter((place) => isHeld(known, place));
  const held = new Set(hold.map(({ bib }) => bib));
  // Who was lapped stands behind all who are on the road with more laps.
  const heldBack = hold.filter((place) => place.lapsDown === 0 || isResult(results.get(place.bib))).length;
  const isListed = ({ bib }: Place) => !hidden.has(bib) && !held.has(bib);
  const located = race.places.filter(
    (place) => place.rank !== null && !isResult(results.get(place.bib)) && isSeen(place) && isListed(place),
  );
  const onRoad = isByHimself(race)
    ? againstClock(located, known)
    : byRoad
      ? located
      : steady(located, race.sheet.general, known);
  const arrived = inResults(race, results).filter(isListed);
  const spots = [
    ...arrived.map((place, i) => spotOf(known, place, i + 1)),
    ...onRoad.map((place, i) => spotOf(known, place, arrived.length + heldBack + i + 1)),
  ];
  return { ...known, spots, heldBack };
}

function spotOf(known: Known, place: Place, rank: number): Spot {
  const block = blockOf(known, place);
  return { place, rank, block, isAlone: isAlone(known, block) };
}

/** Before the finish is confirmed: he has finished and counts, and his place is not official. */
function isHeld({ results }: Known, { bib, rank, finish }: Place): boolean {
  const row = results.get(bib);
  return isResult(row) ? row?.state !== 'official' : rank !== null && finish !== null;
}

export const isResult = (row: StageRow | undefined): boolean => row !== undefined && row.state !== 'live';

export const isOver = ({ results }: Pick<Listing, 'results'>, place: Place): boolean =>
  isResult(results.get(place.bib)) || place.finish !== null;

/** While some still ride against the clock, the first of those who have finished stand for all of them. */
const isAlone = ({ virtual }: Known, block: string): boolean =>
  block === ALONE || block === CLOCK || (block === RESULT && virtual.size === 0);

function blockOf(known: Known, place: Place): string {
  if (isOver(known, place)) return RESULT;
  if (known.virtual.has(place.bib)) return CLOCK;
  return place.group !== null && known.groups.has(place.group) ? place.group : ALONE;
}

/** Who has finished, in the order of the result, seen by a tracker or not. */
function inResults({ places }: Race, results: Listing['results']): Place[] {
  const byBib = new Map(places.map((place) => [place.bib, place]));
  return [...results.values()].filter(isResult).flatMap(({ bib }) => byBib.get(bib) ?? []);
}

/** What is silent or off the course is not shown, unless the line has it. */
const isSeen = (place: Place): boolean => place.finish !== null || place.tracker === 'live' || place.tracker === 'late';

/**
 * Inside a group the order on the road means nothing, changes with every turn at the front, and is finer than trackers
 * can tell: riders are listed as they stood in the general classification this morning, then by bib.
 */
function steady(located: readonly Place[], general: Race['sheet']['general'], { groups }: Known): Place[] {
  const classified = new Map(general.map(({ bib, behindS }) => [bib, behindS]));
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

/** Each against the clock, and it is known when they start. */
const isByHimself = ({ timeTrial }: Race): boolean => timeTrial !== null && timeTrial.teams.length === 0;

/** To the hot seat, or to the best so far, of each who rides against the clock by himself. */
function virtualOf(race: Race): Listing['virtual'] {
  const runs = isByHimself(race) ? race.timeTrial!.runs : [];
  const riding = runs.filter(({ state }) => state === 'running');
  return new Map(riding.map(({ bib, toHotSeat, virtualGap }) => [bib, toHotSeat ?? virtualGap]));
}

/** Who rides, by whole seconds of how he would stand now; who cannot be compared yet last, as he started. */
function againstClock(located: readonly Place[], { virtual }: Known): Place[] {
  const started = [...virtual.keys()];
  const secondsOf = ({ bib }: Place) => Math.round(virtual.get(bib)?.value ?? Number.MAX_SAFE_INTEGER);
  return located
    .filter(({ bib, finish }) => finish !== null || virtual.has(bib))
    .sort((a, b) => secondsOf(a) - secondsOf(b) || started.indexOf(a.bib) - started.indexOf(b.bib));
}
