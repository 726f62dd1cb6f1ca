import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { asRunCsv } from '../../../src/desk/as-run/csv.ts';
import type { Aired } from '../../../src/wire/crew/aired.ts';

const FROM = Date.UTC(2026, 6, 12, 13, 3, 27, 250);
const aired = (over: Partial<Aired> = {}): Aired => ({
  ...{ n: 1, overlay: 'gap-ticker', params: { groups: 3, trend: true }, step: 1, takenBy: 'control 1', pages: 2 },
  outputs: ['main', '=ott'],
  ...{ byHand: [], words: null, still: null, fromAt: FROM, fromRaceMs: FROM, toAt: FROM + 12_340, toRaceMs: null },
  ...over,
});
const place = { titleOf: (id: string) => (id === 'gap-ticker' ? 'Gaps' : id), utcOffsetMin: 120 };
/** As another program reads it. */
const read = (...rows: readonly Aired[]): Record<string, string>[] =>
  parse(asRunCsv(rows, place), { bom: true, columns: (names: string[]) => names.map((name) => name.toLowerCase()) });

it('is a table in plain words, times of the wall with their offset, and of the race', () => {
  const words = { first: ['42 km to go', '92 Peloton +4\'14"'], last: ['41 km to go'] };
  expect(read(aired({ words, still: '0001-gap-ticker.webp', byHand: ['31 family Šafránek (control 2)'] }))).toEqual([
    {
      no: '1',
      graphic: 'Gaps',
      values: 'groups=3 trend=true',
      step: '1',
      'taken by': 'control 1',
      from: '2026-07-12T15:03:27.250+02:00',
      to: '2026-07-12T15:03:39.590+02:00',
      'seconds on air': '12.3',
      'from, race time': '15:03:27',
      'to, race time': '',
      'read first': '42 km to go | 92 Peloton +4\'14"',
      'read last': '41 km to go',
      'said by hand': '31 family Šafránek (control 2)',
      pages: '2',
      outputs: 'main | =ott',
      still: '0001-gap-ticker.webp',
    },
  ]);
});

it('what is still on air has no end, and west of Greenwich the offset is behind', () => {
  const text = asRunCsv([aired({ toAt: null, step: 0 })], { ...place, utcOffsetMin: -210 });
  expect(text).toContain(',2026-07-12T09:33:27.250-03:30,,,09:33:27,');
  expect(text).toContain(',groups=3 trend=true,,control 1,');
});

it('begins with the mark of UTF-8, and its lines end as RFC 4180 has them', () => {
  const text = asRunCsv([aired(), aired({ n: 2 })], place);
  expect(text.startsWith('\uFEFFNo,Graphic,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(4);
});

it.each(['=HYPERLINK("http://x","y")', '+1+cmd|calc', '-2+3', '@SUM(A1)', '\tx', '\r=1', '\n=1', '＝1', '\u200B=1'])(
  'a name is never a formula: %j',
  (name) => {
    const [row] = read(aired({ takenBy: name, words: { first: [name], last: [] } }));
    expect(row!['taken by']).toBe(`'${name}`.trim());
    expect(row!['read first']).toBe(`'${name}`.trim());
    for (const line of asRunCsv([aired({ takenBy: name })], place).split(/,|\r\n/))
      expect(line).not.toMatch(/^"?[=+\-@＝\t\r\n\u200B]/);
  },
);

it('a name with signs of the table itself stays one cell', () => {
  const name = 'O"Neil, Jr.\r\nand "son"';
  expect(read(aired({ takenBy: name }))[0]!['taken by']).toBe(name);
  expect(read(aired({ takenBy: name }), aired({ n: 2 }))).toHaveLength(2);
});
