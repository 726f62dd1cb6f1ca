import { describe, expect, it } from 'vitest';
import { heightAt, keptShape, shapeAltitudeAt } from '../../../../src/stage/kit/road/road-shape.ts';

/** 10 km: 5 flat at 200 m, then 5 at 8 %. */
const profile = { stepM: 1000, altitudesM: [200, 200, 200, 200, 200, 200, 280, 360, 440, 520, 600] };
const style = { floor: 0.2, leastSpanM: 100, blockM: 1000 };
const textsOf = (pct: number) => [`${pct.toFixed(1)}%`];

describe('a road from the side', () => {
  it('reaches from the floor to the top', () => {
    const { heights } = keptShape({ profile }, { fromM: 0, toM: 10_000 }, style, textsOf);
    expect(heights[0]).toBeCloseTo(0.2);
    expect(heights.at(-1)).toBeCloseTo(1);
    expect(heightAt({ heights, blocks: [] }, 0.75)).toBeCloseTo(0.6);
  });

  it('is cut into blocks of one gradient each, the last one as long as it is', () => {
    const { blocks } = keptShape({ profile }, { fromM: 4000, toM: 6500 }, style, textsOf);
    expect(blocks.map(({ texts }) => texts[0])).toEqual(['0.0%', '8.0%', '8.0%']);
    expect(blocks.map(({ to }) => to)).toEqual([0.4, 0.8, 1]);
  });

  it('looks flat where it is flat', () => {
    const { heights } = keptShape(
      { profile: { stepM: 1000, altitudesM: [200, 201, 200] } },
      { fromM: 0, toM: 2000 },
      style,
      textsOf,
    );
    expect(Math.max(...heights)).toBeLessThan(0.22);
  });

  it('is level beyond its ends', () => {
    expect(shapeAltitudeAt(profile, -500)).toBe(200);
    expect(shapeAltitudeAt(profile, 99_000)).toBe(600);
    expect(shapeAltitudeAt(profile, 5500)).toBe(240);
  });
});
