import { expect, it } from 'vitest';
import { asRunRows, lengthText } from '../../../src/control/log/as-run-rows.ts';
import { manifests } from '../manifests.ts';
import { airedRow } from './aired-row.ts';

it('says newest first what was on air, how long, by whom, and what was to be read in it last', () => {
  const words = { first: ['42 km to go'], last: ['41.2 km to go', '92 Peloton +1\'23"'] };
  const rows = asRunRows(
    [airedRow(1, { words, still: '0001-gap-ticker.webp' }), airedRow(2, { toAt: null, takenBy: 'Ana' })],
    manifests,
  );
  expect(rows.map(({ n, title, howLong, by, words, hasStill }) => [n, title, howLong, by, words, hasStill])).toEqual([
    [2, 'Gap ticker', 'on air', 'Ana', '3 · true', false],
    [1, 'Gap ticker', '12 s', 'control 1', '41.2 km to go · 92 Peloton +1\'23"', true],
  ]);
});

it('calls a graphic that is no more by its id, and lists the newest two hundred', () => {
  const rows = asRunRows(
    Array.from({ length: 300 }, (_, i) => airedRow(i + 1, { overlay: 'of-yesterday' })),
    manifests,
  );
  expect([rows.length, rows[0]!.n, rows[0]!.title]).toEqual([200, 300, 'of-yesterday']);
});

it('says a length as it is spoken', () => {
  expect([0.4, 59.6, 185, 3720].map(lengthText)).toEqual(['0 s', '1 min 0 s', '3 min 5 s', '1 h 2 min']);
});
