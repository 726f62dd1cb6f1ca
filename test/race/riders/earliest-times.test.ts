import { describe, expect, it } from 'vitest';
import { newEarliestTimes } from '../../../src/race/riders/earliest-times.ts';

describe('the earliest measured times of a cell', () => {
  const at = (...times: number[]): number => {
    const earliest = newEarliestTimes(1);
    for (const time of times) earliest.enter(0, time);
    return earliest.at(0);
  };

  it('are the first of one, two, or three that are strewn', () => {
    expect(at()).toBe(0);
    expect(at(10)).toBe(10);
    expect(at(12, 10)).toBe(10);
    expect(at(13, 10, 11)).toBe(10);
  });

  it('are the second of three within three seconds, in whatever order they come', () => {
    const orders = [
      [10, 11, 12.9],
      [10, 12.9, 11],
      [11, 10, 12.9],
      [11, 12.9, 10],
      [12.9, 10, 11],
      [12.9, 11, 10],
    ];
    for (const order of orders) expect(at(...order), order.join()).toBe(11);
    expect(at(20, 12.9, 15, 11, 10)).toBe(11);
  });
});
