import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../../src/desk/tables/column-names.ts';
import { tableIn } from '../../../src/desk/tables/table.ts';

const columns = ['bib', 'time', 'name'] as const;
const read = (text: string, unnamed?: readonly TableColumn[]) => {
  const table = tableIn(text, 'a.csv', {
    has: (found) => found.has('bib') && found.has('time'),
    said: 'bib and time',
    ...(unnamed && { unnamed }),
  });
  return table.ok
    ? table.value.rows.map(({ line, cell }) => [line, ...columns.map(cell)].filter((part) => part !== ''))
    : table.error;
};

describe('a table', () => {
  it('is read as spreadsheets write it', () => {
    expect(read('\uFEFFBib;Time\r\n\r\n1;13:00:30\r\n2;"13:01;30"\r\n')).toEqual([
      [3, '1', '13:00:30'],
      [4, '2', '13:01;30'],
    ]);
    expect(read('bib,time\n7')).toEqual([[2, '7']]);
    expect(read('bib\ttime\n12A\t1')).toEqual([[2, '12A', '1']]);
  });

  it('stands below titles, with empty rows, line breaks in quotes, repeated heads and a total in it', () => {
    const text = [
      'sep=;',
      'Tour of Somewhere, stage 3, 4 July, rev. 2',
      ';;;',
      'N°;"Heure de',
      'départ (h:m)";Coureur;Remarque',
      '1;13:00;"NOVAK',
      'Ana";',
      ';;;',
      'N°;Heure de départ (h:m);Coureur;Remarque',
      '2;13:01;PEÑA Luis;late',
      'Total: 2;;;',
      ';;Total;2',
    ].join('\r\n');
    expect(read(text)).toEqual([
      [6, '1', '13:00', 'NOVAK Ana'],
      [10, '2', '13:01', 'PEÑA Luis'],
    ]);
  });

  it('is parted by what gives its columns, not by what its titles have most of', () => {
    expect(read('A, B, C, D, E, F\nbib;time\n1;2,5')).toEqual([[3, '1', '2,5']]);
  });

  it('needs no names of columns where it may do without, and its first line is a row', () => {
    const rows = [
      [1, '1', '13:00'],
      [2, '12A', '13:01'],
    ];
    expect(read('1; 13:00\n12A; 13:01', ['bib', 'time'])).toEqual(rows);
    expect(read('Bib, Time\n1, 13:00\n12A, 13:01', ['bib', 'time'])).toEqual(
      rows.map(([line, ...cells]) => [Number(line) + 1, ...cells]),
    );
  });

  it('says what is no table', () => {
    const none = 'a.csv has no columns bib and time: name them in a line above its rows.';
    expect(read('')).toBe(none);
    expect(read('bib,gap\n1,2')).toBe(none);
    expect(read('1,2')).toBe(none);
    expect(read('bib,time\n')).toBe(
      'a.csv: it has no rows below the names of its columns; its columns are bib and time.',
    );
    expect(read('bib,time\n"1')).toBe(
      'a.csv: line 2: a quote stands amid a cell in quotes, or is not closed; its columns are bib and time.',
    );
    expect(read(`bib,time\n${'"1"x,2\n'.repeat(60)}`)).toMatch(/^a\.csv: it is no CSV \(.*\); its columns are/);
  });

  it.each([
    ['a quote amid quotes', '"13:"01"'],
    ['a quote that nobody closes', '"13:01'],
    ['a word behind its quotes', '"13:01" late'],
  ])('loses one line by %s, and no other', (_, cell) => {
    const text = `bib,time,name\n1,13:00,"NOVAK\nAna"\n\n,,\n2,${cell},B\n3,13:02,"PEÑA, Luis"\n4,13:03,"KOWALSKI\nJan"\n5,13:04\n`;
    expect(read(text)).toEqual([
      [2, '1', '13:00', 'NOVAK Ana'],
      [7, '3', '13:02', 'PEÑA, Luis'],
      [8, '4', '13:03', 'KOWALSKI Jan'],
      [10, '5', '13:04'],
    ]);
    const table = tableIn(text, 'a.csv', { has: (found) => found.has('bib'), said: 'bib' });
    expect(table.ok && table.value.broken).toEqual([6]);
  });
});
