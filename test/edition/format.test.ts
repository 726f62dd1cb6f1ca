import { describe, expect, it } from 'vitest';
import { defaultEdition, type Edition, languages } from '../../src/edition/edition.ts';
import {
  formatAltitude,
  formatClock,
  formatDistanceToGo,
  formatGap,
  formatGradient,
  formatHours,
  formatLength,
  formatRoadMark,
  formatSpeed,
  formatTime,
  UNKNOWN,
} from '../../src/edition/format.ts';

const edition = (given: Partial<Edition> = {}): Edition => ({ ...defaultEdition, ...given });

describe('a gap', () => {
  it.each([
    [23, '+23"'],
    [60, `+1'00"`],
    [65.4, `+1'05"`],
    [83, `+1'23"`],
    [59.6, `+1'00"`],
    [3725, `+1h02'05"`],
    [-4, '−4"'],
  ])('of %d s is %s', (gapS, text) => expect(formatGap(gapS, edition())).toBe(text));

  it.each([
    [23, '+0:23'],
    [83, '+1:23'],
    [3725, '+1:02:05'],
  ])('of %d s is %s in colon style', (gapS, text) =>
    expect(formatGap(gapS, edition({ gapStyle: 'colon' }))).toBe(text),
  );

  it('carries ~ in place of the sign where it is estimated', () => {
    expect(formatGap(80, edition(), { estimated: true })).toBe(`~1'20"`);
    expect(formatGap(-80, edition(), { estimated: true })).toBe(`~−1'20"`);
  });

  it('is the same time below half a second, in the words of the language', () => {
    const texts = languages.map((language) => formatGap(0.4, edition({ language })));
    expect(texts).toEqual(['s.t.', 'm.t.', 's.t.', 'm.t.', 'z.t.']);
    expect(formatGap(0.5, edition())).toBe('+1"');
  });

  it('is a dash where nobody knows it', () => {
    expect(formatGap(null, edition())).toBe(UNKNOWN);
    expect(formatGap(Number.NaN, edition())).toBe(UNKNOWN);
    expect(formatGap(86_401, edition())).toBe(UNKNOWN);
    expect(formatGap(-86_401, edition())).toBe(UNKNOWN);
  });
});

describe('a time', () => {
  it('pads within, never at the front', () => {
    expect(formatTime(15153, edition())).toBe(`4h12'33"`);
    expect(formatTime(1694, edition())).toBe(`28'14"`);
    for (const none of [-1, 86_401, 1_783_512_000, Number.NaN, Number.POSITIVE_INFINITY])
      expect(formatTime(none, edition()), `${none}`).toBe(UNKNOWN);
    expect(formatTime(15153, edition({ gapStyle: 'colon' }))).toBe('4:12:33');
  });
});

it('a clock runs in whole seconds, in the style of clocks; what has lasted is told in minutes', () => {
  expect(formatClock(15_153.9, edition())).toBe('4:12:33');
  expect(formatClock(59.9, edition())).toBe('0:59');
  expect(formatHours(59 * 60 + 59)).toBe('59 min');
  expect(formatHours(3660)).toBe('1h01');
});

describe('the road', () => {
  it('is cut to a tenth, so that the last kilometre is not announced early', () => {
    expect(formatDistanceToGo(42_399, edition())).toEqual({ figure: '42.3', unit: 'km' });
    expect(formatDistanceToGo(1000, edition())).toEqual({ figure: '1.0', unit: 'km' });
  });

  it('goes by 50 metres in the last kilometre, and ends at 0', () => {
    expect(formatDistanceToGo(999, edition())).toEqual({ figure: '950', unit: 'm' });
    expect(formatDistanceToGo(-3, edition())).toEqual({ figure: '0', unit: 'm' });
  });

  it('has the decimal mark of the language', () => {
    expect(formatDistanceToGo(42_300, edition({ language: 'fr' })).figure).toBe('42,3');
    expect(formatGradient(8.449, edition({ language: 'nl' }))).toBe('8,4');
    expect(formatGradient(-3.2, edition())).toBe('−3.2');
    expect(formatGradient(-0.04, edition())).toBe('0.0');
  });

  it('can be measured in miles, yards and feet', () => {
    const imperial = edition({ units: 'imperial' });
    expect(formatDistanceToGo(16_093.44, imperial)).toEqual({ figure: '10.0', unit: 'mi' });
    expect(formatDistanceToGo(1000, imperial)).toEqual({ figure: '1050', unit: 'yd' });
    expect(formatAltitude(1993, imperial)).toBe('6539 ft');
    expect(formatRoadMark(80_467, imperial)).toBe('50');
    expect(formatLength(13_800, edition())).toBe('13.8 km');
    expect(formatSpeed(50, imperial)).toEqual({ figure: '31', unit: 'mph' });
  });
});
