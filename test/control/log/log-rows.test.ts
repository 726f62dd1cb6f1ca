import { describe, expect, it } from 'vitest';
import { filtered, placeAfterKey, rowsInSight, sentenceOf } from '../../../src/control/log/log-rows.ts';
import { logLine } from './lines.ts';

const lines = [
  logLine(3, { kind: 'race', author: 'page at 10.0.0.7', what: 'rider 31 Roglič has abandoned' }),
  logLine(2, { author: 'control 2', what: 'takes Profile', why: 'Climb makes way for Profile' }),
  logLine(1, { author: 'control 1', what: 'takes Climb' }),
];
const found = (text: string, kind: Parameters<typeof filtered>[1]['kind'] = 'all') =>
  filtered(lines, { text, kind }).map(({ n }) => n);

it('finds what has every word, in the author, the deed or its reason, of one kind or all', () => {
  expect(filtered(lines, { text: ' ', kind: 'all' })).toBe(lines);
  expect(found('climb')).toEqual([2, 1]);
  expect(found('CLIMB control 1')).toEqual([1]);
  expect(found('way')).toEqual([2]);
  expect(found('10.0.0.7')).toEqual([3]);
  expect(found('roglič')).toEqual([3]);
  expect(found('', 'race')).toEqual([3]);
  expect(found('climb', 'race')).toEqual([]);
});

it('says why where there is a reason', () => {
  expect(lines.slice(1).map(sentenceOf)).toEqual(['takes Profile · Climb makes way for Profile', 'takes Climb']);
});

describe('the window', () => {
  it('is what fits and a few rows beside it, however many there are', () => {
    expect(rowsInSight(500, 0, 200, 40)).toEqual({ from: 0, to: 9 });
    expect(rowsInSight(500, 4010, 200, 40)).toEqual({ from: 96, to: 110 });
    expect(rowsInSight(500, 500 * 40 - 200, 200, 40)).toEqual({ from: 491, to: 500 });
    expect(rowsInSight(2, 0, 200, 40)).toEqual({ from: 0, to: 2 });
  });

  it('has no rows where a filter leaves fewer than it was scrolled by', () => {
    const { from, to } = rowsInSight(3, 4000, 200, 40);
    expect(to - from).toBeLessThanOrEqual(3);
    expect(to).toBe(3);
    expect(from).toBeLessThanOrEqual(to);
  });
});

it('goes by the keys of a list and stops at its ends', () => {
  const go = (key: string, place: number) => placeAfterKey(key, place, 100, 10);
  expect([go('ArrowDown', -1), go('ArrowDown', 0), go('ArrowDown', 99)]).toEqual([0, 1, 99]);
  expect([go('ArrowUp', 1), go('ArrowUp', 0), go('ArrowUp', -1)]).toEqual([0, 0, 0]);
  expect([go('PageDown', 5), go('PageUp', 5), go('Home', 50), go('End', 50)]).toEqual([15, 0, 0, 99]);
  expect([go('ArrowLeft', 5), go(' ', 5), placeAfterKey('ArrowDown', 0, 0, 10)]).toEqual([null, null, null]);
});
