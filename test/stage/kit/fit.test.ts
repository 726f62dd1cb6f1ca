import { describe, expect, it } from 'vitest';
import { fitText, rungOf } from '../../../src/stage/kit/fit.ts';

const limits = { squeeze: 0.92, condense: 0.85 };
/** Ten pixels a letter. */
const fitted = (texts: string[], width: number) => fitText(texts, width, limits, (text) => text.length * 10);

describe('a text in its column', () => {
  it('is the longest that fits', () => {
    expect(fitted(['Mathieu LONGNAME', 'M. LONGNAME', 'LONGNAME'], 160)).toEqual({
      text: 'Mathieu LONGNAME',
      squeeze: 1,
    });
    expect(fitted(['Mathieu LONGNAME', 'M. LONGNAME', 'LONGNAME'], 110)).toEqual({ text: 'M. LONGNAME', squeeze: 1 });
  });

  it('is narrowed by what nobody sees before it is shortened', () => {
    expect(fitted(['0123456789', '012'], 93)).toEqual({ text: '0123456789', squeeze: 0.93 });
    expect(fitted(['0123456789', '012'], 91)).toEqual({ text: '012', squeeze: 1 });
  });

  it('is condensed when there is no shorter one, then cut with an ellipsis', () => {
    expect(fitted(['0123456789'], 85)).toEqual({ text: '0123456789', squeeze: 0.85 });
    expect(fitted(['0123456789'], 50)).toEqual({ text: '0123…', squeeze: 1 });
    expect(fitted(['01 3456789'], 35)).toEqual({ text: '01…', squeeze: 1 });
  });

  it('is nothing where there is no room at all', () => {
    expect(fitted(['0123456789'], 5)).toEqual({ text: '', squeeze: 1 });
    expect(fitted([], 50)).toEqual({ text: '', squeeze: 1 });
  });
});

describe('the names of one list', () => {
  /** Ten pixels a letter; each rung of the ladder is shorter. */
  const ladder = (...lengths: number[]) => lengths.map((length) => 'N'.repeat(length));
  const rung = (...all: { texts: string[]; width: number }[]) => rungOf(all, limits, (text) => text.length * 10);

  it('are all as long as the one with the least room allows', () => {
    expect(rung({ texts: ladder(10, 8, 6), width: 100 }, { texts: ladder(9, 7, 5), width: 100 })).toBe(0);
    expect(rung({ texts: ladder(10, 8, 6), width: 100 }, { texts: ladder(12, 9, 5), width: 100 })).toBe(1);
    expect(rung({ texts: ladder(10, 8, 6), width: 100 }, { texts: ladder(12, 9, 5), width: 60 })).toBe(2);
  });

  it('may be narrowed by what nobody sees', () => {
    expect(rung({ texts: ladder(10, 5), width: 92 })).toBe(0);
    expect(rung({ texts: ladder(10, 5), width: 91 })).toBe(1);
  });

  it('are on the last rung where one of them fits on none', () => {
    expect(rung({ texts: ladder(10, 8, 6), width: 100 }, { texts: ladder(30, 20, 15), width: 100 })).toBe(2);
  });

  it('with fewer forms stay at their shortest', () => {
    const short = { texts: ladder(9), width: 100 };
    expect(rung(short, { texts: ladder(12, 10, 6), width: 100 })).toBe(1);
    expect(rung({ ...short, width: 80 }, { texts: ladder(12, 10, 6), width: 200 })).toBe(2);
  });

  it('are in full where there are none', () => {
    expect(rung()).toBe(0);
  });
});
