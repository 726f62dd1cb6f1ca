import { describe, expect, it } from 'vitest';
import { type GroupsState, moveGroups, noGroups } from '../../../src/race/groups/groups.ts';
import type { OrderRow } from '../../../src/race/riders/road-order.ts';
import { newRoster } from '../../../src/race/riders/roster.ts';
import { addFix, newRunner } from '../../../src/race/riders/runner.ts';
import { newTimetable } from '../../../src/race/riders/timetable.ts';
import { START_MS } from '../../support/race.ts';

const roster = newRoster();
const timetable = newTimetable(0, 100_000, START_MS);

/** Riders by their gap, heard at a second; "!" is over the line. They are where the timetable knows nothing. */
function rowsAt(heardS: number, gaps: Readonly<Record<string, number>>): OrderRow[] {
  return Object.entries(gaps).map(([name, gapS]) => {
    const bib = name.replace('!', '');
    const runner = newRunner(bib, roster.indexOf(bib));
    addFix(runner, { distanceM: 99_000 - gapS * 10, atMs: START_MS + heardS * 1000 });
    return { runner, bib, index: runner.index, gapS, estimated: false, finished: name.endsWith('!') };
  });
}

/** Looks every 6 s at riders who were heard `lateS` before. */
function watch(
  before: GroupsState,
  gaps: Readonly<Record<string, number>>,
  fromS: number,
  toS: number,
  lateS = 0,
): GroupsState {
  let state = before;
  for (let second = fromS; second <= toS; second += 6) {
    const field = {
      rows: rowsAt(second - lateS, gaps),
      others: [],
      lapped: [],
      lappedBefore: 0,
      head: { distanceM: 99_000, atMs: START_MS },
    };
    const atMs = START_MS + second * 1000;
    state = moveGroups(state, {
      field,
      racing: true,
      timeAt: timetable.timeAt,
      atMs,
      leader: null,
      fieldSize: 30,
      official: null,
    });
  }
  return state;
}

const shown = ({ groups }: GroupsState) =>
  groups.map(({ id, kind, bibs, gap }) => [id, kind, bibs.join(), gap && Math.round(gap.value)]);

const bunch = { p1: 60, p2: 62, p3: 64, p4: 66, p5: 68, p6: 70 };
const road = watch(noGroups, { a: 0, b: 1, ...bunch }, 0, 120);

describe('once the race is won', () => {
  it('a group keeps the gap of its front while that crosses the line', () => {
    const won = watch(road, { 'a!': 0, 'b!': 1, ...bunch }, 126, 138);
    expect(shown(won)).toEqual([['g2', 'peloton', 'p1,p2,p3,p4,p5,p6', 59]]);
    const arriving = watch(
      won,
      { 'a!': 0, 'b!': 1, 'p1!': 60, 'p2!': 62, 'p3!': 64, p4: 66, p5: 68, p6: 70 },
      144,
      150,
    );
    expect(shown(arriving)).toEqual([['g2', 'peloton', 'p4,p5,p6', 59]]);
  });

  it('who is left of a group is another one, and nobody chases', () => {
    const won = watch(road, { 'a!': 0, 'b!': 1, 'p1!': 60, 'p2!': 62, 'p3!': 64, p4: 66, p5: 68, p6: 70 }, 126, 138);
    const left = watch(won, { 'a!': 0, 'b!': 1, 'p1!': 60, 'p2!': 62, 'p3!': 64, p4: 100, p5: 101, p6: 102 }, 144, 162);
    expect(shown(left)).toEqual([['g3', 'dropped', 'p4,p5,p6', 99]]);
  });

  it('a group whose gap jumps is another one, though all of its riders are the same', () => {
    const away = { 'a!': 0, 'b!': 1, p1: 60, p2: 62, p3: 64, p4: 66, p5: 68, p6: 70 };
    const later = Object.fromEntries(Object.entries(away).map(([name, gapS]) => [name, gapS > 1 ? gapS + 12 : gapS]));
    expect(shown(watch(watch(road, away, 126, 138), later, 144, 144))[0]![0]).toBe('g3');
    // Fronts that have stopped being heard say nothing of how much time has passed.
    expect(shown(watch(watch(road, away, 126, 138, 30), later, 144, 144))[0]![0]).toBe('g3');
    const open = Object.fromEntries(Object.entries(bunch).map(([name, gapS]) => [name, gapS + 12]));
    expect(shown(watch(road, { a: 0, b: 1, ...open }, 126, 126))[1]![0]).toBe('g2');
  });
});
