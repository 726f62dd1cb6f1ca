import { describe, expect, it } from 'vitest';
import { newHealthBook } from '../../../src/race/health-book.ts';
import { advanceTo, enlist, finishLine, newRiding, noteFinish } from '../../../src/race/riders/riding.ts';
import { course, START_MS } from '../../support/race.ts';

const at = (second: number) => START_MS + second * 1000;

function oneRider() {
  const riding = newRiding(course(), START_MS, newHealthBook());
  enlist(riding, ['1', '2']);
  return { riding, runner: riding.runners.get('1')! };
}

const places = ({ fixes }: { readonly fixes: readonly { readonly distanceM: number }[] }) =>
  fixes.map((one) => one.distanceM);

describe('a rider', () => {
  it('moves on and never back', () => {
    const { riding, runner } = oneRider();
    for (const [second, distanceM] of [
      [0, 1000],
      [10, 1100],
      [20, 1050],
      [30, 1200],
    ] as const)
      expect(advanceTo(riding, runner, distanceM, at(second))).toBe(true);
    expect(places(runner)).toEqual([1000, 1100, 1100, 1200]);
    expect(riding.feedMs).toBe(at(30));
  });

  it('who was 150 m too far ahead is not moved for 15 s, and then begins anew', () => {
    const { riding, runner } = oneRider();
    advanceTo(riding, runner, 2000, at(0));
    advanceTo(riding, runner, 2200, at(10));
    expect(advanceTo(riding, runner, 2050, at(12))).toBe(true);
    expect(places(runner)).toEqual([2000, 2200, 2200]);
    expect(advanceTo(riding, runner, 2049, at(26.9))).toBe(false);
    expect(places(runner)).toEqual([2000, 2200, 2200]);
    expect(riding.timetable.timeAt('1', 2100)).not.toBeNull();
    expect(advanceTo(riding, runner, 2049, at(27))).toBe(true);
    expect(places(runner)).toEqual([2049]);
    // What was noted of him was wrong.
    expect(riding.timetable.timeAt('1', 2100)).toBeNull();
  });

  it('first seen behind the line is nowhere, and one who crosses it has finished', () => {
    const { riding, runner } = oneRider();
    const { lengthM } = riding.course;
    expect(advanceTo(riding, runner, lengthM, at(0))).toBe(true);
    expect(places(runner)).toEqual([]);
    advanceTo(riding, runner, lengthM - 10, at(1));
    expect(runner.finish).toBeNull();
    advanceTo(riding, runner, lengthM + 10, at(3));
    expect(places(runner)).toEqual([lengthM - 10, lengthM]);
    expect(runner.finish).toEqual({ value: 0, atMs: at(2), origin: 'gps' });
  });
});

describe('what is known of the road', () => {
  it('is where each was first found, and the newest fix of anybody', () => {
    const { riding, runner } = oneRider();
    advanceTo(riding, riding.runners.get('2')!, 1500, at(30));
    advanceTo(riding, runner, 1000, at(10));
    advanceTo(riding, runner, 1100, at(20));
    expect([runner.foundM, riding.feedMs, riding.furthestM]).toEqual([1000, at(30), 1500]);
  });

  it('is on which lap he is, once he is placed', () => {
    const { riding, runner } = oneRider();
    const fix = { lat: 45, lon: 3, speedKph: null, atMs: at(0) };
    for (const bib of ['1', '2']) riding.lapless.set(bib, { fix, onSomeLapM: 1000 });
    advanceTo(riding, runner, 1000, at(10));
    expect([...riding.lapless.keys()]).toEqual(['2']);
    enlist(riding, ['1']);
    expect(riding.lapless.size).toBe(0);
  });
});

describe('a finish', () => {
  it('that was only estimated is taken back when he is seen on the road after it', () => {
    const { riding, runner } = oneRider();
    const line = finishLine(riding.course);
    advanceTo(riding, runner, riding.course.lengthM - 300, at(0));
    riding.passages.enter('1', line, at(20), 'estimated');
    noteFinish(riding, runner);
    expect(runner.finish).toEqual({ value: 0, atMs: at(20), origin: 'estimated' });
    advanceTo(riding, runner, riding.course.lengthM - 200, at(19));
    expect(runner.finish).not.toBeNull();
    advanceTo(riding, runner, riding.course.lengthM - 100, at(21));
    expect([runner.finish, riding.passages.of(line, '1')]).toEqual([null, undefined]);
  });

  it('is of the better origin, though the moment is the same', () => {
    const { riding, runner } = oneRider();
    for (const origin of ['gps', 'timed'] as const) {
      riding.passages.enter('1', finishLine(riding.course), at(20), origin);
      noteFinish(riding, runner);
      expect(runner.finish).toEqual({ value: 0, atMs: at(20), origin });
    }
  });
});

describe('a start list', () => {
  it('makes room and drops', () => {
    const { riding, runner } = oneRider();
    enlist(riding, ['1', '3']);
    expect([...riding.runners.keys()]).toEqual(['1', '3']);
    expect(riding.runners.get('1')).toBe(runner);
    // Who comes back has the index that he had.
    enlist(riding, ['1', '2', '3']);
    expect([...riding.runners.values()].map(({ bib, index }) => [bib, index])).toEqual([
      ['1', 0],
      ['3', 2],
      ['2', 1],
    ]);
  });
});
