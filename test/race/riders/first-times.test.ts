import { describe, expect, it } from 'vitest';
import type { FirstTimes } from '../../../src/race/riders/first-times.ts';
import { even, newFront, ride } from '../../support/front.ts';

describe('the front', () => {
  it('is the first who is measured', () => {
    const front = newFront();
    ride(front, '1', 0, 20, even(1000));
    ride(front, '2', 0, 10, even(990));
    expect([front.at(5), front.at(15), front.lastCell()]).toEqual([1010, 1060, 20]);
    expect([front.at(21), newFront().lastCell()]).toEqual([0, -1]);
  });

  it('is guessed behind one who turns up, at the pace of the front, or a usual one', () => {
    const front = newFront();
    front.found({ bib: '1', place: 10, time: 1100 }, null);
    expect([front.at(10), front.at(5), front.at(0)]).toEqual([-1100, -1080, -1060]);
    ride(front, '1', 10, 30, even(1000, 10));
    // Known ground is met at the pace that it takes to get there.
    front.found({ bib: '1', place: 32, time: 1330 }, null);
    expect([front.at(31), front.at(32)]).toEqual([-1315, -1330]);
  });

  it('where it was guessed, gives way to one who is measured there before it was seen farther on', () => {
    const front = newFront();
    front.found({ bib: '1', place: 20, time: 1100 }, null);
    // Guessed: 1060 at cell 10. Measured later than that, but by one who came by before cell 20 was seen.
    ride(front, '2', 10, 12, even(1050));
    expect([front.at(10), front.at(12)]).toEqual([1090, 1098]);
  });

  it('stays ahead of one who is measured when it had been seen farther on', () => {
    const front = newFront();
    front.found({ bib: '1', place: 20, time: 1100 }, null);
    ride(front, '2', 10, 20, even(1110));
    expect([front.at(10), front.at(19)]).toEqual([-1060, -1096]);
  });

  it('is measured where somebody was before it, whatever was guessed, and whenever that is heard', () => {
    const front = newFront();
    front.found({ bib: '1', place: 20, time: 1100 }, null);
    front.passed('2', 10, 1050, 0);
    expect(front.at(10)).toBe(1050);
  });

  it('is not he who was silent in a bunch, wherever he is found in it', () => {
    for (const place of [39.5, 40, 40.9, 41.2]) {
      const front = newFront();
      // A climb of ten seconds a cell, then a descent of two and a half.
      const way = (cell: number) => 1000 + Math.min(cell, 25) * 10 + Math.max(0, cell - 25) * 2.5;
      ride(front, '1', 0, 40, way);
      const before = Array.from({ length: 41 }, (_, cell) => front.at(cell));
      front.found({ bib: '2', place, time: way(place) }, { bib: '2', place: 5, time: way(5) + 1 });
      expect(Array.from({ length: 41 }, (_, cell) => front.at(cell))).toEqual(before);
    }
  });

  it('was ahead of those measured where it was silent: by what it led before and leads now', () => {
    const front = newFront();
    ride(front, '1', 0, 10, even(1000));
    // 40 s later comes the next, while the first is silent.
    ride(front, '2', 0, 20, even(1040));
    expect(front.at(15)).toBe(1100);
    // He is found where he would be, and leads by as much.
    front.found({ bib: '1', place: 30, time: 1120 }, { bib: '1', place: 10, time: 1040 });
    for (let cell = 11; cell <= 29; cell += 1) expect(front.at(cell)).toBeCloseTo(-even(1000)(cell), 6);
    // And stays ahead of all who pass there later.
    ride(front, '2', 21, 29, even(1040));
    ride(front, '3', 5, 29, even(1100));
    for (let cell = 11; cell <= 29; cell += 1) expect(front.at(cell)).toBeCloseTo(-even(1000)(cell), 6);
    expect(front.at(5)).toBe(1020);
  });

  it('was ahead where two of it fell silent one after the other, and are found one after the other', () => {
    const front = newFront();
    ride(front, '1', 0, 15, even(1000));
    ride(front, '2', 0, 10, even(1001));
    ride(front, '3', 0, 22, even(1040));
    front.found({ bib: '2', place: 30, time: 1121 }, { bib: '2', place: 10, time: 1041 });
    front.found({ bib: '1', place: 35, time: 1140 }, { bib: '1', place: 15, time: 1060 });
    ride(front, '3', 22, 34, even(1040));
    for (let cell = 0; cell <= 15; cell += 1) expect(front.at(cell)).toBe(even(1000)(cell));
    for (let cell = 16; cell <= 29; cell += 1)
      expect(Math.abs(front.at(cell) + even(1000)(cell)), String(cell)).toBeLessThan(1.1);
    for (let cell = 31; cell <= 34; cell += 1) expect(Math.abs(front.at(cell) + even(1000)(cell))).toBeLessThan(1.1);
  });

  it('was ahead where it fell silent, though those behind have not been heard for a while either', () => {
    const front = newFront();
    ride(front, '1', 0, 10, even(1000));
    // At cell 15 at 1100: by 1140 they may have been at cell 30 as well, for all that is known.
    ride(front, '2', 0, 15, even(1040));
    front.found({ bib: '1', place: 35, time: 1140 }, { bib: '1', place: 10, time: 1040 });
    for (let cell = 11; cell <= 34; cell += 1) expect(front.at(cell)).toBeCloseTo(-even(1000)(cell), 6);
  });

  it('was overtaken where it stood: who comes through a hole there later was not ahead', () => {
    const front = newFront();
    ride(front, '1', 0, 10, even(1000));
    ride(front, '2', 0, 20, even(1040));
    // The third was behind the one who stands, and has left the second by five seconds since.
    front.found({ bib: '3', place: 30, time: 1155 }, { bib: '3', place: 8, time: 1072 });
    expect([front.at(10), front.at(11), front.at(20)]).toEqual([1040, 1084, 1120]);
  });

  it('that left a bunch unseen is ahead by more and more', () => {
    const front = newFront();
    ride(front, '1', 0, 20, even(1000));
    front.found({ bib: '2', place: 30, time: 1085 }, { bib: '2', place: 10, time: 1040 });
    const lead = (cell: number) => even(1000)(cell) - Math.abs(front.at(cell));
    expect([lead(10), lead(20), lead(30)].map(Math.round)).toEqual([0, 18, 35]);
    expect(lead(15)).toBeGreaterThan(5);
    expect(lead(15)).toBeLessThan(15);
  });

  it('found by somebody new, far ahead, has led all along', () => {
    const front = newFront();
    ride(front, '1', 0, 20, even(1000));
    front.found({ bib: '2', place: 30, time: 1080 }, null);
    for (const cell of [5, 10, 20, 30]) expect(front.at(cell)).toBeCloseTo(40 - even(1000)(cell), 6);
  });

  it('found by somebody new led by what it would have taken at its pace over the last 20 cells, if somebody was seen', () => {
    /** By how much he led who is found ten cells beyond cell 30, two seconds after the front was there. */
    const ledS = (front: FirstTimes): number => {
      const [beforeS, lastS] = [Math.abs(front.at(20)), Math.abs(front.at(30))];
      front.found({ bib: '2', place: 40, time: lastS + 2 }, null);
      return beforeS - Math.abs(front.at(20));
    };
    const ridden = (timeAt: (cell: number) => number): FirstTimes => {
      const front = newFront();
      ride(front, '1', 0, 30, timeAt);
      return front;
    };
    expect(ledS(ridden(even(1000, 10)))).toBeCloseTo(100 - 2, 6);
    // Ten cells of ten seconds, one of them left out as the slowest, and ten of four.
    const faster = (cell: number) => 1000 + Math.min(cell, 20) * 10 + Math.max(0, cell - 20) * 4;
    expect(ledS(ridden(faster))).toBeCloseTo((10 * (90 + 40)) / 19 - 2, 6);
    // Faster than anybody rides, or not seen: at the usual pace.
    expect(ledS(ridden(even(1000, 1)))).toBeCloseTo(40 - 2, 6);
    const unseen = newFront();
    for (const place of [10, 30]) unseen.found({ bib: '1', place, time: 1000 + place * 10 }, null);
    expect(ledS(unseen)).toBeCloseTo(40 - 2, 6);
  });

  it('never takes a farther cell earlier than a nearer one', () => {
    const front = newFront();
    ride(front, '1', 0, 20, even(1000));
    front.found({ bib: '2', place: 60, time: 1081 }, { bib: '2', place: 18, time: 1072.5 });
    for (let cell = 1; cell <= 60; cell += 1)
      expect(Math.abs(front.at(cell))).toBeGreaterThanOrEqual(Math.abs(front.at(cell - 1)));
  });

  it('is forgotten when all is', () => {
    const front = newFront(10);
    ride(front, '1', 0, 20, even(1000));
    front.clear();
    expect([front.lastCell(), front.at(5)]).toEqual([-1, 0]);
    ride(front, '2', 0, 5, even(1100));
    expect(front.at(5)).toBe(1120);
  });
});
