import { beforeAll, describe, expect, it } from 'vitest';
import { simulation } from '../../src/desk/feeds/simulation/index.ts';
import { type Change, truth } from '../../src/desk/feeds/simulation/truth.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { Race } from '../../src/race/race.ts';
import type { Bib } from '../../src/race/units.ts';

const SEED = 1;
/** The race is looked at every four seconds, the riders' places every minute. */
const LOOK_MS = 4000;
const PLACES_MS = 60_000;
/** So long around each change of the story is looked at. */
const AROUND_MS = 120_000;
const FOUND_MS = 20_000;

/** Each change of the story, with the moments at which its two sides came apart or together. */
interface Watched {
  readonly change: Change;
  readonly turns: { readonly atMs: number; readonly apart: boolean }[];
}

const story = truth({ seed: SEED });
const watched: readonly Watched[] = story.changes.map((change) => ({ change, turns: [] }));
const errorsM: number[] = [];
/** Moments at which a group was there that no bunch of the story explains. */
const invented: string[] = [];
let last: Race | null = null;

/** The group that most of these riders are in. */
function groupOf(race: Race, bibs: readonly Bib[]): string | null {
  const counts = race.groups.map((group) => bibs.filter((bib) => group.bibs.includes(bib)).length);
  const most = Math.max(...counts);
  return most > 0 ? race.groups[counts.indexOf(most)]!.id : null;
}

function look(race: Race): void {
  for (const { change, turns } of watched) {
    if (Math.abs(race.atMs - change.atMs) > AROUND_MS) continue;
    const apart = groupOf(race, change.ahead) !== groupOf(race, change.behind);
    if (turns.at(-1)?.apart !== apart) turns.push({ atMs: race.atMs, apart });
  }
  const isQuiet = story.changes.every((change) => Math.abs(change.atMs - race.atMs) > AROUND_MS);
  const bunches = story.bunchesAt(race.atMs).length;
  if (isQuiet && race.groups.length > bunches) invented.push(new Date(race.atMs).toISOString().slice(11, 19));
}

beforeAll(() => {
  const engine = createEngine();
  const feed = simulation({ seed: SEED });
  const read = feed.reader();
  let lookMs = 0;
  let placesMs = 0;
  for (const raw of feed.play(feed.span.fromMs)) {
    for (const event of read(raw).events) engine.apply(event);
    if (raw.atMs < lookMs) continue;
    lookMs = raw.atMs + LOOK_MS;
    const race = engine.race(raw.atMs);
    if (race?.phase !== 'racing') continue;
    look(race);
    last = race;
    if (raw.atMs < placesMs) continue;
    placesMs = raw.atMs + PLACES_MS;
    for (const { bib, rank, finish, distanceM, atMs } of race.places) {
      const errorM = distanceM - story.placeM(bib, atMs);
      if (rank !== null && !finish && Number.isFinite(errorM)) errorsM.push(Math.abs(errorM));
    }
  }
}, 180_000);

describe('the engine on the built-in race', () => {
  it('finds each split and each merge within 20 s, and only once', () => {
    expect(watched.length).toBeGreaterThan(25);
    for (const { change, turns } of watched) {
      const found = turns.find((turn) => turn.apart === (change.kind === 'split'));
      const turn = turns.filter((one) => Math.abs(one.atMs - change.atMs) <= FOUND_MS);
      const what = `${change.kind} of ${change.bunch}`;
      expect(found, what).toBeDefined();
      expect(turn.length, `${what} within 20 s`).toBe(1);
    }
  });

  it('invents none', () => {
    expect(invented).toEqual([]);
  });

  it('knows where everybody is', () => {
    const sorted = Float64Array.from(errorsM).sort();
    expect(sorted[sorted.length >> 1]).toBeLessThan(10);
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(25);
    expect(sorted.at(-1)).toBeLessThan(150);
  });

  it('sees the winner', () => {
    expect(last?.places[0]).toMatchObject({ status: 'finished', rank: 1, gapS: 0 });
  });
});
