import { expect, it } from 'vitest';
import { csvRows } from '../../src/desk/csv-rows.ts';

const read = (text: string) => {
  const rows = csvRows(text);
  return rows.ok ? rows.value.map(({ line, values }) => [line, Object.fromEntries(values)]) : rows.error;
};

it('reads what spreadsheets write', () => {
  expect(read('\uFEFFBib;Time\r\n\r\n1;13:00:30\r\n2;"13:01;30"\r\n')).toEqual([
    [3, { bib: '1', time: '13:00:30' }],
    [4, { bib: '2', time: '13:01;30' }],
  ]);
  expect(read('bib,time\n7')).toEqual([[2, { bib: '7', time: '' }]]);
  expect(read('bib\ttime\n12A\t1')).toEqual([[2, { bib: '12A', time: '1' }]]);
});

it('knows columns that are not named, where the first line is a row', () => {
  const lines = (text: string) => {
    const rows = csvRows(text, ['bib', 'time']);
    return rows.ok ? rows.value.map(({ line, values }) => [line, Object.fromEntries(values)]) : rows.error;
  };
  const both = [
    { bib: '1', time: '13:00' },
    { bib: '12A', time: '13:01' },
  ];
  expect(lines('1; 13:00\n12A; 13:01')).toEqual([
    [1, both[0]],
    [2, both[1]],
  ]);
  expect(lines('Bib, Time\n1, 13:00\n12A, 13:01')).toEqual([
    [2, both[0]],
    [3, both[1]],
  ]);
  expect(lines('')).toBe('it has no rows below the names of its columns');
});

it('says what is no table', () => {
  expect(read('bib,time\n')).toBe('it has no rows below the names of its columns');
  expect(read('bib,time\n"1')).toMatch(/^it is no CSV \(.*line 2/);
});
