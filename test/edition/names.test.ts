import { describe, expect, it } from 'vitest';
import { riderNames } from '../../src/edition/names.ts';

const names = (given: string, family: string, nation = 'FRA') => riderNames({ given, family, nation });

describe('a name', () => {
  it('goes from full to the family name', () => {
    expect(names('Marten', 'van der Hoeven', 'NED')).toEqual([
      'Marten VAN DER HOEVEN',
      'M. VAN DER HOEVEN',
      'VAN DER HOEVEN',
    ]);
  });

  it.each([
    ['Weiß', 'GER', 'WEISS'],
    ['Križman', 'SLO', 'KRIŽMAN'],
    ['Østergård', 'DEN', 'ØSTERGÅRD'],
    ['Łukasiewicz', 'POL', 'ŁUKASIEWICZ'],
    ['IJzerman', 'NED', 'IJZERMAN'],
    ['Yıldız', 'TUR', 'YILDIZ'],
    ['Çelik', 'TUR', 'ÇELİK'],
    ['Παπαδάκης', 'GRE', 'ΠΑΠΑΔΑΚΗΣ'],
    ["O'Brien", 'IRL', "O'BRIEN"],
    ['McAllister', 'GBR', 'McALLISTER'],
    ['Smith-McCoy', 'AUS', 'SMITH-McCOY'],
  ])('%s of %s is %s in capitals', (family, nation, capitals) =>
    expect(names('A', family, nation).at(-1)).toBe(capitals),
  );

  it.each([
    ['Jean-Pierre', 'FRA', 'J.-P.'],
    ['Juan Sebastián', 'COL', 'J.'],
    ['IJsbrand', 'NED', 'IJ.'],
    ['Émile', 'FRA', 'É.'],
    ['İlker', 'TUR', 'İ.'],
  ])('%s is shortened to the initial %s', (given, nation, initial) =>
    expect(names(given, 'Roy', nation)[1]).toBe(`${initial} ROY`),
  );

  it('does without what the feed leaves out', () => {
    expect(names('', 'Roy')).toEqual(['ROY']);
    expect(names('Ronaldinho', '')).toEqual(['Ronaldinho']);
  });
});
