import { describe, expect, it } from 'vitest';
import { bibInCell, dateInCell, nameInCell } from '../../../src/desk/tables/cells.ts';
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
    expect(dates.map(dateInCell)).toEqual([...Array(4).fill('2003-02-01'), '1999-12-31']);
    expect(['', 'soon', '31/02/2003', '12/31/1999', '1999', '01/02/03'].map(dateInCell)).toEqual(Array(6).fill(null));
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
