import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createShelf } from '../../../src/desk/tape/shelf.ts';
import { newTape, sameTape } from '../../../src/desk/tape/write.ts';

const hearers = { trouble: () => {}, mended: () => {}, now: () => 0 };
const head = (startedAt: number) =>
  ({ tape: 2, feed: 'race-center', title: `race ${startedAt}`, source: 's', startedAt }) as const;
const NOW_MS = 10_000_000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ardoise-shelf-'));
});

function tape(file: string, startedAt: number, lastAtMs = NOW_MS - 60_000) {
  const one = newTape(join(folder, file), head(startedAt), hearers);
  one.keep({ at: startedAt, command: { do: 'clear' }, author: 'http' });
  utimesSync(join(folder, file), lastAtMs / 1000, lastAtMs / 1000);
  return one;
}
const end = (file: string, one: ReturnType<typeof tape>) => {
  one.keep({ at: 1, end: true });
  one.close();
  utimesSync(join(folder, file), (NOW_MS - 60_000) / 1000, (NOW_MS - 60_000) / 1000);
};
const shelf = (own = '') =>
  createShelf(
    folder,
    () => own,
    () => NOW_MS,
  );

describe('the tapes of a folder', () => {
  it('are listed, the newest first, with what is known of each without reading it', () => {
    end('a.ndjson.gz', tape('a.ndjson.gz', 1000));
    end('b.ndjson', tape('b.ndjson', 3000));
    tape('c.ndjson.gz', 2000);
    tape('d.ndjson.gz', 4000, NOW_MS - 500);
    tape('own.ndjson.gz', 5000);
    writeFileSync(join(folder, 'e.ndjson.gz'), 'no tape');
    writeFileSync(join(folder, 'rundowns.json'), '{}');
    mkdirSync(join(folder, 'rehearsals'));
    const list = shelf(join(folder, 'own.ndjson.gz')).list();
    expect(list.map(({ file, state }) => `${file} ${state}`)).toEqual([
      'own.ndjson.gz written',
      'd.ndjson.gz written',
      'b.ndjson ended',
      'c.ndjson.gz left',
      'a.ndjson.gz ended',
    ]);
    const { length } = readFileSync(join(folder, 'c.ndjson.gz'));
    expect(list[3]).toEqual({
      file: 'c.ndjson.gz',
      name: null,
      title: 'race 2000',
      startedAt: 2000,
      lastedMs: NOW_MS - 62_000,
      bytes: length,
      state: 'left',
    });
    expect(createShelf(join(folder, 'nowhere'), () => '').list()).toEqual([]);
  });

  it('count one that was taken up again as ended only when it was ended again', () => {
    end('a.ndjson.gz', tape('a.ndjson.gz', 1000));
    const again = sameTape(join(folder, 'a.ndjson.gz'), hearers);
    again.keep({ at: 2, command: { do: 'clear' }, author: 'http' });
    utimesSync(join(folder, 'a.ndjson.gz'), 1, 1);
    expect(shelf().list()[0]!.state).toBe('left');
    end('a.ndjson.gz', again);
    expect(shelf().list()[0]!.state).toBe('ended');
  });
});

describe('a name', () => {
  it('is kept beside the tapes and never moves a file; an empty one takes it back', () => {
    tape('a.ndjson.gz', 1000);
    tape('b.ndjson.gz', 2000);
    const files = readdirSync(folder);
    expect(shelf().name('a.ndjson.gz', '  <b>The queen stage</b> ')).toEqual({ ok: true, value: null });
    expect(shelf().name('b.ndjson.gz', 'Šafránek')).toEqual({ ok: true, value: null });
    expect(
      shelf()
        .list()
        .map(({ name }) => name),
    ).toEqual(['Šafránek', '<b>The queen stage</b>']);
    expect(shelf().name('b.ndjson.gz', ' ')).toEqual({ ok: true, value: null });
    expect(
      shelf()
        .list()
        .map(({ name }) => name),
    ).toEqual([null, '<b>The queen stage</b>']);
    expect(readdirSync(folder)).toEqual([...files, 'tape-names.json']);
  });

  it('is refused where it is too long or has lines, and for what is no tape of this folder', () => {
    tape('a.ndjson.gz', 1000);
    writeFileSync(join(folder, '..', 'outside.ndjson.gz'), '');
    for (const name of ['x'.repeat(81), 'two\nlines']) expect(shelf().name('a.ndjson.gz', name).ok).toBe(false);
    for (const file of ['../outside.ndjson.gz', '/etc/passwd', 'b.ndjson.gz', '', '..', '__proto__', 'rundowns.json']) {
      expect(shelf().name(file, 'x')).toMatchObject({ ok: false, error: expect.stringMatching(/^There is no tape/) });
      expect(shelf().path(file)).toBeNull();
    }
    expect(existsSync(join(folder, 'tape-names.json'))).toBe(false);
    writeFileSync(join(folder, 'tape-names.json'), 'no JSON');
    expect(shelf().list()[0]!.name).toBeNull();
  });
});
