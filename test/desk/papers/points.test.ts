import { describe, expect, it } from 'vitest';
import type { FromFeed } from '../../../src/desk/feeds/feed.ts';
import { withPoints } from '../../../src/desk/papers/points.ts';
import type { Course } from '../../../src/race/course/course.ts';
import type { RaceEvent } from '../../../src/race/event.ts';
import { fiveLaps } from '../../support/courses.ts';
import { course, sheet } from '../../support/race.ts';

const road = course({
  marks: [
    { kind: 'sprint', name: 'Col de la Croix', km: 50 },
    { kind: 'sprint', name: 'Valbrun', km: 70 },
  ],
});

/** What points are called, one crossing each: "box Zieleinlauf" is a feed and a point. */
function through(on: Course, ...crossings: readonly string[]) {
  const read = withPoints(() => ({ text }: FromFeed) => ({
    events: [
      text === 'papers'
        ? { kind: 'sheet', sheet: sheet({ course: on }) }
        : { kind: 'passings', origin: 'timed', passings: [{ bib: '1', mark: text, atMs: 1 }] },
    ] satisfies RaceEvent[],
    faults: [],
  }))();
  read({ feed: 'papers', topic: 't', text: 'papers' });
  const all = crossings.map((one) => {
    const [feed = '', ...point] = one.split(' ');
    return read({ feed, topic: 't', text: point.join(' ') });
  });
  return {
    marks: all.flatMap(({ events }) =>
      events.flatMap((event) =>
        event.kind === 'passings' ? event.passings.map(({ mark, atMs }) => (atMs === null ? `not ${mark}` : mark)) : [],
      ),
    ),
    faults: all.flatMap(({ faults }) => faults),
  };
}

describe('a point of a timing box', () => {
  it('is the mark of its id or its name, however it is written', () => {
    const points = ['a 99', 'a sprint-2', 'a SPRINT-1', 'a col de la  croix', 'a VALBRUN', 'a flamme-rouge'];
    expect(through(road, ...points).marks.slice(1)).toEqual([
      'sprint-2',
      'sprint-1',
      'sprint-1',
      'sprint-2',
      'flamme-rouge',
    ]);
  });

  it('is the finish by any name that it has', () => {
    const words = [
      'Finish',
      'ARRIVÉE',
      "Ligne d'arrivée",
      'Ziel',
      'Traguardo',
      'meta',
      'Start/Finish',
      'Start - Ziel',
      'C1',
    ];
    const { marks, faults } = through(road, 'a 99', ...words.map((word) => `a ${word}`));
    expect(new Set(marks.slice(2))).toEqual(new Set(['finish']));
    expect(faults).toHaveLength(1);
  });

  it('of the start is the finish on a circuit, and the start where the road goes elsewhere', () => {
    expect(through(fiveLaps, 'a Start', 'a 99', 'a Départ').marks).toEqual(['finish', '99', 'finish']);
    expect(through(road, 'a 99', 'a Start', 'a Départ').marks).toEqual(['finish', 'start', 'start']);
  });

  it('that is the only one is the finish, of each feed by itself', () => {
    expect(through(road, 'a C1', 'b 3', 'a C1').marks).toEqual(['finish', 'finish', 'finish']);
  });

  it('that was the only one is the finish no more once one is it by its name, and what it told is taken back', () => {
    const { marks, faults } = through(road, 'a KM100', 'b 7', 'a Finish', 'a KM100', 'a Ziel', 'b 7');
    expect(marks).toEqual(['finish', 'finish', 'not finish', 'finish', 'KM100', 'finish', 'finish']);
    expect(faults).toEqual([
      expect.stringMatching(/^"KM100" was taken to be the finish[^\n]*taken back; call it as one of/),
    ]);
    // Laps that were counted by it stand: on a circuit it may be another name of the line.
    expect(through(fiveLaps, 'a 1', 'a 1', 'a Finish', 'a 1').marks).toEqual(['finish', 'finish', 'finish', '1']);
    expect(through(road, 'a Finish', 'a KM100').marks).toEqual(['finish', 'KM100']);
  });

  it('that is none is said once, and left for the engine to refuse', () => {
    const { marks, faults } = through(road, 'a C7', 'a C2', 'a C2', 'a C3');
    expect(marks).toEqual(['finish', 'C2', 'C2', 'C3']);
    expect(faults).toEqual([
      expect.stringMatching(/^the course has no point "C2"[^\n]*Col de la Croix, Valbrun/),
      expect.stringMatching(/^the course has no point "C3"/),
    ]);
  });
});
