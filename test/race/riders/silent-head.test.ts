import { describe, expect, it } from 'vitest';
import { even, newFront, ride } from '../../support/front.ts';

describe('where trackers fall silent, the head', () => {
  it('is still ahead of those who come behind it, until it is heard', () => {
    const front = newFront(50);
    ride(front, '1', 40, 60, even(1000));
    ride(front, '2', 40, 65, even(1020));
    for (let cell = 61; cell <= 65; cell += 1) expect(front.at(cell)).toBe(-even(1000)(cell));
    expect(front.due(66.5)).toBe(even(1000)(66.5));
    // A third, between them, changes nothing; the head himself does.
    ride(front, '3', 40, 65, even(1012));
    expect(front.at(63)).toBe(-even(1000)(63));
    ride(front, '1', 60, 64, even(998));
    for (let cell = 61; cell <= 64; cell += 1) expect(front.at(cell)).toBe(even(998)(cell));
    expect(front.at(65)).toBe(-even(998)(65));
  });

  it('is ahead where it will be by then, though it was heard a moment ago', () => {
    for (const behindS of [4, 6, 9]) {
      const front = newFront(50);
      ride(front, '1', 40, 60, even(1000));
      ride(front, '2', 40, 61, even(1000 + behindS));
      expect(front.at(61), `${behindS} s behind`).toBe(-even(1000)(61));
    }
    // Within three seconds they are one front.
    const front = newFront(50);
    ride(front, '1', 40, 60, even(1000));
    ride(front, '2', 40, 61, even(1003));
    expect(front.at(61)).toBe(even(1003)(61));
  });

  it('is overtaken where it was heard to be within ten seconds, and silent after that', () => {
    const at63 = (afterS: number) => {
      const front = newFront(50);
      ride(front, '1', 40, 60, even(1000, 10));
      ride(front, '2', 40, 60, even(1040, 10));
      front.found({ bib: '1', place: 60.2, time: 1650 }, null);
      const times = [1640, 1651, 1659, 1650 + afterS];
      for (let i = 1; i < times.length; i += 1) front.passed('2', 60 + i, times[i]!, times[i - 1]!);
      return front.at(63) > 0;
    };
    expect([at63(9.9), at63(10.1)]).toEqual([true, false]);
  });

  it('before that is nobody once he is silent', () => {
    const front = newFront(50);
    ride(front, '1', 20, 40, even(1000));
    ride(front, '2', 20, 45, even(1020));
    expect([front.at(41), front.at(45)]).toEqual([even(1020)(41), even(1020)(45)]);
    // Nor where one fix carries the next past it.
    const leap = newFront(50);
    ride(leap, '1', 20, 40, even(1000));
    ride(leap, '2', 20, 39, even(1020));
    for (const cell of [40, 41]) leap.passed('2', cell, even(1020)(cell), even(1020)(cell - 1));
    expect(leap.at(41)).toBe(even(1020)(41));
    expect(front.due(46)).toBeNaN();
  });

  it('is where it was seen to stand', () => {
    const front = newFront(50);
    ride(front, '1', 40, 60, even(1000));
    ride(front, '2', 40, 60, even(1020));
    for (let cell = 61; cell <= 65; cell += 1) {
      front.found({ bib: '1', place: 60.2, time: even(1020)(cell) }, null);
      ride(front, '2', cell - 1, cell, even(1020));
    }
    expect([front.at(63), front.at(65)]).toEqual([even(1020)(63), even(1020)(65)]);
  });

  it('comes up with those behind when it is slower: they are the front', () => {
    const front = newFront(50);
    ride(front, '1', 40, 60, even(1000));
    ride(front, '2', 40, 65, even(1020));
    // Heard again: it has taken nine seconds a cell.
    for (let cell = 61; cell <= 65; cell += 1) front.passed('1', cell, 1240 + (cell - 60) * 9, 1240 + (cell - 61) * 9);
    expect(front.at(61)).toBe(1249);
    expect([front.at(64), front.at(65)]).toEqual([even(1020)(64), even(1020)(65)]);
  });
});
