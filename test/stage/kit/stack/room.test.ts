import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../src/edition/theme.ts';
import { shippedTheme, shippedThemes } from '../../../../src/host/themes.ts';
import { type Layer, layers } from '../../../../src/show/zones.ts';
import { layOut } from '../../../../src/stage/kit/stack/layout.ts';
import type { StackMore } from '../../../../src/stage/kit/stack/stack-view.ts';
import { rowsThatFit } from '../../../../src/stage/kit/stack/stack-words.ts';

const rows = (blocks: readonly string[]) =>
  blocks.map((block, i): StackMore => ({ kind: 'more', key: String(i), block, pole: null, isLit: false, names: [] }));
const shownOf = (blocks: string, ...beside: Layer[]) => rowsThatFit(rows([...blocks]), beside);
const many = (block: string) => rows(Array(30).fill(block));

describe('the rows that fit', () => {
  it('are those that there are, where there is room', () => {
    expect(shownOf('aab')).toBe(3);
    expect(shownOf('')).toBe(0);
  });

  it('are as many as the zone has modules, fewer above others', () => {
    expect(rowsThatFit(many(''), [])).toBe(17);
    expect(rowsThatFit(many(''), ['flash', 'tag'])).toBe(17);
    expect(rowsThatFit(many(''), ['strip'])).toBe(12);
    expect(rowsThatFit(many(''), ['clock'])).toBe(12);
    expect(rowsThatFit(many(''), ['strap'])).toBe(10);
    expect(rowsThatFit(many(''), ['card', 'strap'])).toBe(10);
  });

  it('leave room for what the picture shows between two blocks', () => {
    expect(rowsThatFit(many('a'), [])).toBe(16);
    expect(shownOf('aaaaaabbbbbbbbbbb')).toBe(16);
    expect(shownOf('abcdefghijklmnopq')).toBe(15);
  });
});

describe.each([...shippedThemes.keys()])('in %s', (name) => {
  const theme = shippedTheme(name);
  const stack = zoneOf(theme, 'stack');

  it('no row ever reaches into what stands below, nor out of the safe area', () => {
    const block = fc.constantFrom('', 'a', 'b', 'c');
    const beside = fc.subarray(layers.filter((layer) => layer !== 'stack' && layer !== 'sheet'));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 24 }), beside, (blocks, on) => {
        const all = rows(blocks);
        const shown = all.slice(0, rowsThatFit(all, on));
        const bottom = stack.y + layOut(theme, shown).at(-1)! + theme.size.module;
        expect(bottom).toBeLessThanOrEqual(1080 - 54);
        for (const zone of on.map((layer) => zoneOf(theme, layer)).filter(({ x }) => x < stack.x + stack.width))
          expect(bottom).toBeLessThanOrEqual(zone.y);
      }),
    );
  });
});
