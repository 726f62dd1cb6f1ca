import { zoneOf } from '../../src/edition/theme.ts';
import type { Pen } from '../../src/stage/kit/pen.ts';
import { swallowTail } from '../../src/stage/kit/swallow-tail.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { FlashView } from './select.ts';

/** The flag that hangs over the road at the last kilometre. */
export const draw: Draw<FlashView> = (kit) => {
  const { header } = kit.theme.ground;
  return swallowTail(kit, zoneOf(kit.theme, manifest.layer), { ground: header, pole: header.text }, paint);
};

/** In the middle of the cloth. */
function paint(on: Pen, { words }: FlashView, width: number, height: number): void {
  const { space, size } = on.supplies.theme;
  const said = on.fit([words], width - size.lookPole - 2 * space.wide, 'hero');
  const taken = on.widthOf(said.text, 'hero') * said.squeeze;
  const x = Math.round(size.lookPole + (width - size.lookPole - taken) / 2);
  on.words(said.text, { x, y: height / 2, size: 'hero', squeeze: said.squeeze });
}
