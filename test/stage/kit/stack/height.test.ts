import { expect, it } from 'vitest';
import { zoneOf } from '../../../../src/edition/theme.ts';
import { shippedTheme, shippedThemes } from '../../../../src/host/themes.ts';
import { PAGE_ROWS } from '../../../../src/race/listing/pages.ts';
import { layOut } from '../../../../src/stage/kit/stack/layout.ts';
import type { StackMore } from '../../../../src/stage/kit/stack/stack-view.ts';

const rows = (blocks: readonly string[]) =>
  blocks.map((block, i): StackMore => ({ kind: 'more', key: String(i), block, pole: null, isLit: false, names: [] }));

it.each([...shippedThemes.keys()])('in %s a page ends in its zone, though each of its riders rides alone', (name) => {
  const theme = shippedTheme(name);
  const page = rows(Array.from({ length: PAGE_ROWS }, (_, i) => `block ${i}`));
  expect(layOut(theme, page).at(-1)! + theme.size.module).toBeLessThanOrEqual(zoneOf(theme, 'stack').height);
});
