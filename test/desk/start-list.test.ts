import { describe, expect, it } from 'vitest';
import { withBroughtAlong } from '../../src/desk/brought-along.ts';
import { readStartList, startListIn, startsOn } from '../../src/desk/start-list.ts';
import { strangersWithStart } from '../../src/desk/strangers.ts';
import { sheet } from '../support/race.ts';

const listIn = (text: string) => {
  const list = startListIn(text, 'starts.csv');
  return list.ok ? list.value : list.error;
};
const clock = (text: string): unknown => {
  const list = startListIn(`bib;time\n7;${text}\n8;10:00`, 'starts.csv');
  return list.ok ? list.value.rows.find(({ bib }) => bib === '7')?.clockS : list.error;
};

describe('a list of starts', () => {
  it('has times of day as people write them', () => {
    const written: Record<string, number> = {
      '14:03:30': 50_610,
      '14:03': 50_580,
      '9:05': 32_700,
      '14h03\'30"': 50_610,
      '2:03:30 PM': 50_610,
      '12:00 am': 0,
      '12:00 p.m.': 43_200,
      '14:03:30.5': 50_610.5,
    };
    for (const [text, seconds] of Object.entries(written)) expect([text, clock(text)]).toEqual([text, seconds]);
    for (const text of ['24:00', '14:60', '13:00 PM', '0:30 AM', 'noon', '1403', '-1:00'])
      expect([text, clock(text)]).toEqual([text, undefined]);
  });

  it('leaves out rows that cannot be read, and says each with its line', () => {
    expect(listIn('Bib,Name,Time\n1,A,13:00\n,B,13:01\n2,C,soon\n1,D,13:03\n3,E,\n')).toEqual({
      rows: [
        { bib: '1', clockS: 46_800 },
        { bib: '3', clockS: null },
      ],
      doubts: [
        'starts.csv, line 3: "" is no number of a rider; it was left out',
        'starts.csv, line 4: "soon" is no time of day, such as 14:03:30 or 2:03:30 PM; it was left out',
        'starts.csv, line 5: number 1 is there twice; it was left out',
      ],
    });
  });

  it('needs no names of columns: each line is a bib and a time', () => {
    expect(listIn('12, 14:03:30\n31, soon')).toEqual({
      rows: [{ bib: '12', clockS: 50_610 }],
      doubts: [expect.stringMatching(/^starts\.csv, line 2: "soon" is no time of day/)],
    });
  });

  it('is none without its columns, rows or file', () => {
    expect(listIn('bib,gap\n1,3')).toMatch(/no columns bib and time/);
    expect(listIn('bib,time\n1,soon')).toMatch(/^starts\.csv, line 2: "soon" is no time of day, such as .+ PM\.$/);
    expect(listIn('bib,time\n1,soon\n2,late')).toMatch(/no start time that can be read/);
    expect(listIn('')).toMatch(/starts\.csv/);
    const none = readStartList('/nowhere/starts.csv');
    expect(none.ok ? '' : none.error).toMatch(/nowhere.*cannot be read/);
  });

  it('is of the day on which the race is where it is', () => {
    const { info } = sheet();
    const list = {
      rows: [
        { bib: '1', clockS: 3600 },
        { bib: '2', clockS: null },
      ],
      doubts: [],
    };
    const onDay = (iso: string, utcOffsetMin: number) =>
      startsOn({ ...info, startMs: Date.parse(iso), utcOffsetMin }, list, 'file')?.starts.at(0)?.startMs;
    expect(onDay('2026-07-04T12:00:00Z', 120)).toBe(Date.parse('2026-07-03T23:00:00Z'));
    expect(onDay('2026-07-04T23:30:00Z', 600)).toBe(Date.parse('2026-07-04T15:00:00Z'));
    expect(startsOn({ ...info, startMs: null }, list, 'file')).toBeNull();
  });

  it('says who of it is on no list of the race, by whichever zeros', () => {
    const order = (...bibs: string[]) => {
      const starts = bibs.map((bib) => ({ bib, startMs: 0 }));
      return strangersWithStart(sheet(), { kind: 'start-order', from: 'hand', starts });
    };
    expect(order('1', '002')).toBe('');
    expect(order('1', '88', '99')).toBe('there are start times of 88, 99, not on the start list; check the numbers');
  });

  it('is told after each sheet, or why it cannot be', () => {
    const list = { rows: [{ bib: '1', clockS: 3600 }], doubts: [] };
    const told = (startMs: number | null) => {
      const made = sheet();
      const parse = () => ({
        events: [{ kind: 'sheet' as const, sheet: { ...made, info: { ...made.info, startMs } } }],
        faults: [],
      });
      return withBroughtAlong(
        () => parse,
        { starts: list },
        () => {},
      )()({ feed: 'f', topic: 't', text: '' });
    };
    expect(told(sheet().info.startMs).events.map(({ kind }) => kind)).toEqual(['sheet', 'start-order']);
    expect(told(sheet().info.startMs).faults).toEqual([]);
    expect(told(null).events.map(({ kind }) => kind)).toEqual(['sheet']);
    expect(told(null).faults).toEqual([expect.stringMatching(/does not say on which day/)]);
  });
});
