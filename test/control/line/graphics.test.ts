import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { manifests, strap, ticker, tower } from '../manifests.ts';
import { deedOf, facts, read } from './facts.ts';

const item = ({ id }: Manifest) => ({ overlay: id, params: {}, step: 0 });
const show = (program: readonly Manifest[], preview: readonly Manifest[] = []): Show => {
  const placed = (its: readonly Manifest[]) => Object.fromEntries(its.map((one) => [one.layer, item(one)]));
  return { ...emptyShow, program: placed(program), preview: placed(preview) };
};
const cueOf = (manifest: Manifest) => ({
  do: 'ask',
  ask: { do: 'cue', overlay: manifest.id, params: facts().params(manifest) },
});

describe('a graphic by its name', () => {
  it('is cued as its form stands: by its title, by what the house calls it, by a beginning', () => {
    for (const text of ['Position tower', 'position-tower', 'tower', 'TOWER', 'tow', 'position t'])
      expect(deedOf(text), text).toEqual(cueOf(tower));
    expect(read('tower').sentence).toBe('Cues Position tower.');
    expect(read('rider').sentence).toBe(`Cues Rider: ${read('1').matches[0]!.cells.slice(0, 2).join(' ')}.`);
  });

  it('is cued again where it is cued, and says so', () => {
    expect(deedOf('tower', { show: show([], [tower]) })).toEqual(cueOf(tower));
    expect(read('tower', { show: show([], [tower]) }).sentence).toBe('Cues Position tower; it is cued already.');
  });

  it('goes before a rider when all of it is typed, after him when a part is', () => {
    const rider = { bib: '9', given: 'Al', family: 'Towers', team: 'T', nation: 'FRA', born: null };
    const race = facts().race!;
    const over = { race: { ...race, sheet: { ...race.sheet, riders: new Map([['9', rider]]) } } };
    expect(deedOf('tower', over)).toEqual(cueOf(tower));
    expect(read('tow', over).meant?.text).toBe('9');
    expect(read('tow', over).matches).toHaveLength(2);
  });

  it('is never meant by a number: that is a bib', () => {
    const flash: Manifest = { ...strap, id: 'last-km', title: '3 km to go' };
    expect(read('3', { manifests: [flash], race: null })).toMatchObject({ matches: [], meant: null });
    expect(deedOf('out 3', { manifests: [flash], show: show([flash]) })).toBeNull();
  });

  it('is taken out where it is taken', () => {
    const on = { show: show([tower, ticker]) };
    expect(deedOf('out tower', on)).toEqual({ do: 'ask', ask: { do: 'out', overlay: 'position-tower' } });
    expect(deedOf('out gap t', on)).toEqual({ do: 'ask', ask: { do: 'out', overlay: 'gap-ticker' } });
    expect(read('out rider', on)).toMatchObject({
      meant: { deed: null },
      sentence: 'Rider is not taken: there is nothing to take out.',
    });
    expect(read('out xyz', on)).toMatchObject({ meant: null, sentence: 'No graphic is called "xyz".' });
  });

  it('is not taken out by a beginning that two share', () => {
    const gapless: Manifest = { ...strap, id: 'gap-board', title: 'Gap board' };
    const both = { manifests: [...manifests, gapless], show: show([ticker, gapless]) };
    expect(read('out ga', both)).toMatchObject({ meant: null, matches: [{ like: 'offer' }, { like: 'offer' }] });
  });
});

describe('the whole show', () => {
  it('takes what is cued, and says what that is', () => {
    expect(read('take', { show: show([], [tower, ticker]) })).toMatchObject({
      meant: { deed: { do: 'ask', ask: { do: 'take' } } },
      sentence: 'Takes on air: Position tower, Gap ticker.',
    });
    expect(deedOf('take')).toBeNull();
    expect(read('take').sentence).toBe('Nothing is cued: there is nothing to take.');
  });

  it('goes out, and says what that is', () => {
    expect(read('OUT', { show: show([tower]) })).toMatchObject({
      meant: { deed: { do: 'ask', ask: { do: 'clear' } } },
      sentence: 'Takes all out: Position tower.',
    });
  });

  it('is never meant by a part of a word', () => {
    for (const text of ['t', 'ta', 'tak', 'o', 'ou']) {
      const { matches, meant } = read(text, { show: show([tower], [ticker]), race: null });
      expect(matches.at(-1), text).toMatchObject({ like: 'offer' });
      expect(meant?.deed ?? null, text).not.toMatchObject({ ask: { do: expect.stringMatching('take|clear') } });
    }
  });

  it('is not taken while a panic keeps the picture clean, and the desk need not say it', () => {
    const latched = { ...show([], [tower]), latched: true };
    expect(read('take', { show: latched })).toMatchObject({
      meant: { deed: null },
      sentence: expect.stringMatching(/clean after a panic/),
    });
    expect(deedOf('tower', { show: latched })).not.toBeNull();
  });
});
