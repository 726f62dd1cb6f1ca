import { describe, expect, it } from 'vitest';
import { bell, chance, drift } from '../../../assets/races/hautes-vallees/day/chance.ts';

const many = Array.from({ length: 20_000 }, (_, i) => i);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('chance by address', () => {
  it('is even, for seeds and keys in a row', () => {
    for (const draw of [(i: number) => chance(i, 1), (i: number) => chance(1, i), (i: number) => chance(1, 2, i)]) {
      const tenths = new Array(10).fill(0);
      for (const i of many) tenths[Math.floor(draw(i) * 10)] += 1;
      for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
    }
  });

  it('makes bells of mean 0 and deviation 1', () => {
    const values = many.map((i) => bell(3, 4, i));
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.sqrt(mean(values.map((v) => v * v)))).toBeCloseTo(1, 1);
  });

  it('drifts without a jump, and keeps its deviation between the cells', () => {
    const values = many.map((i) => drift(3, 4, i / 20));
    expect(Math.sqrt(mean(values.map((v) => v * v)))).toBeCloseTo(1, 1);
    expect(Math.max(...values.slice(1).map((v, i) => Math.abs(v - values[i]!)))).toBeLessThan(0.6);
  });
});
