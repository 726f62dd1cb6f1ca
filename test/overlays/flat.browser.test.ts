import type { Container } from 'pixi.js';
import { describe, expect, it } from 'vitest';
import { compare } from '../support/compare.ts';
import { shelves } from '../support/stand.ts';

const nodesOf = (node: Container): number => 1 + node.children.reduce((sum, child) => sum + nodesOf(child), 0);

describe.each(shelves)('$id', ({ scenes, stand }) => {
  const { race, later = race } = scenes.full;

  it('is built once: updates add no node and no texture', async () => {
    const graphic = await stand(scenes.full, 'canvas');
    const round = () => {
      for (const next of [later, race]) {
        graphic.show(next);
        graphic.after(2000);
      }
    };
    round();
    const before = { nodes: nodesOf(graphic.node()!), art: graphic.supplies.art.size };
    for (let i = 0; i < 20; i++) round();
    expect({ nodes: nodesOf(graphic.node()!), art: graphic.supplies.art.size }).toEqual(before);
    graphic.close();
  });

  it('is drawn only when something changed', async () => {
    const graphic = await stand(scenes.full, 'canvas');
    graphic.after(5000);
    const { renders, drawCalls } = graphic.picture.counts;
    for (let i = 0; i < 10; i++) {
      graphic.show({ ...race });
      graphic.after(100);
    }
    expect(graphic.picture.counts).toMatchObject({ renders, drawCalls });
    graphic.show(later);
    // What says nothing of the race has no later picture.
    const changes = scenes.full.later !== undefined;
    expect(graphic.picture.counts.renders > renders).toBe(changes);
    graphic.close();
  });

  it('shows the later picture as it would have been built', async () => {
    const moved = await stand(scenes.full, 'canvas');
    moved.show(later);
    moved.after(10_000);
    const image = moved.image();
    moved.close();
    const built = await stand({ ...scenes.full, race: later }, 'canvas');
    expect(compare(built.image(), image).count).toBe(0);
    built.close();
  });
});
