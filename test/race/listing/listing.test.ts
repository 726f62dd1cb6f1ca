import { expect, it } from 'vitest';
import { listingOf } from '../../../src/race/listing/listing.ts';
import type { Overrides } from '../../../src/race/overrides/override.ts';
import type { Place } from '../../../src/race/place.ts';
import { noStandings, type StageRow } from '../../../src/race/standings/tables.ts';
import { place, race, riders, START_MS, sheet } from '../../support/race.ts';

const finish = { value: 0, atMs: START_MS, origin: 'gps' } as const;
const row = (bib: string, rank: number, state: StageRow['state']): StageRow => {
  return { bib, rank, gapS: 0, origin: 'gps', state };
};
/** 1 and 2 have finished, 3 was disqualified after it, 4 and 5 ride. */
const places: readonly Place[] = [
  place('1', { rank: 1, finish, status: 'finished' }),
  place('2', { rank: 2, finish, status: 'finished' }),
  place('4', { rank: 3 }),
  place('5', { rank: 4 }),
  place('3', { finish, status: 'disqualified' }),
];
const stage = (state: StageRow['state']) => [row('1', 1, state), row('2', 2, 'unofficial'), row('4', 3, 'live')];
const listed = (of: Parameters<typeof listingOf>[0]) => {
  const { spots, heldBack } = listingOf(of, false);
  return [spots.map(({ rank, place: { bib } }) => `${rank} ${bib}`).join(', '), heldBack];
};
const at = (state: StageRow['state'], confirmed: readonly string[], overrides: Overrides = []) => {
  const standings = { ...noStandings, stage: stage(state) };
  return race({ sheet: sheet({ riders: riders(8) }), overrides, places, confirmed, standings });
};

it('who has finished is left out until the finish is confirmed, and counts in the ranks of those who ride', () => {
  expect(listed(at('unofficial', []))).toEqual(['3 4, 4 5', 2]);
  expect(listed(at('unofficial', ['sprint']))).toEqual(['3 4, 4 5', 2]);
  expect(listed(at('unofficial', ['finish']))).toEqual(['1 1, 2 2, 3 4, 4 5', 0]);
});

it('what is official is listed without a hand, and a provisional result is not', () => {
  expect(listed(at('official', []))).toEqual(['1 1, 3 4, 4 5', 1]);
  expect(listed(at('provisional', []))).toEqual(['3 4, 4 5', 2]);
});

it('who is hidden by a hand changes no rank, whether his result waits or not', () => {
  const said = { instead: null, author: '', atMs: 0, until: 'stage' } as const;
  const overrides = [{ path: 'rider/1/hidden', value: 'yes', ...said }] as const;
  expect(listed(at('unofficial', [], overrides))).toEqual(['2 4, 3 5', 1]);
  expect(listed(at('unofficial', ['finish'], overrides))).toEqual(['1 2, 2 4, 3 5', 0]);
});
