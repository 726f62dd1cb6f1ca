import { expect } from 'vitest';
import type { Scene } from '../../src/stage/scene.ts';
import type { Stand } from './stand.ts';

/**
 * Words stand on plates, so at rest there is nothing between nothing and a plate, but along the edge of a plate that
 * flies, where pixels are cut; and nothing at all outside the box.
 */
export function expectExactAlpha({ pixels, image, supplies }: Stand, scene: Scene): void {
  const what = scene.title;
  const plate = supplies.theme.plateAlpha;
  const whole = pixels();
  const part = image();
  const here = alphas(part);
  expect(here[plate], `${what}: pixels of a plate`).toBeGreaterThan(0);
  expect(strayAlphas(part, plate), `${what}: alphas that are neither nothing nor a plate, nor its cut edge`).toEqual(
    [],
  );
  expect(drawn(alphas(whole)), `${what}: pixels drawn in the whole picture`).toBe(drawn(here));
}

/** A leaning edge cuts so many pixels of a row at most. */
const EDGE_PX = 2;

/** Alphas of pixels that are neither, and do not part a plate from nothing. */
export function strayAlphas(image: ImageData, plate: number): number[] {
  const { data, width } = image;
  const stray = new Set<number>();
  for (let i = 0; 4 * i < data.length; i++) {
    const alpha = data[4 * i + 3]!;
    if (alpha > 0 && alpha < plate && !isEdge(image, i % width, Math.floor(i / width), plate)) stray.add(alpha);
  }
  return [...stray];
}

/** A plate is at its left, and nothing at its right. */
function isEdge({ data, width }: ImageData, x: number, y: number, plate: number): boolean {
  const alphaAt = (at: number) => (at >= 0 && at < width ? data[4 * (y * width + at) + 3]! : 0);
  const near = [1, EDGE_PX];
  return near.some((px) => alphaAt(x - px) >= plate) && near.some((px) => alphaAt(x + px) === 0);
}

/** How many pixels there are of each alpha. */
function alphas({ data }: ImageData): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (let i = 3; i < data.length; i += 4) counts[data[i]!]! += 1;
  return counts;
}

const drawn = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count) - counts[0]!;
