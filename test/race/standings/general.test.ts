import { describe, expect, it } from 'vitest';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import type { StandingsInput } from '../../../src/race/standings/input.ts';
import { nothingOfficial } from '../../../src/race/standings/official.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import { place, START_MS, sheet } from '../../support/race.ts';
import { onRoad, passages, standingsInput } from '../../support/standings.ts';

const AT_MS = START_MS + 1_800_000;
const before = sheet({
  general: [
    { bib: '1', behindS: 0 },
    { bib: '11', behindS: 70 },
    { bib: '2', behindS: 90 },
    { bib: '12', behindS: 600 },
  ],
  rules: tour2023,
});
/** Bib 11, at 1'10", is 1'20" in front of the leader's group. */
const break_ = onRoad([0, ['11', '12']], [80, ['1', '2']]);
const general = (over: Partial<StandingsInput> = {}) =>
  standings(standingsInput({ sheet: before, ...break_, ...over })).general.map(({ bib, behindS, moved }) => [
    bib,
    behindS,
    moved,
  ]);

describe('the virtual general classification', () => {
  it('adds the gap of the group to what a rider had before', () => {
    expect(general()).toEqual([
      ['11', 0, 1],
      ['1', 10, -1],
      ['2', 100, 0],
      ['12', 530, 0],
    ]);
  });

  it('gives all riders of a group the gap of the group, not their own', () => {
    const places = break_.places.map((one) => (one.bib === '2' ? { ...one, gapS: 88 } : one));
    expect(general({ places })).toEqual(general());
  });

  it('does not share the time of a group whose riders are strewn', () => {
    // Bib 2 is 25 s behind bib 1, though both are called the peloton; bib 3 holds his wheel.
    const strewn = onRoad([0, ['11', '12']], [80, ['1', '2', '3']]);
    const places = strewn.places.map((one) =>
      one.bib === '2' || one.bib === '3' ? { ...one, gapS: 102 + Number(one.bib) } : one,
    );
    const entries = [...before.general, { bib: '3', behindS: 700 }];
    expect(general({ sheet: { ...before, general: entries }, ...strewn, places })).toEqual([
      ['11', 0, 1],
      ['1', 10, -1],
      ['2', 124, 0],
      ['12', 530, 0],
      ['3', 734, 0],
    ]);
  });

  it('takes off what was won at bonus sprints, and adds penalties', () => {
    const course = {
      ...before.course,
      marks: [{ id: 'b', kind: 'bonus-sprint' as const, name: 'Tests', distanceM: 9000 }],
    };
    const official = { ...nothingOfficial, penaltiesS: new Map([['11', 20]]) };
    const input = {
      sheet: { ...before, course },
      passages: passages('b', AT_MS, ['11', 0], ['12', 1], ['1', 80]),
      official,
    };
    // 11: 70 + 0 - 8 + 20 = 82; 12: 600 - 5; 1: 80 - 2 = 78; 2: 90 + 80.
    expect(general(input)).toEqual([
      ['1', 0, 0],
      ['11', 4, 0],
      ['2', 92, 0],
      ['12', 517, 0],
    ]);
    const row = standings(standingsInput({ ...break_, ...input })).general.find(({ bib }) => bib === '11');
    expect(row?.bonusS).toBe(8);
  });

  it('is the classification before the stage until kilometre 0', () => {
    expect(
      general({ atMs: START_MS - 1, groups: [], places: ['1', '2', '11', '12'].map((bib) => place(bib)) }),
    ).toEqual([
      ['1', 0, 0],
      ['11', 70, 0],
      ['2', 90, 0],
      ['12', 600, 0],
    ]);
  });

  it('is empty where none was given before the stage', () => {
    expect(general({ sheet: sheet() })).toEqual([]);
  });

  it('leaves out who has left the race', () => {
    const places = break_.places.map((one) => (one.bib === '11' ? { ...one, status: 'abandoned' as const } : one));
    const result = standings(standingsInput({ sheet: before, ...break_, places }));
    expect(result.general.map(({ bib }) => bib)).toEqual(['1', '2', '12']);
    expect(result.unplaced).toEqual([]);
  });

  it('separates equal times by hundredths, then by places', () => {
    const equal = sheet({
      general: [
        { bib: '1', behindS: 0, hundredths: 50, placesSum: 10 },
        { bib: '2', behindS: 0, hundredths: 50, placesSum: 9 },
        { bib: '3', behindS: 0, hundredths: 49, placesSum: 99 },
      ],
    });
    expect(general({ sheet: equal, ...onRoad([0, ['1', '2', '3']]) }).map(([bib]) => bib)).toEqual(['3', '2', '1']);
  });
});

