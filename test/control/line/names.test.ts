import { describe, expect, it } from 'vitest';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import { deedOf, onRoad, read } from './facts.ts';

const says = (value: string | null) => ({ do: 'tell', event: sayOf(onRoad, 'rider/31/family', value) });
const byHand = { author: '', atMs: 0, until: 'stage' } as const;
const overrides = [{ path: 'rider/31/family', value: 'Šafránek', instead: 'Quintero', ...byHand }] as const;
const corrected = { race: { ...onRoad, overrides } };

describe('a bib and n', () => {
  it('draws the family name as it is typed, and says so', () => {
    for (const text of ['31 n Šafránek', '31n Šafránek', '31 N  Šafránek '])
      expect(deedOf(text), text).toEqual(says('Šafránek'));
    expect(deedOf('31 n \u202eŠafránek\u200b')).toEqual(says('Šafránek'));
    expect(read('31 n \u200b')).toMatchObject({ meant: null, sentence: expect.stringMatching(/^Nothing of that can/) });
    expect(read('31 n van der Šafránek')).toMatchObject({
      sentence: 'Draws the family name of 31 Santiago QUINTERO as "van der Šafránek" until the stage ends.',
      meant: { deed: says('van der Šafránek') },
    });
  });

  it('alone gives the feed its word back, where a hand has said another', () => {
    expect(deedOf('31 n', corrected)).toEqual(says(null));
    expect(read('31 n', corrected).sentence).toMatch(/the family name of the feed back: Quintero\.$/);
    expect(deedOf('31 n')).toBeNull();
    expect(read('31 n').sentence).toMatch(/^Type the family name of 31 Santiago QUINTERO/);
  });

  it('does nothing for a bib that nobody wears, or a name that is too long', () => {
    expect(read('999 n Šafránek')).toMatchObject({ meant: null, sentence: expect.stringContaining('999') });
    expect(read(`31 n ${'x'.repeat(81)}`)).toMatchObject({
      meant: null,
      sentence: expect.stringContaining('80 letters'),
    });
  });
});

describe('a bib and h', () => {
  const hides = (value: string | null) => ({ do: 'tell', event: sayOf(onRoad, 'rider/31/hidden', value) });

  it('hides the rider, and shows him again', () => {
    for (const text of ['31 h', '31h', '31 H']) expect(deedOf(text), text).toEqual(hides('yes'));
    expect(read('31 h').sentence).toBe(
      'Hides 31 Santiago QUINTERO: he counts, and is nowhere drawn by his name, until the stage ends.',
    );
    const hidden = [{ path: 'rider/31/hidden', value: 'yes', instead: null, ...byHand }] as const;
    const race = { ...onRoad, overrides: hidden };
    expect(deedOf('31 h', { race })).toEqual(hides(null));
    expect(read('31 h', { race }).sentence).toBe('Draws 31 Santiago QUINTERO again.');
    expect(read('999 h')).toMatchObject({ meant: null, sentence: expect.stringContaining('999') });
  });
});
