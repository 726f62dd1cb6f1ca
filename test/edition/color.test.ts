import { describe, expect, it } from 'vitest';
import { colorOf, contrast, seenOn } from '../../src/edition/color.ts';
import { themeOf } from '../../src/edition/themes.ts';

describe('a colour', () => {
  it('is lightened just enough to be seen on its ground', () => {
    expect(seenOn('#14191d', '#e03a2f')).toBe('#e03a2f');
    const seen = seenOn('#14191d', '#000000');
    expect(contrast(seen, '#14191d')).toBeGreaterThanOrEqual(2);
    expect(contrast(seen, '#14191d')).toBeLessThan(2.5);
  });

  it('is one of a feed only where it is one', () => {
    expect([colorOf('#A1B2C3'), colorOf('red'), colorOf('#000'), colorOf(null)]).toEqual(['#a1b2c3', null, null, null]);
  });

  it('has the contrast of WCAG', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('slate', () => {
  const { color, group, jersey, gradient } = themeOf('slate');

  it('is read: every word has 4.5 to 1 on its own ground', () => {
    const inks = ['ink', 'inkSoft', 'accent', 'gain', 'loss'] as const;
    const grounds = [color.plate, color.plateRaised];
    for (const ink of inks)
      for (const ground of grounds) expect(contrast(color[ink], ground), `${ink} on ${ground}`).toBeGreaterThan(4.5);
    for (const ground of [color.gainGround, color.lossGround])
      expect(contrast(color.ink, ground), ground).toBeGreaterThan(4.5);
    for (const ground of Object.values(group)) expect(contrast(color.inkDark, ground), ground).toBeGreaterThan(4.5);
  });

  it('is read on jerseys and gradients too: 3 to 1, for large capitals', () => {
    for (const one of Object.values(jersey)) expect(contrast(one.ink, one.color), one.color).toBeGreaterThan(3);
    for (const one of gradient) expect(contrast(one.ink, one.color), one.color).toBeGreaterThan(3);
  });
});
