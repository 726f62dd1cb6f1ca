import { beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import type { TextSize } from '../../../src/edition/theme.ts';
import { shippedTheme } from '../../../src/host/themes.ts';
import { loadFonts } from '../../../src/stage/kit/fonts.ts';
import { createSupplies } from '../../../src/stage/kit/kit.ts';
import { pen } from '../../../src/stage/kit/pen.ts';
import { advanceOf, figureWidth, typeOf, widthOf } from '../../../src/stage/kit/type.ts';

const DIGITS = [...'0123456789'];
const theme = shippedTheme(null);
const sizes = Object.keys(theme.text) as TextSize[];

beforeAll(async () => {
  await loadFonts();
});

describe.each(sizes.flatMap((size) => (['regular', 'heavy'] as const).map((weight) => ({ size, weight }))))(
  'type of $size, $weight',
  ({ size, weight }) => {
    it('has all digits as wide as the widest, which are not so by themselves', () => {
      const type = typeOf(theme, size, weight);
      const natural = DIGITS.map((digit) => widthOf(type, digit));
      expect(new Set(natural).size).toBeGreaterThan(1);
      expect(DIGITS.map((digit) => advanceOf(type, digit))).toEqual(DIGITS.map(() => Math.max(...natural)));
    });

    it('gives figures that stand still while they change', () => {
      const type = typeOf(theme, size, weight);
      const widths = [`+1'11"`, `+0'00"`, `+4'47"`, `+8'59"`].map((text) => figureWidth(type, text));
      expect(new Set(widths).size).toBe(1);
      expect(figureWidth(type, `+10'00"`)).toBeGreaterThan(widths[0]!);
      expect(figureWidth(type, '')).toBe(0);
    });

    it('leaves what is no digit as wide as it is', () => {
      const type = typeOf(theme, size, weight);
      for (const glyph of `+~'":,–`) expect(advanceOf(type, glyph), glyph).toBe(widthOf(type, glyph));
    });

    it('puts the middle of a capital half of its height above the baseline', () => {
      const { middle, sizePx } = typeOf(theme, size, weight);
      expect(sizePx).toBe(theme.text[size]);
      expect(Math.abs(2 * middle - sizePx * theme.font.capHeight)).toBeLessThanOrEqual(1);
    });
  },
);

it('is measured once, and again when a font has arrived: words and digits', () => {
  const measure = vi.spyOn(CanvasRenderingContext2D.prototype, 'measureText');
  const type = typeOf(theme, 'row', 'heavy');
  const widths = () => [widthOf(type, 'Valais'), advanceOf(type, '1')];
  measure.mockReturnValue({ width: 7 } as TextMetrics);
  createSupplies(defaultEdition, theme);
  expect(widths()).toEqual([7, 7]);
  measure.mockRestore();
  expect(widths()).toEqual([7, 7]);
  createSupplies(defaultEdition, theme);
  expect(widths()).not.toContain(7);
});

describe('a figure that is written', () => {
  it('changes the pixels of its last digit, and none before it', () => {
    const on = new OffscreenCanvas(300, 80).getContext('2d', { willReadFrequently: true })!;
    const supplies = createSupplies(defaultEdition, shippedTheme(null));
    const write = (text: string) => {
      on.clearRect(0, 0, 300, 80);
      const context = on as unknown as CanvasRenderingContext2D;
      return pen(supplies, context, theme.ground.board).figures(text, { x: 10, y: 40, size: 'value' });
    };
    const type = typeOf(theme, 'value', 'heavy');
    const before = Math.floor(10 + figureWidth(type, `+1'1`));
    const pixels = () => [...on.getImageData(0, 0, before, 80).data];
    const width = write(`+1'11`);
    const ones = pixels();
    expect(ones.some((value) => value > 0)).toBe(true);
    expect(write(`+1'18`)).toBe(width);
    expect(pixels()).toEqual(ones);
    write(`+8'11`);
    expect(pixels()).not.toEqual(ones);
  });
});
