import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../src/edition/theme.ts';
import { shippedTheme, shippedThemes } from '../../../../src/host/themes.ts';
import { ROWS_ALWAYS, rowsWithin, TALLEST } from '../../../../src/race/listing/room.ts';
import { layOut } from '../../../../src/stage/kit/stack/layout.ts';
import type { StackMore } from '../../../../src/stage/kit/stack/stack-view.ts';

const rows = (blocks: readonly string[]) =>
  blocks.map((block, i): StackMore => ({ kind: 'more', key: String(i), block, pole: null, isLit: false, names: [] }));

const bottom = (name: string, page: readonly StackMore[]) => {
  const theme = shippedTheme(name);
  return layOut(theme, page).at(-1)! + theme.size.module;
};

describe.each([...shippedThemes.keys()])('in %s', (name) => {
  const { stack, strip, strap } = shippedTheme(name).zone;
  const top = zoneOf(shippedTheme(name), 'stack').y;

  it.each([
    ['of riders who all ride alone', (i: number) => `block ${i}`],
    ['of one group', () => 'one'],
  ])('the tallest page ends in its zone: %s', (_, blockOf) => {
    const all = rows(Array.from({ length: 30 }, (_, i) => blockOf(i)));
    const page = all.slice(0, rowsWithin(all, TALLEST));
    expect(page.length).toBeGreaterThanOrEqual(15);
    expect(bottom(name, page)).toBeLessThanOrEqual(zoneOf(shippedTheme(name), 'stack').height);
  });

  it('a page of so many rows as always have room ends above a strip and a strap', () => {
    const page = rows(Array.from({ length: ROWS_ALWAYS }, (_, i) => `block ${i}`));
    const { module } = shippedTheme(name).size;
    expect(top + bottom(name, page)).toBeLessThanOrEqual(top + (Math.min(strip.y, strap.y) - stack.y) * module);
  });
});
