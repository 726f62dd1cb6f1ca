import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { climbTable } from '../../../src/desk/history/climb-records.ts';
import { FIT_FILE, fitIn, writeFit } from '../../../src/desk/history/fit-file.ts';
import { readHistory } from '../../../src/desk/history/read.ts';
import { type PastRaces, recordedPast } from '../../../src/insight/past.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ardoise-history-'));
});

const races = [{ file: 'a.ndjson.gz', title: 'A race', km: 154 }];
const taught: PastRaces = { ...recordedPast, finale: { km: 25, share: 0.9 } };
const fileOf = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const said = (result: { readonly ok: boolean; readonly error?: string }): string => {
  if (result.ok) throw new Error('it was believed');
  return result.error!;
};

describe('a fit that is kept', () => {
  it('is read as it was written', () => {
    expect(writeFit(join(folder, 'deep', FIT_FILE), { races, past: taught })).toBeNull();
    const text = readFileSync(join(folder, 'deep', FIT_FILE), 'utf8');
    expect(fitIn(text, FIT_FILE)).toEqual({ ok: true, value: { insight: 1, races, past: taught } });
  });

  it('says where it cannot be written', () => {
    fileOf('file', '');
    expect(writeFit(join(folder, 'file', FIT_FILE), { races, past: taught })).toMatch(
      /file\/insight\.json cannot be written \(.+\): name another with --out\.$/,
    );
  });

  it.each([
    ['no JSON', '{', /^i\.json is no fit of earlier races; fit it again: npm run insight -- fit <folder>\.$/],
    ['another file', '{"rundowns": []}', /^i\.json is no fit of earlier races;/],
    ['of a newer desk', '{"insight": 2, "paces": []}', /^i\.json was fitted by a newer desk \(2\): use that/],
    ['of no version', '{"insight": "x"}', /^i\.json: insight is "x"; 1 is wanted; fit it again/],
  ])('%s is said', (_, text, sentence) => {
    expect(said(fitIn(text, 'i.json'))).toMatch(sentence);
  });

  /** Of a fit in which another value stands somewhere; undefined is none. */
  const changed = (path: string, value: unknown): string => {
    const past = JSON.parse(JSON.stringify(recordedPast));
    const keys = path.split('.');
    const last = keys.pop()!;
    keys.reduce((at, key) => at[key], past)[last] = value;
    return said(fitIn(JSON.stringify({ insight: 1, races, past }), 'i.json'));
  };
  it.each<[string, string, unknown, string]>([
    ['a speed that nobody rides', 'pace.3.kph', 400, 'past.pace.3.kph is 400; 4 to 110 is wanted'],
    ['a table in no order', 'pace', recordedPast.pace.slice().reverse(), 'past.pace is'],
    ['an empty table', 'pace', [], 'past.pace is []; a row at least is wanted'],
    ['a figure that is none', 'finale.share', null, 'past.finale.share is null; a number is wanted'],
    ['a sort of stage less', 'catch.closing.hilly', undefined, 'past.catch.closing.hilly is missing'],
    ['a part less', 'dropped', undefined, 'past.dropped is missing'],
    ['a part more', 'powers', [], 'past.powers'],
  ])('%s is said, with its place', (_, path, value, sentence) => {
    expect(changed(path, value)).toContain(`i.json: ${sentence}`);
  });
});

describe('records of climbs', () => {
  const hautacam = { name: 'Hautacam', seconds: 2080, who: 'A. Rider', year: 1996 };

  it.each([
    `name,time,who,when\nHautacam,34'40",A. Rider,1996`,
    'climb;time;rider;year\nHautacam;34:40;A. Rider;1996',
    'Col\tTemps\tQui\tAnnée\nHautacam\t0:34:40\tA. Rider\t16 juillet 1996',
  ])('are read by the names of their columns: %s', (text) => {
    expect(climbTable(text, 'c.csv')).toEqual({ ok: true, value: { climbs: [hautacam], doubts: [] } });
  });

  it('may not say who and when', () => {
    expect(climbTable('name,time\nHautacam,34:40', 'c.csv')).toMatchObject({
      value: { climbs: [{ who: '', year: null }] },
    });
  });

  it('of two times of one climb the faster one stands', () => {
    const both = climbTable('name,time\nHautacam,35:40\nHautacam,34:40\nHautacam,36:40', 'c.csv');
    expect(both).toMatchObject({ value: { climbs: [{ seconds: 2080 }] } });
  });

  it('a row that is wrong is said, and costs no other', () => {
    const read = climbTable('name,time\nHautacam,fast\n,34:40\nMarie-Blanque,22:10', 'c.csv');
    expect(read).toMatchObject({
      value: {
        climbs: [{ name: 'Marie-Blanque', seconds: 1330 }],
        doubts: [
          `c.csv, line 2: "fast" is no time, such as 37'35" or 37:35; it was left out`,
          'c.csv, line 3: it names no climb; it was left out',
        ],
      },
    });
  });

  it('a table of something else is said', () => {
    expect(said(climbTable('bib,gap\n1,0', 'c.csv'))).toMatch(/^c\.csv .*name \(or climb\) and time/);
    expect(said(climbTable('name,time\nHautacam,fast', 'c.csv'))).toMatch(/^c\.csv has no climb that can be read/);
  });
});

describe('a folder of earlier races', () => {
  it('gives what was fitted, and the records', () => {
    writeFit(join(folder, FIT_FILE), { races, past: taught });
    fileOf('climbs.csv', 'name,time\nHautacam,34:40');
    expect(readHistory(folder)).toMatchObject({
      value: {
        files: ['a.ndjson.gz'],
        past: { finale: { share: 0.9 }, climbs: [{ name: 'Hautacam' }] },
        said: `The desk forecasts by what one earlier race taught, with the record of one climb (${folder}).`,
        doubts: [],
      },
    });
  });

  it('of records alone leaves the past as the desk has it', () => {
    fileOf('climbs.csv', 'name,time\nHautacam,34:40');
    expect(readHistory(folder)).toMatchObject({ value: { past: { pace: recordedPast.pace } } });
  });

  it('without either is said, with what writes it', () => {
    expect(said(readHistory(folder))).toBe(
      `--history ${folder}: there is neither insight.json nor climbs.csv; write it with npm run insight -- fit ${folder}.`,
    );
    expect(said(readHistory(join(folder, 'nowhere')))).toContain('there is neither');
  });

  it('with a bad file is refused, with its path', () => {
    fileOf(FIT_FILE, '[]');
    expect(said(readHistory(folder))).toContain(`${join(folder, FIT_FILE)} is no fit`);
  });
});
