import { type Change, truth } from '../../assets/races/hautes-vallees/day/truth.ts';
import { simulation } from '../../src/desk/feeds/simulation/index.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { Race } from '../../src/race/race.ts';
import type { Bib } from '../../src/race/units.ts';

const FOUND_MS = 20_000;
/** Around a change of the story every frame is raced, between them one in six seconds. */
const BEFORE_MS = 40_000;
const AFTER_MS = 35_000;
const BETWEEN_MS = 6000;
/** So far from a change the story and the engine must agree; and on how many groups there are. */
const SETTLED_MS = 60_000;
const QUIET_MS = 120_000;
const PLACES_MS = 60_000;

/** Whether the two sides of a change ride in different groups, since when, and how often that turned. */
interface Parting {
  readonly change: Change;
  apart: boolean;
  sinceMs: number;
  readonly turnsMs: number[];
}

/** What a day of the built-in race comes to, told to the engine, against the story behind it. */
export interface Built {
  readonly changes: readonly Change[];
  /** Changes that are not found within 20 s, in words. */
  readonly late: readonly string[];
  /** How often each change turned within 20 s of it. */
  readonly turns: readonly { readonly what: string; readonly count: number }[];
  /** Groups that no bunch of the story explains, in words. */
  readonly invented: readonly string[];
  /** As many groups as there were at once. */
  readonly most: number;
  readonly afterTheWinner: ReadonlySet<string>;
  /** How far off each rider was, once a minute. */
  readonly errorsM: readonly number[];
  readonly last: Race | null;
}

export function watched(seed: number): Built {
  const story = truth({ seed });
  const { changes } = story;
  const partings = changes.map(
    (change): Parting => ({ change, apart: change.kind === 'merge', sinceMs: Number.NaN, turnsMs: [] }),
  );
  const invented: string[] = [];
  const errorsM: number[] = [];
  const afterTheWinner = new Set<string>();
  let [most, placesMs, last]: [number, number, Race | null] = [0, 0, null];
  for (const race of racesOf(seed, changes)) {
    last = race;
    most = Math.max(most, race.groups.length);
    if (race.places[0]?.finish) for (const { kind } of race.groups.slice(1)) afterTheWinner.add(kind);
    for (const parting of partings) note(parting, race);
    invented.push(...inventedIn(race, story));
    if (race.atMs < placesMs) continue;
    placesMs = race.atMs + PLACES_MS;
    for (const { bib, rank, finish, distanceM, atMs } of race.places) {
      const errorM = distanceM - story.placeM(bib, atMs);
      if (rank !== null && !finish && Number.isFinite(errorM)) errorsM.push(Math.abs(errorM));
    }
  }
  const turns = partings.map(({ change, turnsMs }) => ({
    what: `${change.kind} of ${change.bunch}`,
    count: turnsMs.filter((atMs) => Math.abs(atMs - change.atMs) <= FOUND_MS).length,
  }));
  return { changes, late: partings.filter(isLate).map(lateSaid), turns, invented, most, afterTheWinner, errorsM, last };
}

/** The race as the engine has it, frame by frame around these changes, else every six seconds. */
export function* racesOf(seed: number, changes: readonly Change[]): Iterable<Race> {
  const day = simulation({ seed });
  const engine = createEngine();
  const read = day.reader();
  let nextMs = 0;
  for (const raw of day.play(day.span.fromMs)) {
    if (raw.topic === 'positions') {
      const isNear = changes.some(({ atMs }) => raw.atMs > atMs - BEFORE_MS && raw.atMs < atMs + AFTER_MS);
      if (!isNear && raw.atMs < nextMs) continue;
      nextMs = raw.atMs + BETWEEN_MS;
    }
    for (const event of read(raw).events) engine.apply(event);
    const race = raw.topic === 'positions' ? engine.race(raw.atMs) : null;
    if (race?.phase === 'racing') yield race;
  }
}

function note(parting: Parting, race: Race): void {
  const { change, apart, turnsMs } = parting;
  if (Math.abs(race.atMs - change.atMs) > SETTLED_MS) return;
  const [ahead, behind] = [groupOf(race, change.ahead), groupOf(race, change.behind)];
  if (ahead === null || behind === null || (ahead !== behind) === apart) return;
  parting.apart = !apart;
  parting.sinceMs = race.atMs;
  turnsMs.push(race.atMs);
}

/** The group in which most of these riders are; null where none is seen. */
function groupOf({ groups }: Race, bibs: readonly Bib[]): string | null {
  const seen = new Set(bibs);
  const counts = groups.map((group) => group.bibs.filter((bib) => seen.has(bib)).length);
  const most = Math.max(0, ...counts);
  return most > 0 ? groups[counts.indexOf(most)]!.id : null;
}

/** Two groups of the engine that ride in one bunch of the story, and groups without any, away from its changes. */
function inventedIn({ groups, atMs }: Race, { changes, bunchesAt }: ReturnType<typeof truth>): string[] {
  const isAway = (ms: number) => changes.every((change) => Math.abs(change.atMs - atMs) > ms);
  if (!isAway(SETTLED_MS)) return [];
  const bunches = bunchesAt(atMs);
  const bunchOf = (bibs: readonly Bib[]) =>
    bunches.find((bunch) => bunch.bibs.filter((bib) => bibs.includes(bib)).length * 2 > bibs.length)?.id ?? null;
  const told = groups.filter(({ bibs, kind }) => bibs.length > 1 && kind !== 'rest').map(({ bibs }) => bunchOf(bibs));
  const twice = told.find((id, i) => id !== null && told.indexOf(id) !== i);
  const isTooMany = isAway(QUIET_MS) && groups.length > bunches.length;
  const said = [...(twice ? [`${twice} in two groups`] : []), ...(isTooMany ? [`${groups.length} groups`] : [])];
  return said.map((what) => `${new Date(atMs).toISOString().slice(11, 19)} ${what}`);
}

const isLate = ({ change, apart, sinceMs }: Parting): boolean =>
  apart !== (change.kind === 'split') || !(sinceMs - change.atMs <= FOUND_MS);

const lateSaid = ({ change, apart, sinceMs }: Parting): string =>
  `${change.kind} of ${change.bunch} at km ${(change.distanceM / 1000).toFixed(1)}: ${apart ? 'apart' : 'together'} after ${(sinceMs - change.atMs) / 1000} s`;
