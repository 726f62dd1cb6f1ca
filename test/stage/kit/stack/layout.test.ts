import { describe, expect, it } from 'vitest';
import { shippedTheme, shippedThemes } from '../../../../src/host/themes.ts';
import { layOut } from '../../../../src/stage/kit/stack/layout.ts';
import type { StackMore } from '../../../../src/stage/kit/stack/stack-view.ts';

/** A row of each of these blocks. */
const rows = (blocks: readonly string[]) =>
  blocks.map((block, i): StackMore => ({ kind: 'more', key: String(i), block, pole: null, isLit: false, names: [] }));

describe.each([...shippedThemes.keys()])('the rows of a stack in %s', (name) => {
  const theme = shippedTheme(name);
  const { module } = theme.size;
  const { tight } = theme.space;
  const ys = (...blocks: string[]) => layOut(theme, rows(blocks));

  it('stand under the header, a module each, where they are of no block', () => {
    expect(ys('', '', '')).toEqual([module, 2 * module, 3 * module]);
    expect(ys()).toEqual([]);
  });

  it('stand together in a block, and apart from the header and from the next block', () => {
    expect(ys('g1', 'g1', 'g2', 'g2')).toEqual([
      module + tight,
      2 * module + tight,
      3 * module + 2 * tight,
      4 * module + 2 * tight,
    ]);
  });

  it('stand on even pixels', () => {
    expect(ys('a', 'a', 'b', 'c', 'd').filter((y) => y % 2 !== 0)).toEqual([]);
  });
});
