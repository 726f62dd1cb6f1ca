import { gradientAt } from '../../race/course/road.ts';
import type { Group } from '../../race/groups/group.ts';
import type { Race } from '../../race/race.ts';
import type { Forecast } from '../forecast.ts';
import { challengersOf } from './challengers.ts';
import { watchGroups } from './lives.ts';
import { CROSS_WIND, crossWindKph, HOLE_MS, STANDS_MS, type StoryMemory } from './memory.ts';
import { behindPelotonS } from './moves.ts';
import { notableIn } from './notable.ts';

const CALM_MS = 60_000;
/** Nobody races so slowly where the road does not climb, and nowhere so slowly as a man walks. */
const SLOW = { kph: 22, walkingKph: 6, gradientPct: 2 };
/** Who is nearer is in the cars, and will be back. */
const LOST_S = 20;

/** Takes in the race of the next moment. */
export function watch(memory: StoryMemory, race: Race, forecasts: readonly Forecast[]): void {
  if (Number.isNaN(memory.racingMs)) memory.racingMs = race.atMs;
  memory.notable = notableIn(race.sheet);
  hear(memory, race);
  watchGroups(memory, race);
  watchPace(memory, race);
  watchLost(memory, race);
  watchChallengers(memory, race);
  memory.crossWindMs = crossWindKph(race) < CROSS_WIND.moderateKph ? null : (memory.crossWindMs ?? race.atMs);
  for (const forecast of forecasts) if (forecast.kind === 'catch') hearForecast(memory, forecast, race.atMs);
  memory.atMs = race.atMs;
}

function hear({ riders }: StoryMemory, race: Race): void {
  for (const place of race.places) {
    const heard = riders.get(place.bib);
    if (!heard) riders.set(place.bib, { place, holeMs: Number.NEGATIVE_INFINITY });
    else if (heard.place !== place) {
      if (place.atMs - heard.place.atMs > HOLE_MS) heard.holeMs = race.atMs;
      heard.place = place;
    }
  }
}

function watchPace(memory: StoryMemory, race: Race): void {
  const [head] = race.groups;
  const main = race.groups.find(({ id }) => id === memory.main) ?? head;
  const isSlow = head !== undefined && main !== undefined && crawls(head, race) && crawls(main, race);
  memory.slowMs = isSlow ? (memory.slowMs ?? race.atMs) : null;
  if (memory.slowMs === null || race.atMs - memory.slowMs < CALM_MS) return;
  memory.calm = { fromMs: memory.slowMs, toMs: race.atMs };
}

function crawls({ speedKph, frontM }: Group, { sheet }: Race): boolean {
  if (speedKph < SLOW.walkingKph) return true;
  return speedKph < SLOW.kph && gradientAt(sheet.course, frontM, 1000) < SLOW.gradientPct;
}

function watchLost(memory: StoryMemory, race: Race): void {
  const main = race.groups.find(({ id }) => id === memory.main);
  if (!main) return;
  for (const bib of memory.notable.keys()) {
    const place = memory.riders.get(bib)?.place;
    const isBehind = place?.status === 'racing' && place.group !== main.id && place.distanceM < main.backM;
    if (!isBehind || (behindPelotonS(memory, race, bib) ?? 0) < LOST_S) memory.lost.delete(bib);
    else if (!memory.lost.has(bib)) memory.lost.set(bib, { sinceMs: race.atMs, atM: place.distanceM });
  }
}

function watchChallengers({ challengers }: StoryMemory, race: Race): void {
  const now = challengersOf(race);
  for (const kind of [...challengers.keys()])
    if (now.get(kind) !== challengers.get(kind)!.bib) challengers.delete(kind);
  for (const [kind, bib] of now) if (!challengers.has(kind)) challengers.set(kind, { bib, sinceMs: race.atMs });
}

function hearForecast({ words }: StoryMemory, forecast: Extract<Forecast, { kind: 'catch' }>, atMs: number): void {
  const { id, word, silent } = forecast;
  if (word === null || silent !== null) return;
  const said = words.get(id);
  if (said?.word === word) return;
  const before = said && atMs - said.sinceMs >= STANDS_MS ? said.word : (said?.before ?? null);
  words.set(id, { word, sinceMs: atMs, before });
}
