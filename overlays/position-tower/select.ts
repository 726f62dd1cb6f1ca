import { columnNames } from '../../src/edition/names.ts';
import { teamColors } from '../../src/edition/team-colors.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import { compareBibs } from '../../src/race/units.ts';
import { closed, folded, type Spot as InPlace, type More } from '../../src/stage/kit/stack/fold.ts';
import { isOver, isResult, saidOf, type Told, topValue, virtualValue } from '../../src/stage/kit/stack/rider-value.ts';
import { noValue, type StackMore, type StackRider, type StackView } from '../../src/stage/kit/stack/stack-view.ts';
import { jerseyWords, rowsThatFit, stackView } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

interface Spot extends InPlace {
  readonly place: Place;
  readonly before: Place | null;
}

export const select: Select<StackView> = (seen) => {
  const { race, params, step, beside } = seen;
  const results = new Map(race.standings.stage.map((row) => [row.bib, row]));
  const groups = new Map(race.groups.filter(({ kind }) => kind !== 'rest').map((group) => [group.id, group]));
  const told: Told = { seen, results, groups, virtual: virtualOf(race) };
  const located = race.places.filter(
    (place) => place.rank !== null && !isResult(results.get(place.bib)) && drawn(place),
  );
  const byRoad = asOnTheRoad(seen);
  const onRoad = isByHimself(race) ? againstClock : byRoad ? asLocated : steady;
  const ranked = [...inResults(race, results), ...onRoad(located, told)];
  if (ranked.length === 0 || race.learning) return nothing(whyUnknown(race) ?? 'no rider is located');
  const all = ranked.map((place, i): Spot => {
    const block = blockOf(told, place);
    return { place, rank: i + 1, before: ranked[i - 1] ?? null, block, isAlone: isAlone(told, block) };
  });
  const isFolded = !byRoad && params.groups === 'fold';
  const lines = isFolded ? folded(all) : all;
  const count = Number(params.rows);
  const first = Math.min(step * count, Math.max(0, lines.length - count));
  const wanted = lines.slice(first, first + count);
  const shown = wanted.slice(0, rowsThatFit(wanted.map(spotOf), beside));
  const page = isFolded ? closed(shown, all) : shown;
  const rows = page.map((line, i) => ('left' in line ? moreRow(told, line) : riderRow(told, line, i === 0)));
  return stackView(seen, [titleOf(told, page[0] ? spotOf(page[0]) : null)], rows);
};

const spotOf = (line: Spot | More<Spot>): Spot => ('left' in line ? line.of : line);

function moreRow({ seen, groups }: Told, { of, left }: More<Spot>): StackMore {
  const names = [wordsOf(seen.edition.language).moreRiders(left), `+ ${left}`];
  const pole = poleOf(seen, groups.get(of.block));
  return { kind: 'more', key: `${of.block} more`, block: of.block, pole, isLit: false, names };
}

/** Who has finished stands in one block. */
const RESULT = 'result';
/** And so does who rides against the clock, and who rides in no group. */
const CLOCK = 'clock';
const ALONE = 'alone';

/** While some still ride against the clock, the first of those who have finished stand for all of them. */
const isAlone = ({ virtual }: Told, block: string): boolean =>
  block === ALONE || block === CLOCK || (block === RESULT && virtual.size === 0);

/** Who has finished, in the order of the result, seen by a tracker or not. */
function inResults({ places }: Race, results: Told['results']): Place[] {
  const byBib = new Map(places.map((place) => [place.bib, place]));
  return [...results.values()].filter(isResult).flatMap(({ bib }) => byBib.get(bib) ?? []);
}

/** What the times are. Once the first row is a result it is said which: what follows may still change. */
function titleOf({ seen: { edition, params }, results }: Told, first: Spot | null): string {
  const words = wordsOf(edition.language);
  const row = first && results.get(first.place.bib);
  if (row && row.state !== 'live') return words.result[row.state];
  if (first?.block === CLOCK) return words.virtual;
  return params.mode === 'interval' ? words.interval : words.gap;
}

/** What is silent or off the course is not shown, unless the line has it. */
const drawn = (place: Place): boolean => place.finish !== null || place.tracker === 'live' || place.tracker === 'late';

const asLocated = (located: readonly Place[]): readonly Place[] => located;

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

/** Each against the clock, and it is known when they start. */
const isByHimself = ({ timeTrial }: Race): boolean => timeTrial !== null && timeTrial.teams.length === 0;

/** To the hot seat, or to the best so far, of each who rides against the clock by himself. */
function virtualOf(race: Race): Told['virtual'] {
  const runs = isByHimself(race) ? race.timeTrial!.runs : [];
  const riding = runs.filter(({ state }) => state === 'running');
  return new Map(riding.map(({ bib, toHotSeat, virtualGap }) => [bib, toHotSeat ?? virtualGap]));
}

/** Who rides, by whole seconds of how he would stand now; who cannot be compared yet last, as he started. */
function againstClock(located: readonly Place[], { virtual }: Told): Place[] {
  const started = [...virtual.keys()];
  const secondsOf = ({ bib }: Place) => Math.round(virtual.get(bib)?.value ?? Number.MAX_SAFE_INTEGER);
  return located
    .filter(({ bib, finish }) => finish !== null || virtual.has(bib))
    .sort((a, b) => secondsOf(a) - secondsOf(b) || started.indexOf(a.bib) - started.indexOf(b.bib));
}

function riderRow(told: Told, spot: Spot, isTop: boolean): StackRider {
  const { seen, groups } = told;
  const { place, rank, before, block } = spot;
  const { sheet } = seen.race;
  const rider = sheet.riders.get(place.bib);
  const kinds = sheet.jerseys.filter(({ bib }) => bib === place.bib).map(({ kind }) => kind);
  const value = before ? saidOf(told, place, before) : noValue;
  const topped = isTop && value.text === '' ? topValue(told, place, rank) : value;
  return {
    kind: 'rider',
    key: String(place.bib),
    block,
    pole: poleOf(seen, groups.get(block)),
    isLit: false,
    place: block === CLOCK ? '' : String(rank),
    colors: teamColors(sheet, rider?.team ?? ''),
    names: rider ? columnNames(rider) : [String(place.bib)],
    jerseys: jerseyWords(seen, kinds),
    nation: rider?.nation ?? '',
    value: block === CLOCK ? virtualValue(told, place) : topped,
  };
}

function blockOf(told: Told, place: Place): string {
  if (isOver(told, place)) return RESULT;
  if (told.virtual.has(place.bib)) return CLOCK;
  return place.group !== null && told.groups.has(place.group) ? place.group : ALONE;
}

const poleOf = ({ race }: Seen, group: Group | undefined): StackRider['pole'] =>
  group ? { kind: group.kind, look: lookOf(race.sheet, 'general') } : null;
