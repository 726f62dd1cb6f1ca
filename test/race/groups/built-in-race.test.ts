import { beforeAll, describe, expect, it } from 'vitest';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { type Change, truth } from '../../../src/desk/feeds/simulation/truth.ts';
import { createEngine } from '../../../src/race/engine.ts';
import type { Race } from '../../../src/race/race.ts';

const FOUND_WITHIN_S = 20;
/** The race is looked at so often, and around a change of the story for so long. */
const EVERY_MS = 2000;
const AROUND_MS = 60_000;

/** Whether two parties ride in different groups, and since when. */
interface Parting {
  readonly change: Change;
  apart: boolean;
  sinceMs: number;
}

const seed = 1;
const { changes, bunchesAt } = truth({ seed });
const partings: Parting[] = changes.map((change) => ({ change, apart: change.kind === 'merge', sinceMs: Number.NaN }));
const invented: string[] = [];
const afterTheWinner = new Set<string>();
let most = 0;

/** The group in which most of these riders are; null where none is seen. */
function groupOf(race: Race, bibs: readonly string[]): string | null {
  const counts = new Map<string, number>();
  const seen = new Set(bibs);
  for (const { id, bibs: members } of race.groups)
    counts.set(
      id,
      members.reduce((count, bib) => count + (seen.has(bib) ? 1 : 0), 0),
    );
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : null;
}

function watch(race: Race): void {
  most = Math.max(most, race.groups.length);
  for (const parting of partings) {
    if (Math.abs(race.atMs - parting.change.atMs) > AROUND_MS) continue;
    const ahead = groupOf(race, parting.change.ahead);
    const behind = groupOf(race, parting.change.behind);
    if (ahead === null || behind === null || (ahead !== behind) === parting.apart) continue;
    parting.apart = ahead !== behind;
    parting.sinceMs = race.atMs;
  }
}

/** Two groups of the engine that ride in one bunch of the story, away from its changes. */
function findInvented(race: Race): void {
  if (changes.some(({ atMs }) => Math.abs(race.atMs - atMs) < AROUND_MS)) return;
  const bunches = bunchesAt(race.atMs);
  const bunchOf = (bibs: readonly string[]) =>
    bunches.find((bunch) => bunch.bibs.filter((bib) => bibs.includes(bib)).length * 2 > bibs.length)?.id ?? null;
  const told = race.groups.filter(({ bibs }) => bibs.length > 1).map(({ bibs }) => bunchOf(bibs));
  const twice = told.find((id, i) => id !== null && told.indexOf(id) !== i);
  if (twice) invented.push(`${new Date(race.atMs).toISOString()} ${twice} in two groups`);
}

describe('the groups of the built-in race', () => {
  beforeAll(() => {
    const day = simulation({ seed });
    const engine = createEngine();
    const read = day.reader();
    let nextMs = 0;
    for (const raw of day.play(day.span.fromMs)) {
      for (const event of read(raw).events) engine.apply(event);
      if (raw.atMs < nextMs) continue;
      nextMs = raw.atMs + EVERY_MS;
      const race = engine.race(raw.atMs);
      if (race?.phase !== 'racing') continue;
      watch(race);
      if (race.places[0]?.finish) for (const { kind } of race.groups.slice(1)) afterTheWinner.add(kind);
      findInvented(race);
    }
  }, 180_000);

  it('are found within 20 seconds of each split and merge', () => {
    expect(changes.length).toBeGreaterThan(20);
    const late = partings
      .filter(({ change, apart, sinceMs }) => {
        const found = apart === (change.kind === 'split');
        return !found || !(sinceMs - change.atMs <= FOUND_WITHIN_S * 1000);
      })
      .map(
        ({ change, apart, sinceMs }) =>
          `${change.kind} of ${change.bunch} at km ${(change.distanceM / 1000).toFixed(1)}: ${apart ? 'apart' : 'together'} after ${(sinceMs - change.atMs) / 1000} s`,
      );
    expect(late).toEqual([]);
  });

  it('are called what they were once the race is won: nobody chases, and the gruppetto is no peloton', () => {
    expect([...afterTheWinner].sort()).toEqual(['dropped', 'gruppetto', 'jersey', 'rest']);
  });

  it('are never invented, and never more than five', () => {
    expect(invented).toEqual([]);
    expect(most).toBeLessThanOrEqual(5);
  });
});
