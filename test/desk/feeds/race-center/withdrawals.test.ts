import { expect, it } from 'vitest';
import { statusOf } from '../../../../src/desk/feeds/race-center/status-words.ts';
import { withdrawalsIn } from '../../../../src/desk/feeds/race-center/withdrawals.ts';

const NOW_MS = 1_783_000_000_000;
const told = (...records: Parameters<typeof withdrawalsIn>[0]) =>
  withdrawalsIn(records, null, NOW_MS).map(({ bib, status, atMs }) => [bib, status, atMs - NOW_MS]);

it('reads who has left, a rider a record or a list of them, with a word or without', () => {
  expect(told({ bib: 12 }, { bib: '31', type: 'NP' }, { bib: null })).toEqual([
    ['12', 'abandoned', 0],
    ['31', 'not-started', 0],
  ]);
  const date = new Date(NOW_MS + 5000).toISOString();
  expect(
    told({
      date,
      riders: [
        { bib: 4, status: 'Hors délais' },
        { bib: 5, status: 'active' },
      ],
    }),
  ).toEqual([
    ['4', 'outside-limit', 5000],
    ['5', 'racing', 5000],
  ]);
  expect(told({ bib: 7, reason: 'DSQ', _updatedAt: NOW_MS - 1000 })).toEqual([['7', 'disqualified', -1000]]);
  expect(told({}, { riders: 'junk' })).toEqual([]);
});

it('knows the words of the trade, accents and case aside, and no others', () => {
  expect(['Abandoned', 'AB', 'non-partant', 'Hors Délai', 'not_started', 'active'].map(statusOf)).toEqual([
    'abandoned',
    'abandoned',
    'not-started',
    'outside-limit',
    'not-started',
    'racing',
  ]);
  expect(statusOf('hello')).toBeUndefined();
  expect(statusOf('constructor')).toBeUndefined();
});
