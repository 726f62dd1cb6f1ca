import { describe, expect, it } from 'vitest';
import { newHealthBook } from '../../../src/race/health-book.ts';
import { advanceTo, enlist, newRiding } from '../../../src/race/riders/riding.ts';
import { whereabouts } from '../../../src/race/riders/whereabouts.ts';
import { eastward } from '../../../src/race/sample/builders.ts';
import { course, START_MS } from '../../support/race.ts';
import { fixAt } from '../../support/ride.ts';

/** 8 km on a straight road. */
const road = course({ lengthKm: 8, anchors: [], line: eastward(8).map((p) => ({ ...p, altitudeM: null })), marks: [] });
const at = (second: number) => START_MS + second * 1000;

/** Riders at their places at second 100. */
function located(...places: readonly number[]) {
  const riding = newRiding(road, START_MS, newHealthBook());
  const bibs = places.map((_, i) => String(i + 1));
  enlist(riding, bibs);
  bibs.forEach((bib, i) => {
    advanceTo(riding, riding.runners.get(bib)!, places[i]!, at(100));
  });
  return riding;
}

const samplesAt = (places: readonly number[], speedKph: number | null = null) =>
  places.map((distanceM, i) => fixAt(road, String(i), distanceM, speedKph));

describe('where the race is', () => {
  it('is where five of its riders are, and as far beyond as they can have come since', () => {
    const riding = located(3000, 3100, 3200, 3300, 3400);
    expect(whereabouts(riding, at(110), START_MS, [])).toMatchObject({
      known: true,
      fromM: 2500,
      toM: 3900 + 180,
      furthestM: 5400 + 180,
    });
    // A frame of before is of then.
    expect(whereabouts(riding, at(90), START_MS, [])).toMatchObject({ toM: 3900, furthestM: 5400 });
    expect(whereabouts(located(3000, 3100, 3200, 3300), at(110), START_MS, []).known).toBe(false);
  });

  it('who has come in is one of them, and who is silent is not', () => {
    const came = located(3000, 3100, 3200, 3300, 7990);
    came.runners.get('5')!.finish = { value: 0, atMs: at(101), origin: 'timed' };
    expect(whereabouts(came, at(110), START_MS, []).known).toBe(true);
    const left = located(3000, 3100, 3200, 3300, 3400);
    left.runners.get('5')!.status = 'abandoned';
    expect(whereabouts(left, at(110), START_MS, []).known).toBe(false);
  });

  it('is beside a place where somebody rides within 500 m', () => {
    const { isAccompanied } = whereabouts(located(3000, 3000, 3000, 5000, 5000), at(100), START_MS, []);
    expect([2501, 3499, 4501, 5499].map(isAccompanied)).toEqual([true, true, true, true]);
    expect([2499, 3501, 4499, 5501].map(isAccompanied)).toEqual([false, false, false, false]);
  });

  it('is where those wait who are told of one by one, while they were heard lately', () => {
    const riding = located();
    const isGathering = (atMs: number) => whereabouts(riding, atMs, null, samplesAt([0], 0)).isGathering(0);
    for (let i = 1; i <= 4; i += 1) {
      expect(isGathering(at(100))).toBe(false);
      const { lat, lon } = fixAt(road, String(i), 10 * i);
      riding.lapless.set(String(i), { fix: { lat, lon, speedKph: 0, atMs: at(100) }, onSomeLapM: 10 * i });
    }
    expect(isGathering(at(100))).toBe(true);
    expect(isGathering(at(121))).toBe(false);
  });

  it('is around the middle of the first frame while nobody is known', () => {
    const around = whereabouts(located(), at(100), null, samplesAt([1000, 2000, 3000, 4000, 5000]));
    expect(around).toMatchObject({ known: false, furthestM: Number.POSITIVE_INFINITY });
    expect([around.fromM, around.toM].map(Math.round)).toEqual([2000, 4000]);
    expect(whereabouts(located(), at(100), null, samplesAt([1000, 2000, 3000, 4000])).fromM).toBeNaN();
  });
});

describe('a field that waits at km 0', () => {
  const waits = (distanceM: number, ...samples: Parameters<typeof samplesAt>) =>
    whereabouts(located(), at(-600), START_MS, samplesAt(...samples)).isGathering(distanceM);
  const five = [10, 20, 30, 40, 50];

  it('is there within 300 m', () => {
    expect([299, 301].map((m) => waits(m, five, 0))).toEqual([true, false]);
    expect(waits(0, [290, 291, 292, 293, 294], 0)).toBe(true);
    expect(waits(0, [400, 401, 402, 403, 404], 0)).toBe(false);
  });

  it('stands, or walks', () => {
    expect([6.9, 7.1, null].map((speedKph) => waits(0, five, speedKph))).toEqual([true, false, false]);
  });

  it('is most of a frame of five at least', () => {
    expect(waits(0, five.slice(1), 0)).toBe(false);
    expect(waits(0, [10, 20, 30, 2000, 2100], 0)).toBe(true);
    expect(waits(0, [10, 20, 1900, 2000, 2100], 0)).toBe(false);
  });

  it('is nowhere once the race is known', () => {
    const riding = located(100, 100, 100, 100, 100);
    expect(whereabouts(riding, at(100), START_MS, samplesAt(five, 0)).isGathering(0)).toBe(false);
  });
});
