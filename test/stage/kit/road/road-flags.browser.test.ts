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

it('a flag for which there is hardly room on a slope comes and goes once, and anew on another road', () => {
  const animations = new StageTime().animations(() => {});
  const kit: Kit = { ...createSupplies(defaultEdition, shippedTheme(null)), animations };
  const words = { from: 18, to: 700, bottom: 73.4 };
  const level = () => 158;
  const flown = (flags: ReturnType<typeof roadFlags>, apart: number, road = 'first') => {
    const marks = ['4', '3'].map((size, i) => ({ ...groups[0]!, key: size, size, at: 0.7 - i * apart }));
    flags.set(marks, level, words, road);
    return flags.node.children.every(({ children }) => children.at(-1)!.visible);
  };
  const shares = Array.from({ length: 150 }, (_, i) => i / 1000);
  // As if it had never been seen before: each on a road of its own.
  const roomy = roadFlags(kit, lanes, 'slope');
  const firstAt = shares.find((apart) => flown(roomy, apart, `road ${apart}`))!;
  const flags = roadFlags(kit, lanes, 'slope');
  expect(flown(flags, 0)).toBe(false);
  const backAt = shares.find((apart) => flown(flags, apart))!;
  expect(backAt).toBeGreaterThan(firstAt);
  expect(flown(flags, firstAt), 'still there').toBe(true);
  expect(flown(flags, 0)).toBe(false);
  expect(flown(flags, firstAt), 'not back yet').toBe(false);
  expect(flown(flags, firstAt, 'second'), 'another road').toBe(true);
  for (const one of [roomy, flags]) one.node.destroy({ children: true });
});

it('no flag on a slope covers another, though the road climbs below them', () => {
  const animations = new StageTime().animations(() => {});
  const kit: Kit = { ...createSupplies(defaultEdition, shippedTheme(null)), animations };
  const flags = roadFlags(kit, lanes, 'slope');
  const marks = ['4', '3', '42', '121'].map((size, i) => ({ ...groups[0]!, key: size, size, at: 0.9 - i / 80 }));
  flags.set(marks, (share) => lanes.ground - share * 186);
  // Behind its pole and its dot, each node ends with its cloth.
  const cloths = flags.node.children.map(({ children }) => children.at(-1)!);
  const flown = cloths.filter(({ visible }) => visible).map((cloth) => cloth.getBounds());
  expect(flown).toHaveLength(4);
  const apart = (from: number, to: number, otherFrom: number, otherTo: number) =>
    Math.max(from - otherTo, otherFrom - to);
  for (const [i, one] of flown.entries()) {
    expect(one.top, 'below the header').toBeGreaterThanOrEqual(0);
    for (const other of flown.slice(i + 1)) {
      const along = apart(one.left, one.right, other.left, other.right);
      const up = apart(one.top, one.bottom, other.top, other.bottom);
      expect(Math.max(along, up)).toBeGreaterThanOrEqual(0);
    }
  }
  flags.node.destroy({ children: true });
});