describe('equal times at the finish', () => {
  const crossed = passages('finish', AT_MS, ['2', 0], ['1', 0.1]);
  const { course } = before;
  const finish = course.marks.find(({ kind }) => kind === 'finish')!.id;
  const finished = {
    passages: crossed.map((one) => ({ ...one, mark: finish })),
    places: [place('1'), place('2')],
    groups: [],
  };
  const entry = { behindS: 0, hundredths: 0 };
  const bibs = (sumOfBib1: number) =>
    general({
      ...finished,
      sheet: sheet({
        general: [
          { bib: '1', ...entry, placesSum: sumOfBib1 },
          { bib: '2', ...entry, placesSum: 10 },
        ],
      }),
    }).map(([bib]) => bib);

  it('add the place of today to the places so far, and then look at today', () => {
    // Bib 2 wins the stage: 11 places in all.
    expect(bibs(8)).toEqual(['1', '2']);
    expect(bibs(9)).toEqual(['2', '1']);
    expect(bibs(10)).toEqual(['2', '1']);
  });
});

describe('a rider without a fresh place', () => {
  const lost = (lastSeen: StandingsInput['lastSeen']) => {
    const places = break_.places.map((one) =>
      one.bib === '2' ? { ...one, tracker: 'silent' as const, group: null } : one,
    );
    return standings(standingsInput({ sheet: before, ...break_, places, lastSeen }));
  };

  it('counts with the group that he was seen in less than a minute ago, as estimated', () => {
    const row = lost(() => ({ group: 'g2', atMs: AT_MS - 59_000 })).general.find(({ bib }) => bib === '2');
    expect(row).toMatchObject({ behindS: 100, origin: 'estimated' });
  });

  it.each([
    ['after a minute', { group: 'g2', atMs: AT_MS - 60_000 }],
    ['when his group is no more', { group: 'g9', atMs: AT_MS }],
    ['when he was never seen', null],
    ['when his group is strewn', { group: 'g3', atMs: AT_MS }],
  ])('is not silently put in the peloton: unplaced %s', (_, seen) => {
    const result = lost(() => seen);
    expect(result.general.map(({ bib }) => bib)).toEqual(['11', '1', '12']);
    expect(result.unplaced).toEqual(['2']);
  });

  it('does not make others win places', () => {
    const places = break_.places.map((one) =>
      one.bib === '1' ? { ...one, tracker: 'off' as const, group: null } : one,
    );
    const rows = standings(standingsInput({ sheet: before, ...break_, places })).general;
    expect(rows.map(({ bib, moved }) => [bib, moved])).toEqual([
      ['11', 0],
      ['2', 0],
      ['12', 0],
    ]);
  });
});

describe('while riders arrive', () => {
  const finish = before.course.marks.find(({ kind }) => kind === 'finish')!;
  const arrived = (bib: string, afterS: number) =>
    place(bib, { status: 'finished', finish: { value: 0, atMs: AT_MS + afterS * 1000, origin: 'timed' } });

  it('the head is the winner, not the first rider left on the road', () => {
    const places = [arrived('11', 0), arrived('12', 0.2), ...onRoad([75, ['1', '2']]).places];
    const rows = general({ ...onRoad([75, ['1', '2']]), places, atMs: AT_MS + 60_000 });
    // Bib 11 has 10 s of bonus: 70 - 10 = 60 against 75; 12 has 6.
    expect(rows).toEqual([
      ['11', 0, 1],
      ['1', 15, -1],
      ['2', 105, 0],
      ['12', 534, 0],
    ]);
  });

  it('a group that is not yet there does not share the time of the winner', () => {
    const places = [arrived('11', 0), arrived('12', 0.2), ...onRoad([75, ['1', '2']]).places];
    expect(general({ ...onRoad([75, ['1', '2']]), places, atMs: AT_MS + 1000 })[1]).toEqual(['1', 15, -1]);
  });

  it('who is still on the road has lost at least the time since the winner', () => {
    const places = [arrived('11', 0), arrived('12', 0.2), ...onRoad([75, ['1', '2']]).places];
    const rows = general({ ...onRoad([75, ['1', '2']]), places, atMs: AT_MS + 100_000 });
    expect(rows.find(([bib]) => bib === '1')?.[1]).toBe(100 - 60);
  });

  it('the rest of a bunch shares the time of those who have crossed, until there is a split', () => {
    const rest = onRoad([4.5, ['2', '12']]);
    const places = [arrived('11', 0), arrived('1', 4), ...rest.places];
    const crossing = { sheet: sheet({ general: before.general }), ...rest, places };
    const gapOf = (atMs: number) => general({ ...crossing, atMs }).map(([bib, behindS]) => [bib, behindS]);
    // One second is a split: bib 1 lost 4 s, and the two behind arrive with him.
    expect(gapOf(AT_MS + 5000)).toEqual([
      ['1', 0],
      ['11', 66],
      ['2', 90],
      ['12', 600],
    ]);
    expect(gapOf(AT_MS + 8000)).toEqual([
      ['1', 0],
      ['11', 66],
      ['2', 94],
      ['12', 604],
    ]);
  });

  it('passages at the finish count like arrivals', () => {
    const crossed = passages(finish.id, AT_MS, ['11', 0], ['12', 0.2]);
    const places = [place('11'), place('12'), ...onRoad([75, ['1', '2']]).places];
    expect(general({ ...onRoad([75, ['1', '2']]), places, passages: crossed, atMs: AT_MS + 60_000 })[1]).toEqual([
      '1',
      15,
      -1,
    ]);
  });
});
