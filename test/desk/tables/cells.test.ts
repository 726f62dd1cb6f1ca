import { describe, expect, it } from 'vitest';
import { bibInCell, birthInCell, nameInCell } from '../../../src/desk/tables/cells.ts';
import { classificationNames, tableColumnNames } from '../../../src/desk/tables/column-names.ts';
import { folded } from '../../../src/desk/tables/folded.ts';
import { nationInCell } from '../../../src/desk/tables/nation-in-cell.ts';

describe('a cell', () => {
  it.each([
    ['NOVAK Ana', 'NOVAK', 'Ana'],
    ['VAN DER POEL Mathieu', 'VAN DER POEL', 'Mathieu'],
    ['Mathieu VAN DER POEL', 'VAN DER POEL', 'Mathieu'],
    ['McNULTY Brandon', 'McNULTY', 'Brandon'],
    ['NOVAK A.', 'NOVAK', 'A.'],
    ["O'NEILL Ben James", "O'NEILL", 'Ben James'],
    ['Novak, Ana', 'Novak', 'Ana'],
    ['Ana Novak', 'Ana Novak', ''],
    ['JO ANNE', 'JO ANNE', ''],
    ['Ana NOVAK Maria', 'Ana NOVAK Maria', ''],
    ['Peña', 'Peña', ''],
    ['李 明', '李 明', ''],
    ['', '', ''],
  ])('%j is a name', (cell, family, given) => {
    expect(nameInCell(cell)).toEqual({ family, given });
  });

  it('is a number of a rider, whatever a spreadsheet made of it', () => {
    expect(['1', '1.0', '12,00', '001', '12A', 'B 12', 'Total', 'Page 2', ''].map(bibInCell)).toEqual([
      ...['1', '1', '12', '001', '12A', 'B 12', null, null, null],
    ]);
  });

  it('is a date, the day before the month', () => {
    const dates = ['2003-02-01', '2003/2/1 00:00:00', '01/02/2003', '1.2.2003', '31-12-1999'];
    expect(dates.map((cell) => birthInCell(cell))).toEqual([...Array(4).fill('2003-02-01'), '1999-12-31']);
    const none = ['', 'soon', '31/02/2003', '12/31/1999', '1999', '31/02/03', '01/02/003'];
    expect(none.map((cell) => birthInCell(cell))).toEqual(Array(7).fill(null));
  });

  it.each([
    ['03/07/98', '1998-07-03'],
    ['3.7.08', '2008-07-03'],
    ['03-07-66', '1966-07-03'],
    ['03/07/18 ', '2018-07-03'],
    ['29/02/00', '2000-02-29'],
    ['29/02/99', null],
    ['03/07/24', null],
  ])('has in 2026 with two figures for its year the one in which a rider was born: %s', (cell, date) => {
    expect(birthInCell(cell, 2026)).toBe(date);
  });

  it('is a nation, in letters or in words', () => {
    const words = ['GER', 'deu', 'DE', 'Germany', 'allemagne', 'Germania', 'Alemania', 'Duitsland', 'Deutschland'];
    expect(words.map(nationInCell)).toEqual(Array(9).fill('GER'));
    expect(['Pays-Bas', 'Holland', 'NL', 'Grande-Bretagne', 'EE. UU.', 'Brunei'].map(nationInCell)).toEqual([
      ...['NED', 'NED', 'NED', 'GBR', 'USA', 'BRU'],
    ]);
    expect(['', 'Atlantis', '7'].map(nationInCell)).toEqual(['', '', '']);
  });

  it('has a heading that means one thing only', () => {
    for (const table of [tableColumnNames, classificationNames]) {
      const all = Object.values(table).flatMap((names) => [...new Set<string>(names.map(folded))]);
      expect(all.filter((name, i) => all.indexOf(name) !== i || name === '')).toEqual([]);
    }
  });
});
