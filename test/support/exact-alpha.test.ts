import { describe, expect, it } from 'vitest';
import { strayAlphas } from './exact-alpha.ts';

const PLATE = 240;

/** A picture from rows of letters: a plate, nothing, or half of a plate; more solid than a plate, as words are. */
function picture(...rows: readonly string[]): ImageData {
  const alphas: Record<string, number> = { '#': PLATE, '.': 0, '-': PLATE / 2, A: 255 };
  const data = new Uint8ClampedArray(rows.flatMap((row) => [...row].flatMap((letter) => [0, 0, 0, alphas[letter]!])));
  return { data, width: rows[0]!.length, height: rows.length, colorSpace: 'srgb' };
}

describe('alphas that are neither nothing nor a plate', () => {
  it('are none on a plate with words, beside nothing', () => {
    expect(strayAlphas(picture('......', '.####.', '.#AA#.', '......'), PLATE)).toEqual([]);
  });

  it('are none where a leaning edge cuts pixels between a plate and nothing', () => {
    expect(strayAlphas(picture('.###-..', '.##-...', '.#--...'), PLATE)).toEqual([]);
  });

  it('are none where a plate ends at the edge of the picture', () => {
    expect(strayAlphas(picture('.###-'), PLATE)).toEqual([]);
  });

  it.each([
    ['a hole', ['#####', '##-##', '#####']],
    ['a plate that fades', ['.---.', '.---.']],
    ['a left edge that leans, which none does', ['..-##.', '.-###.']],
    ['an edge that is softer than a cut', ['.###---..']],
    ['words beside their plate', ['..-...', '..###.']],
  ])('are found in %s', (_, rows) => {
    expect(strayAlphas(picture(...rows), PLATE)).toEqual([PLATE / 2]);
  });

  it('are found each once', () => {
    const image = picture('.--.', '.--.');
    image.data[4 * 1 + 3] = 7;
    expect(strayAlphas(image, PLATE)).toEqual([7, PLATE / 2]);
  });
});
