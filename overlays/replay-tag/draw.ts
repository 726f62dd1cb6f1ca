import { zoneOf } from '../../src/edition/theme.ts';
import type { Pen } from '../../src/stage/kit/pen.ts';
import { swallowTail } from '../../src/stage/kit/swallow-tail.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { TagView } from './select.ts';

/** A small flag at the right edge of the safe area: of its zone, half the width and half the height. */
export const draw: Draw<TagView> = (kit) => {
  const { ground } = kit.theme;
  const zone = zoneOf(kit.theme, manifest.layer);
  const box = { x: zone.x + zone.width / 2, y: zone.y, width: zone.width / 2, height: zone.height / 2 };
  return swallowTail(kit, box, { ground: ground.highlight, pole: ground.header.fill }, paint);
};

function paint(on: Pen, { words }: TagView, width: number, height: number): void {
  const { space, size } = on.supplies.theme;
  const left = size.lookPole + space.pad;
  const said = on.fit([words], width - left - space.gap, 'value');
  const x = left + (width - left - space.gap) / 2;
  on.words(said.text, { x, y: height / 2, size: 'value', align: 'center', squeeze: said.squeeze });
}
