import { describe, expect, it } from 'vitest';
import { defaultEdition, editionOf, languages } from '../../src/edition/edition.ts';
import { groupNames, wordsOf } from '../../src/edition/words/words.ts';
import { jerseyLooks } from '../../src/race/jersey-look.ts';

const group = { kind: 'chasers', ordinal: 2, name: null, size: 5, pieces: 1 } as const;

describe('the words', () => {
  it('name groups from long to short, counted where there is more than one', () => {
    expect(groupNames(wordsOf('en'), group, 'yellow')).toEqual(['Chasers 2', 'Chase 2']);
    expect(groupNames(wordsOf('fr'), { ...group, ordinal: 0, size: 1 }, 'yellow')).toEqual(['Poursuivant', 'Pours.']);
    expect(groupNames(wordsOf('nl'), { ...group, kind: 'head', ordinal: 0 }, 'yellow')).toEqual([
      'Kop van de wedstrijd',
      'Kop',
    ]);
    expect(groupNames(wordsOf('it'), { ...group, kind: 'peloton', ordinal: 0 }, 'yellow')).toEqual(['Gruppo']);
  });

  it('name the group of the leader by the look of his jersey', () => {
    const jersey = { ...group, kind: 'jersey', ordinal: 0 } as const;
    expect(groupNames(wordsOf('en'), jersey, 'pink')).toEqual(['Pink jersey group', 'Pink jersey']);
    expect(groupNames(wordsOf('en'), { ...jersey, size: 1 }, 'red')).toEqual(['Red jersey']);
    expect(groupNames(wordsOf('fr'), jersey, 'yellow')).toEqual(['Groupe maillot jaune', 'Maillot jaune']);
    expect(groupNames(wordsOf('it'), jersey, 'pink')).toEqual(['Gruppo maglia rosa', 'Maglia rosa']);
    expect(groupNames(wordsOf('es'), jersey, 'red')).toEqual(['Grupo maillot rojo', 'Maillot rojo']);
    expect(groupNames(wordsOf('nl'), jersey, 'yellow')).toEqual(['Groep gele trui', 'Gele trui']);
  });

  it('never call a man in front the leader of the race: that is the yellow jersey', () => {
    const alone = { ...group, kind: 'head', ordinal: 0, size: 1 } as const;
    expect(groupNames(wordsOf('en'), alone, 'yellow')).toEqual(['Leading', 'Head']);
    expect(languages.map((language) => wordsOf(language).leading)).toEqual([
      'Leading',
      'En tête',
      'Al comando',
      'En cabeza',
      'Op kop',
    ]);
  });

  it('tell every jersey from every other, in every language', () => {
    for (const language of languages)
      expect(new Set(Object.values(wordsOf(language).jerseyName)).size, language).toBe(jerseyLooks.length);
  });

  it('let the operator name a group', () => {
    expect(groupNames(wordsOf('es'), { ...group, name: 'Grupo Roig' }, 'yellow')).toEqual(['Grupo Roig']);
  });

  it('count places', () => {
    const places = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111];
    expect(places.map(wordsOf('en').ordinal).join(' ')).toBe('1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th');
    expect([1, 2].map(wordsOf('fr').ordinal)).toEqual(['1er', '2e']);
  });

  it('leave nothing empty in any language', () => {
    const empty = languages.filter((language) => JSON.stringify(wordsOf(language)).includes('""'));
    expect(empty).toEqual([]);
  });
});

describe('an edition', () => {
  it('is what the page asks for, and the default where it asks for nothing known', () => {
    const asked = new URLSearchParams('language=fr&units=imperial&gaps=colon');
    expect(editionOf((name) => asked.get(name))).toEqual({
      language: 'fr',
      units: 'imperial',
      theme: null,
      gapStyle: 'colon',
    });
    expect(editionOf((name) => (name === 'language' ? 'tlh' : null))).toEqual(defaultEdition);
  });
});
