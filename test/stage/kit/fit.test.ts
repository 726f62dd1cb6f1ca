import { describe, expect, it } from 'vitest';
import { fitText } from '../../../src/stage/kit/fit.ts';

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
