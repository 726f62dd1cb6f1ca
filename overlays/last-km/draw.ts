import { Container } from 'pixi.js';
import { zoneOf } from '../../src/edition/theme.ts';
import { bitmap } from '../../src/stage/kit/bitmap.ts';
import { cloth, leanOf } from '../../src/stage/kit/cloth.ts';
import { hoist, pole } from '../../src/stage/kit/hoist.ts';
import { type Pen, pen } from '../../src/stage/kit/pen.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { FlashView } from './select.ts';

/** The flag that hangs over the road at the last kilometre. */
export const draw: Draw<FlashView> = (kit) => {
  const { ground, size } = kit.theme;
  const box = zoneOf(kit.theme, manifest.layer);
  const { height } = box;
  const width = box.width - leanOf(kit, height);
  const back = cloth(kit, { width, height, color: ground.header.fill, edge: 'tail' });
  const mast = pole(size.lookPole, height, ground.header.text);
  const words = bitmap(kit, width, height);
  const move = hoist(kit);
  const parts = [{ pole: mast, cloth: back }];
  back.hang(words.upTo);
  return {
    node: new Container({ x: box.x, y: box.y, children: [back.node, mast.node, words.node] }),
    box,
    update(view) {
      words.show(JSON.stringify(view), (context) => paint(pen(kit, context, ground.header), view, width, height));
    },
    playIn: () => move.raise(parts),
    playOut: () => move.strike(parts),
  };
};

/** In the middle of the cloth. */
function paint(on: Pen, { words }: FlashView, width: number, height: number): void {
  const { space, size } = on.supplies.theme;
  const said = on.fit([words], width - size.lookPole - 2 * space.wide, 'hero');
  const taken = on.widthOf(said.text, 'hero') * said.squeeze;
  const x = Math.round(size.lookPole + (width - size.lookPole - taken) / 2);
  on.words(said.text, { x, y: height / 2, size: 'hero', squeeze: said.squeeze });
}
