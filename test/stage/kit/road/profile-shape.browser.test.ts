import { expect, it } from 'vitest';
import { defaultEdition } from '../../../../src/edition/edition.ts';
import { shippedTheme } from '../../../../src/host/themes.ts';
import { createSupplies, type Kit } from '../../../../src/stage/kit/kit.ts';
import { profileShape } from '../../../../src/stage/kit/road/profile-shape.ts';
import type { Shape } from '../../../../src/stage/kit/road/road-shape.ts';
import { StageTime } from '../../../../src/stage/time.ts';

const WIDTH = 400;
const BLOCK = 40;
const shape: Shape = {
  heights: [0.2, 0.5, 0.9],
  blocks: Array.from({ length: WIDTH / BLOCK }, (_, i) => ({
    to: ((i + 1) * BLOCK) / WIDTH,
    gradientPct: i,
    texts: [`${i}.5`],
  })),
};

/** From where to where each part of a road is seen: ridden and ahead, figures past and to come. */
function parts() {
  const animations = new StageTime().animations(() => {});
  const kit: Kit = { ...createSupplies(defaultEdition, shippedTheme(null)), animations };
  const road = profileShape(kit, WIDTH, 100);
  road.set('a road', shape);
  const seen = () => {
    const [, behind, ahead, figures] = road.node.children;
    return [behind!, ahead!, ...figures!.children].map((part) => (part.visible ? [part.x, part.x + part.width] : []));
  };
  return { road, seen };
}

it('a figure stands whole on the ground that it was printed for: that of the block with the race is left out', () => {
  const { road, seen } = parts();
  for (let race = 2; race < WIDTH; race += 2) {
    road.ridden(race);
    const block = Math.floor(race / BLOCK) * BLOCK;
    const isBetween = race === block;
    expect(seen(), `at ${race}`).toEqual([
      [0, race],
      [race, WIDTH],
      block > 0 ? [0, block] : [],
      isBetween ? [race, WIDTH] : block + BLOCK < WIDTH ? [block + BLOCK, WIDTH] : [],
    ]);
  }
  road.node.destroy({ children: true });
});

it('before the foot all figures are to come, and from the top on all are past', () => {
  const { road, seen } = parts();
  expect(seen()).toEqual([[], [0, WIDTH], [], [0, WIDTH]]);
  road.ridden(WIDTH + 100);
  expect(seen()).toEqual([[0, WIDTH], [], [0, WIDTH], []]);
  road.node.destroy({ children: true });
});

it('no more figures are seen than there is road drawn', () => {
  const { road, seen } = parts();
  road.ridden(90);
  road.drawn.x = 60;
  expect(seen()).toEqual([[0, 60], [], [0, 60], []]);
  road.drawn.x = 200;
  expect(seen()).toEqual([
    [0, 90],
    [90, 200],
    [0, 80],
    [120, 200],
  ]);
  road.node.destroy({ children: true });
});
