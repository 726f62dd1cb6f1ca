import { expect } from 'vitest';
import { MUTED_ALPHA } from '../../src/stage/graphic.ts';
import type { Scene } from '../../src/stage/scene.ts';
import type { Stand } from './stand.ts';

/**
 * Words stand on plates, so at rest there is nothing between nothing and a plate; and nothing at all outside the box.
 */
export function expectExactAlpha({ pixels, image, supplies }: Stand, scene: Scene): void {
  const what = scene.title;
  const plate = Math.round(supplies.theme.alpha.plate * (scene.ageS ? MUTED_ALPHA : 1) * 255);
  const whole = pixels();
  const here = alphas(image(whole));
  expect(here[plate], `${what}: pixels of a plate`).toBeGreaterThan(0);
  const between = here.flatMap((count, alpha) => (count > 0 && alpha > 0 && alpha < plate ? [alpha] : []));
  expect(between, `${what}: alphas that are neither nothing nor a plate`).toEqual([]);
  expect(drawn(alphas(whole)), `${what}: pixels drawn in the whole picture`).toBe(drawn(here));
}

/** How many pixels there are of each alpha. */
function alphas({ data }: ImageData): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (let i = 3; i < data.length; i += 4) counts[data[i]!]! += 1;
  return counts;
}

const drawn = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count) - counts[0]!;
