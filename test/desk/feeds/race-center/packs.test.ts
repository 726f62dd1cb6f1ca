import { describe, expect, it } from 'vitest';
import { START_MS } from '../../../support/race.ts';
import { streamed } from './opened.ts';

describe('groups', () => {
  it('takes the groups of race radio', () => {
    const groups = [
      { order: 1, name: 'Peloton', size: 999, bibs: [{ bib: 2 }, { bib: null }], relative: 90, computedRelative: 95 },
      { order: 0, name: 'Tête de la course', bibs: [{ bib: 1 }], relative: 0 },
    ];
    const text = JSON.stringify({ bind: 'pack-2026-5', data: { date: '2026-07-04T15:37:13+02:00', groups } });
    expect(streamed(text).events).toEqual([
      {
        kind: 'official-groups',
        atMs: Date.UTC(2026, 6, 4, 13, 37, 13),
        freshS: 120,
        groups: [
          { name: 'Tête de la course', bibs: ['1'], gapS: 0 },
          { name: 'Peloton', bibs: ['2'], gapS: 95 },
        ],
      },
    ]);
  });

  it('takes them as trackers have them too: bare numbers, gaps to the group before', () => {
    const pack = (groups: object[], over = {}) =>
      JSON.stringify({ bind: 'telemetryPack-2026', data: { ...over, groups } });
    const [a, b, c] = [
      { order: 0, bibs: [1] },
      { order: 1, bibs: ['2'], secGapToPrev: '40' },
      { order: 2, bibs: [3], secGapToPrev: 65 },
    ];
    const gaps = (text: string) =>
      streamed(text).events.flatMap((event) =>
        event.kind === 'official-groups' ? [event.atMs, ...event.groups.map(({ gapS }) => gapS)] : [],
      );
    expect(gaps(pack([c!, a!, b!], { TimeStamp: START_MS / 1000 }))).toEqual([START_MS, 0, 40, 105]);
    expect(gaps(pack([a!, { ...b!, secGapToPrev: null }, c!], { _updatedAt: START_MS + 1 }))).toEqual([
      START_MS + 1,
      0,
      null,
      null,
    ]);
    expect(gaps(pack([a!]))).toEqual([]);
  });

  it('takes groups of riders who are only referred to, and none of another stage', () => {
    const groups = [
      {
        order: 0,
        size: 999,
        bibs: [{ bib: null, $rider: 'allCompetitors-2026:r2' }, { $rider: 'allCompetitors-2026:x' }],
      },
    ];
    const data = { date: '2026-07-04T15:37:13+02:00', groups };
    const said = (bind: string) => streamed(JSON.stringify({ bind, data })).events;
    expect(said('pack-2026-5')).toMatchObject([{ groups: [{ bibs: ['2'] }] }]);
    expect(said('pack-2026-4')).toEqual([]);
  });
});
