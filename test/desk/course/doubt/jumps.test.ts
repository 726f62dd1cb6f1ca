import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubted } from '../../../../src/desk/course/doubt/doubted.ts';
import { at } from '../../../support/courses.ts';
import { anywhere, changed, clean, expectRoad, METRES_PER_DEGREE, read } from './spoilt.ts';

// Many roads are built here, and a machine may be busy.
describe('points that jump away and return are left out, and said', () => {
  it('wherever they are, one or some, however far', () => {
    const away = fc.record({
      at: anywhere,
      count: fc.integer({ min: 1, max: 12 }),
      km: fc.integer({ min: 3, max: 400 }),
    });
    fc.assert(
      fc.property(away, ({ at, count, km }) => {
        const off = (km * 1000) / METRES_PER_DEGREE;
        const line = changed((point, i) => (i >= at && i < at + count ? { ...point, lat: point.lat + off } : point));
        const [doubt] = expectRoad(line);
        expect(doubt).toMatch(/^(a point|\d+ points) \d+\.\d km off the road, after \d+\.\d km: left out$/);
      }),
      { numRuns: 40 },
    );
  });

  it('a point too near for a jump as well, on a road that is mapped evenly', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 200, max: 450 }), (at, m) => {
        const off = m / METRES_PER_DEGREE;
        const line = changed((point, i) => (i === at ? { ...point, lat: point.lat + off } : point));
        expect(expectRoad(line)).toEqual(['a point beside the road: left out']);
      }),
      { numRuns: 20 },
    );
    // Drawn with few points, a lone one far out is where the road turns back.
    const sparse = [...Array.from({ length: 20 }, (_, i) => at(i * 900, (i % 2) * 8)), at(18_900, 0)];
    const thereAndBack = [...sparse, ...sparse.toReversed().slice(1)];
    expect(doubted(thereAndBack)).toEqual({ ok: true, value: { line: thereAndBack, doubts: [] } });
  });

  it('at both ends as well', () => {
    expect(expectRoad([at(-80_000, 9), ...clean])).toHaveLength(1);
    expect(expectRoad([...clean, at(90_000, 9)])).toHaveLength(1);
  });

  it('a stretch that nobody drew is straight, and said; a road that does not come back is refused', () => {
    const { doubts } = read([...clean.slice(0, 250), ...clean.slice(300)]);
    expect(doubts).toEqual([expect.stringMatching(/^1\.\d km after \d+\.\d km are not mapped: taken as straight$/)]);
    const apart = changed((point, i) => (i < 250 ? point : { ...point, lat: point.lat + 1 }));
    expect(doubted(apart)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/jumps 11\d\.\d km after .*alone$/),
    });
    // More than a fifth of what there is: of a short road as well, nobody knows how it goes.
    const ofFive = (missing: number) => doubted([...clean.slice(0, 60), ...clean.slice(60 + missing, 120 + missing)]);
    expect(ofFive(20)).toMatchObject({ ok: true });
    expect(ofFive(50)).toMatchObject({ ok: false });
  });
});
