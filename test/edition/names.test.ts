import { describe, expect, it } from 'vitest';
import { columnNames, riderNames } from '../../src/edition/names.ts';

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

describe('a name without capitals', () => {
  it('has no initial', () => {
    expect(names('يوسف', 'الحربي', 'KSA')).toEqual(['يوسف الحربي', 'الحربي']);
    expect(names('สมชาย', 'ศรีสุวรรณ', 'THA')).toEqual(['สมชาย ศรีสุวรรณ', 'ศรีสุวรรณ']);
  });

  it('begins with the family in China, Japan and Korea', () => {
    expect(names('伟', '欧阳', 'CHN')).toEqual(['欧阳伟', '欧阳']);
    expect(names('さくら', '高橋', 'JPN')).toEqual(['高橋さくら', '高橋']);
    expect(names('민수', '김', 'KOR')).toEqual(['김민수', '김']);
  });
});

describe('in a column', () => {
  it('is made once for a rider, however often his list is drawn', () => {
    const rider = { given: 'Ana', family: 'Vidal', nation: 'ESP' };
    expect(columnNames(rider)).toEqual(['A. VIDAL', 'VIDAL']);
    expect(columnNames(rider)).toBe(columnNames(rider));
  });

  const short = (family: string, nation = 'ESP') => columnNames({ given: 'A', family, nation }).slice(2);

  it('a long family name of several is its first and a letter', () => {
    expect(short('Larrazabal Etxeberria')).toEqual(['LARRAZABAL E.']);
    expect(short('Pritchard-Vaughan', 'GBR')).toEqual(['PRITCHARD-V.']);
    expect(short('Fernández de Valdespino y Ruiz')).toEqual(['FERNÁNDEZ V.']);
    expect(short('de la Roche-Montfort', 'FRA')).toEqual(['DE LA ROCHE-M.']);
  });

  it('what is short, or one word beside its particles, has no shorter form', () => {
    for (const family of ['Peñalver', 'Núñez Rey', 'Von Allmendingen', 'Van der Hoevenaars', 'Straßenmeierhofer'])
      expect(short(family)).toEqual([]);
  });
});
