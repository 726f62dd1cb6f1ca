import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubted } from '../../../../src/desk/course/doubt/doubted.ts';
import { arc, at } from '../../../support/courses.ts';
import { chances } from '../../../support/ride.ts';
import { anywhere, clean, expectRoad, type Line, METRES_PER_DEGREE, read } from './spoilt.ts';

// Many roads are built here, and a machine may be busy.
describe('what a receiver drew while standing is left out', () => {
  const noise = chances(5);
  const usual = () => (noise() - 0.5) * 16;
  /** 12 m off, more now and then. */
  const poor = () => (noise() + noise() + noise() - 1.5) * 24;

  it.each([
    ['a usual receiver', usual],
    ['a poor one', poor],
  ])('of %s, for a minute or for half an hour', (_, offM) => {
    const still = (around: Line[number], count: number) =>
      Array.from({ length: count }, () => ({
        ...around,
        lat: around.lat + offM() / METRES_PER_DEGREE,
        lon: around.lon + offM() / METRES_PER_DEGREE / Math.cos((around.lat * Math.PI) / 180),
      }));
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 60, max: 1800 }), (i, count) => {
        const doubts = expectRoad([...clean.slice(0, i), ...still(clean[i]!, count), ...clean.slice(i)]);
        expect(doubts).toEqual([
          expect.stringMatching(/^\d+ points recorded while standing still, at one place: left out$/),
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('at one place, though the receiver was astray for a while in between', () => {
    const around = clean[40]!;
    const spot = (metres: number) => ({ ...around, lat: around.lat + metres / METRES_PER_DEGREE });
    const standing = Array.from({ length: 60 }, (_, i) => spot(i % 2 === 0 ? 9 : -9));
    const astray = Array.from({ length: 6 }, (_, i) => spot(36 + i));
    const stop = [...standing, ...astray, ...standing];
    const doubts = expectRoad([...clean.slice(0, 40), ...stop, ...clean.slice(40)]);
    expect(doubts).toEqual([expect.stringMatching(/ at one place: left out$/)]);
  });

  it('but not a small circuit ridden many times, nor a hairpin', () => {
    const laps = Array.from({ length: 20 }, () =>
      arc([0, 0], 60, Math.PI, -Math.PI).filter((_, i) => i % 10 === 0),
    ).flat();
    expect(read(laps).course.lengthM).toBeGreaterThan(20 * 0.98 * 2 * Math.PI * 60);
    const hairpin = [
      ...Array.from({ length: 60 }, (_, i) => at(i * 3, 0)),
      ...arc([180, 8], 8, -Math.PI / 2, Math.PI / 2).slice(1),
      ...Array.from({ length: 60 }, (_, i) => at(180 - i * 3, 16)),
    ];
    expect(doubted(hairpin)).toMatchObject({ ok: true, value: { doubts: [] } });
  });
});
