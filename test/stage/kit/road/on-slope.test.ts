import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onSlope } from '../../../../src/stage/kit/road/on-slope.ts';

const sizes = { pennon: 36, stroke: 4, hair: 2, tight: 6, gap: 12 };
const line = { from: 6, to: 786 };
const ROAD = { from: 18, to: 774, low: 250, high: 120 };
const words = { from: 18, to: 560, bottom: 73.4 };

type Place = NonNullable<ReturnType<typeof onSlope>[number]>;
const flagAt = (x: number, roadY: number, width = 42) => ({ x, roadY, width });

/** Groups from head to back, anywhere on a road that climbs, and words that end anywhere. */
const onAir = fc.record({
  xs: fc.array(fc.integer({ min: ROAD.from / 2, max: ROAD.to / 2 }), { minLength: 1, maxLength: 8 }),
  widths: fc.array(fc.constantFrom(42, 54, 66), { minLength: 8, maxLength: 8 }),
  to: fc.integer({ min: 200, max: 700 }),
  flew: fc.array(fc.constantFrom(true, false, undefined), { minLength: 8, maxLength: 8 }),
});

describe('flags on a slope', () => {
  it('stand on their poles, and above those in front where they would cover them', () => {
    expect(onSlope(sizes, [flagAt(700, 140), flagAt(680, 142), flagAt(300, 200)], line, null)).toEqual([
      { left: 698, top: 86 },
      { left: 678, top: 48 },
      { left: 298, top: 146 },
    ]);
  });

  it('stand across their pole where words are above them', () => {
    const [head, next] = onSlope(sizes, [flagAt(546, 158), flagAt(514, 164)], line, words);
    expect(head).toEqual({ left: 544, top: 104 });
    expect(next).toEqual({ left: 500, top: 110 });
  });

  it('fly lower where the road is high below words', () => {
    expect(onSlope(sizes, [flagAt(400, 120)], line, words)).toEqual([{ left: 398, top: 76 }]);
    expect(onSlope(sizes, [flagAt(600, 120)], line, words)).toEqual([{ left: 598, top: 66 }]);
  });

  it('do not fly where there is no room, but that of the head does', () => {
    const packed = onSlope(
      sizes,
      [0, 2, 4].map((back) => flagAt(546 - back, 158)),
      line,
      words,
    );
    expect(packed.map((place) => place !== null)).toEqual([true, false, false]);
  });

  it('go once there is no room at all, come back where there is plenty, and change nothing in between', () => {
    const head = flagAt(546, 158);
    const isFlown = (back: number, before?: boolean) =>
      onSlope(sizes, [head, flagAt(546 - back, 158)], line, words, [true, before])[1] !== null;
    const steps = Array.from({ length: 80 }, (_, i) => 2 * i);
    const goneBelow = steps.find((back) => isFlown(back, true))!;
    const firstBelow = steps.find((back) => isFlown(back))!;
    const backAbove = steps.find((back) => isFlown(back, false))!;
    expect(goneBelow).toBeLessThanOrEqual(firstBelow);
    expect(backAbove).toBeGreaterThanOrEqual(firstBelow + sizes.gap / 2);
    // A group that sways by some pixels where there is hardly room: it changes its mind once at most.
    for (let middle = 0; middle < 150; middle += 2) {
      let before: boolean | undefined;
      let changes = 0;
      for (const sway of [0, 2, -2, 4, -4, 2, 0, -4, 4, -2, 0, 4, -4]) {
        const now = isFlown(Math.max(0, middle + sway), before);
        if (before !== undefined && now !== before) changes += 1;
        before = now;
      }
      expect(changes, `${middle} px behind`).toBeLessThanOrEqual(1);
    }
  });

  it('cover neither each other nor words nor the header, and stand on even pixels at their pole', () => {
    fc.assert(
      fc.property(onAir, ({ xs, widths, to, flew }) => {
        const spots = xs
          .map((half) => 2 * half)
          .sort((a, b) => b - a)
          .map((x, i) =>
            flagAt(x, 2 * Math.round((ROAD.low - ((x - 18) / 756) * (ROAD.low - ROAD.high)) / 2), widths[i]),
          );
        const places = onSlope(sizes, spots, line, { ...words, to }, flew);
        expect(places[0]).not.toBeNull();
        const flags = places.flatMap((place, i) => (place ? [{ ...place, ...spots[i]!, ...place }] : []));
        for (const [i, flag] of flags.entries()) {
          expect([flag.left % 2, flag.top % 2]).toEqual([0, 0]);
          expect(flag.left <= flag.x && flag.x <= flag.left + flag.width, 'on its pole').toBe(true);
          expect(flag.top).toBeGreaterThanOrEqual(sizes.tight);
          expect(flag.left + flag.width).toBeLessThanOrEqual(line.to);
          if (flag.left < to) expect(flag.top).toBeGreaterThan(words.bottom);
          for (const other of flags.slice(i + 1)) expect(areApart(flag, other)).toBe(true);
          for (const other of flags) expect(isPierced(flag, other), 'a pole through a flag').toBe(false);
        }
      }),
    );
  });
});

type Flag = Place & { readonly x: number; readonly width: number };
/** From here on a flag stands across its pole so as not to leave the plate. */
const END = line.to - 66;

const areApart = (a: Flag, b: Flag): boolean =>
  Math.abs(a.top - b.top) >= sizes.pennon || a.left + a.width < b.left || b.left + b.width < a.left;

/** Whether the pole of another, which flies higher, goes through it; not at its left edge, where its own is. */
const isPierced = (flag: Flag, { x, top }: Flag): boolean =>
  top < flag.top && x - sizes.stroke / 2 > flag.left && x - sizes.stroke / 2 < flag.left + flag.width && x < END;
