import { Container } from 'pixi.js';
import { zoneOf } from '../../src/edition/theme.ts';
import { bitmap } from '../../src/stage/kit/bitmap.ts';
import { cloth, leanOf } from '../../src/stage/kit/cloth.ts';
import { hoist, pole } from '../../src/stage/kit/hoist.ts';
import { type Pen, pen } from '../../src/stage/kit/pen.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { TagView } from './select.ts';

/** A small flag at the right edge of the safe area: of its zone, half the width and half the height. */
export const draw: Draw<TagView> = (kit) => {
  const { ground, size } = kit.theme;
  const zone = zoneOf(kit.theme, manifest.layer);
  const box = { x: zone.x + zone.width / 2, y: zone.y, width: zone.width / 2, height: zone.height / 2 };
  const { height } = box;
  // The tail ends where the picture is safe.
  const width = box.width - leanOf(kit, height);
  const back = cloth(kit, { width, height, color: ground.highlight.fill, edge: 'tail' });
  const mast = pole(size.lookPole, height, ground.header.fill);
  const words = bitmap(kit, width, height);
  const move = hoist(kit);
  const parts = [{ pole: mast, cloth: back }];
  back.hang(words.upTo);
  return {
    node: new Container({ x: box.x, y: box.y, children: [back.node, mast.node, words.node] }),
    box,
    update(view) {
      words.show(JSON.stringify(view), (context) => paint(pen(kit, context, ground.highlight), view, width, height));
    },
    playIn: () => move.raise(parts),
    playOut: () => move.strike(parts),
  };
};

function paint(on: Pen, { words }: TagView, width: number, height: number): void {
  const { space, size } = on.supplies.theme;
  const left = size.lookPole + space.pad;
  const said = on.fit([words], width - left - space.gap, 'value');
  const x = left + (width - left - space.gap) / 2;
  on.words(said.text, { x, y: height / 2, size: 'value', align: 'center', squeeze: said.squeeze });
}
