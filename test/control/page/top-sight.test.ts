import { expect, it } from 'vitest';
import { nothingOnTop, seenTop, type TopSight, withTop } from '../../../src/control/page/top-sight.ts';
import { REACTION_MS } from '../../../src/control/rundown/sight.ts';
import type { Waiting } from '../../../src/race/confirm/waiting.ts';

const one = (...first: string[]): Waiting => {
  return { id: 'result finish', atMs: 0, state: 'unofficial', cause: null, rank: 1, first };
};
const at = (nowMs: number, ...told: readonly (readonly [number, Waiting | null])[]) =>
  seenTop(
    told.reduce<TopSight<Waiting>>((sight, [atMs, waits]) => withTop(sight, waits ? [waits] : [], atMs), nothingOnTop),
    nowMs,
  )?.first.join(' ') ?? null;

it('a hand means what has stood before it for as long as it takes to react', () => {
  expect(at(REACTION_MS - 1, [0, one('1')])).toBeNull();
  expect(at(REACTION_MS, [0, one('1')])).toBe('1');
  expect(at(1000, [0, one('1')], [900, one('1', '2')])).toBe('1');
  expect(at(900 + REACTION_MS, [0, one('1')], [900, one('1', '2')])).toBe('1 2');
});

it('through a storm of changes it is still what stood before it; the same told again is no change', () => {
  expect(at(1000, [0, one('1')], [800, one('1', '2')], [950, one('1', '2', '3')])).toBe('1');
  expect(at(1000, [0, one('1')], [990, one('1')])).toBe('1');
  expect(at(1000, [0, one('1')], [900, null])).toBe('1');
});
