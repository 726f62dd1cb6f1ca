import { describe, expect, it } from 'vitest';
import { colorOf, contrast, seenOn } from '../../src/edition/color.ts';

describe('a colour', () => {
  it('is lightened just enough to be seen on its ground', () => {
    expect(seenOn('#14191d', '#e03a2f')).toBe('#e03a2f');
    const seen = seenOn('#14191d', '#000000');
    expect(contrast(seen, '#14191d')).toBeGreaterThanOrEqual(2);
    expect(contrast(seen, '#14191d')).toBeLessThan(2.5);
  });

  it('is darkened just enough on a light ground', () => {
    expect(seenOn('#f1eee6', '#14568c')).toBe('#14568c');
    const seen = seenOn('#f1eee6', '#ffffff');
    expect(contrast(seen, '#f1eee6')).toBeGreaterThanOrEqual(2);
    expect(contrast(seen, '#f1eee6')).toBeLessThan(2.5);
  });

  it('is one of a feed only where it is one', () => {
    expect([colorOf('#A1B2C3'), colorOf('red'), colorOf('#000'), colorOf(null)]).toEqual(['#a1b2c3', null, null, null]);
  });

  it('has the contrast of WCAG', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
