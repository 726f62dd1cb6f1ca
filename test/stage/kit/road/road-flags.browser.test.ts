import { expect, it } from 'vitest';
import { defaultEdition } from '../../../../src/edition/edition.ts';
import { shippedTheme } from '../../../../src/host/themes.ts';
import { createSupplies, type Kit } from '../../../../src/stage/kit/kit.ts';
import { roadFlags } from '../../../../src/stage/kit/road/road-flags.ts';
import { StageTime } from '../../../../src/stage/time.ts';

const lanes = { width: 792, left: 18, right: 774, top: 120, ground: 306, nameY: 0, axisY: 306 };
const groups = ['4', '121', '42'].map((size, i) => ({
  key: size,
  kind: 'dropped' as const,
  look: 'yellow' as const,
  size,
  at: 1 - i / 1000,
}));

it.each(['slope', 'lane'] as const)(
  'all flags are seen at the end of a road, and none leaves the plate: %s',
  (planting) => {
    const animations = new StageTime().animations(() => {});
    const kit: Kit = { ...createSupplies(defaultEdition, shippedTheme(null)), animations };
    const flags = roadFlags(kit, lanes, planting);
    const spans = flags.set(groups, () => 200);
    flags.upTo(lanes.width);
    expect(flags.node.children.map(({ visible }) => visible)).toEqual([true, true, true]);
    for (const { from, to } of spans) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(lanes.width);
    }
    flags.node.destroy({ children: true });
  },
);
