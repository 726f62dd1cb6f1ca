import { describe, expect, it } from 'vitest';
import { newPassageBook, type PassageBook } from '../../../src/race/riders/passage-book.ts';
import type { Origin } from '../../../src/race/units.ts';
import { fiveLaps } from '../../support/courses.ts';
import { course } from '../../support/race.ts';

const road = course();
const sprint = road.marks.find(({ kind }) => kind === 'sprint')!;
const finish = road.marks.find(({ kind }) => kind === 'finish')!;
const unknown = { timeAt: () => null };
const shown = (book: PassageBook) => book.all().map(({ rank, bib, atMs, origin }) => [rank, bib, atMs, origin]);

/** Best first: a hand until it is released, then a transponder, a satellite, a guess. */
const origins: readonly Origin[] = ['manual', 'timed', 'gps', 'estimated'];

describe('of one crossing', () => {
  it('the better origin is shown, whichever came first', () => {
    for (const [i, better] of origins.entries()) {
      for (const worse of origins.slice(i + 1)) {
        for (const order of [
          [better, worse],
          [worse, better],
        ]) {
          const book = newPassageBook(road);
          for (const origin of order) book.enter('1', sprint, origin === better ? 1000 : 2000, origin);
          expect(shown(book), order.join()).toEqual([[1, '1', 1000, better]]);
        }
      }
    }
  });

  it('of the same moment, the better origin is shown', () => {
    const book = newPassageBook(road);
    for (const origin of ['gps', 'timed'] as const) book.enter('1', sprint, 1000, origin);
    expect(shown(book)).toEqual([[1, '1', 1000, 'timed']]);
  });

  it('the newest word of one origin counts', () => {
    for (const origin of origins) {
      const book = newPassageBook(road);
      for (const atMs of [3000, 1000, 2000]) book.enter('1', sprint, atMs, origin);
      expect(shown(book)).toEqual([[1, '1', 2000, origin]]);
    }
  });

  it('what a hand said is taken back, and what stood before it stands again', () => {
    const book = newPassageBook(road);
    book.enter('1', sprint, 5000, 'gps');
    book.enter('2', sprint, 6000, 'gps');
    book.enter('2', sprint, 4000, 'manual');
    // Told under the hand: it waits.
    book.enter('2', sprint, 5500, 'timed');
    expect(shown(book)).toEqual([
      [1, '2', 4000, 'manual'],
      [2, '1', 5000, 'gps'],
    ]);
    book.moveClock(100);
    book.release('2', sprint, 'manual');
    expect(shown(book)).toEqual([
      [1, '1', 5100, 'gps'],
      [2, '2', 5600, 'timed'],
    ]);
    book.release('2', sprint, 'timed');
    expect(shown(book)[1]).toEqual([2, '2', 6100, 'gps']);
    book.release('2', sprint, 'gps');
    book.release('2', sprint, 'gps');
    expect(shown(book)).toEqual([[1, '1', 5100, 'gps']]);
    expect(book.of(sprint, '2')).toBeUndefined();
  });

  it('on laps: without a number the newest one is taken back', () => {
    const book = newPassageBook(fiveLaps);
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    for (const lap of [1, 2, 3]) book.enter('1', line, lap * 1000, 'manual', lap);
    book.release('1', line, 'manual');
    book.release('1', line, 'manual', 1);
    expect(book.all().map(({ lap }) => lap)).toEqual([2]);
  });
});

describe('the order at a line', () => {
  it('is that of time, and of bibs at the same moment', () => {
    const book = newPassageBook(road);
    for (const [bib, atMs] of [
      ['10', 3000],
      ['3', 2000],
      ['2', 3000],
      ['1', 1000],
    ] as const)
      book.enter(bib, finish, atMs, 'timed');
    expect(shown(book).map(([rank, bib]) => [rank, bib])).toEqual([
      [1, '1'],
      [2, '3'],
      [3, '2'],
      [4, '10'],
    ]);
    expect([book.of(finish, '2')!.rank, book.of(finish, '10')!.rank]).toEqual([3, 4]);
  });

  it('over all lines is that of time, and of bibs at the same moment', () => {
    const book = newPassageBook(road);
    book.enter('2', sprint, 3000, 'timed');
    book.enter('1', finish, 3000, 'timed');
    book.enter('3', finish, 2000, 'timed');
    expect(book.all().map(({ bib }) => bib)).toEqual(['3', '1', '2']);
  });

  it('is the same object until something is told', () => {
    const book = newPassageBook(road);
    book.enter('1', finish, 1000, 'timed');
    const before = book.all();
    book.enter('1', finish, 2000, 'gps');
    expect(book.all()).toBe(before);
    book.enter('2', finish, 2000, 'gps');
    expect(book.all()).not.toBe(before);
  });
});

describe('a crossing that was told', () => {
  it('has no bracket: a line or a hand is exact, a guess is not between two fixes', () => {
    const book = newPassageBook(road);
    origins.forEach((origin, i) => {
      book.enter(String(i), sprint, 1000 + i, origin);
    });
    expect(book.all().map(({ origin, bracketS }) => [origin, bracketS])).toEqual([
      ['manual', 0],
      ['timed', 0],
      ['gps', null],
      ['estimated', null],
    ]);
    expect(book.told()).toHaveLength(4);
  });

  it('moves with the clock, wherever it is read', () => {
    const book = newPassageBook(road);
    book.enter('1', sprint, 1000, 'timed');
    expect(book.all()).toHaveLength(1);
    book.moveClock(500);
    expect([book.all()[0]!.atMs, book.of(sprint, '1')!.atMs, book.told()[0]!.atMs]).toEqual([1500, 1500, 1500]);
  });
});

describe('a line between two places', () => {
  const at = (distanceM: number, atMs: number) => ({ distanceM: sprint.distanceM + distanceM, atMs });

  it('is crossed in proportion, once, with its bracket', () => {
    const book = newPassageBook(road);
    book.cross('1', at(-100, 0), at(0, 10_000), unknown);
    book.cross('1', at(0, 10_000), at(100, 20_000), unknown);
    book.cross('2', at(-60, 0), at(40, 10_000), unknown);
    book.cross('3', at(1, 0), at(100, 10_000), unknown);
    book.cross('4', at(-100, 0), at(-1, 10_000), unknown);
    // Found on the line: how he came there is not known.
    book.cross('5', at(0, 0), at(100, 10_000), unknown);
    expect(book.all().map(({ bib, atMs, origin, bracketS }) => [bib, atMs, origin, bracketS])).toEqual([
      ['2', 6000, 'gps', 10],
      ['1', 10_000, 'gps', 10],
    ]);
  });

  it('is measured up to a minute apart, and in a hole crossed as the timetable has it', () => {
    const book = newPassageBook(road);
    const shaped = { timeAt: () => ({ atMs: 12_345, estimated: true }) };
    book.cross('1', at(-300, 0), at(300, 60_000), shaped);
    book.cross('2', at(-300, 0), at(300, 60_001), shaped);
    book.cross('3', at(-300, 0), at(300, 60_002), unknown);
    expect(book.all().map(({ bib, atMs, origin }) => [bib, atMs, origin])).toEqual([
      ['2', 12_345, 'estimated'],
      ['1', 30_000, 'gps'],
      ['3', 30_001, 'estimated'],
    ]);
  });
});
