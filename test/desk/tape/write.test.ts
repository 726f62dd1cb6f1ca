import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBacklog } from '../../../src/desk/tape/backlog.ts';
import type { TapeEntry } from '../../../src/desk/tape/entry.ts';
import type { LineFile } from '../../../src/desk/tape/line-file.ts';
import { createTape, newTape, sameTape } from '../../../src/desk/tape/write.ts';
import { plainOf } from '../../support/tapes.ts';

const head = { tape: 1, feed: 'race-center', title: 'a test', source: 'simulation  1', startedAt: 1000 } as const;
const raw = (atMs: number): TapeEntry => ({ at: atMs, feed: 'race-center', raw: { topic: 'stream', text: 'x', atMs } });
const command: TapeEntry = { at: 5, command: { do: 'take' }, author: 'control 1' };

let folder: string;
let clock: { ms: number };
let troubles: (string | null)[];
let mended: string[];
const hearers = {
  trouble: (sentence: string | null) => void troubles.push(sentence),
  mended: (sentence: string) => void mended.push(sentence),
  now: () => clock.ms,
};
const linesOf = (file: string) =>
  plainOf(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ardoise-write-'));
  clock = { ms: 0 };
  troubles = [];
  mended = [];
});

/** A disk with a switch. */
function disk() {
  const lines: string[] = [];
  const state = { isFull: false };
  const file: LineFile = {
    path: '/tapes/a.ndjson',
    append(text) {
      if (state.isFull) throw new Error('ENOSPC: no space left on device, write');
      lines.push(String(text).trimEnd());
    },
    isLost: () => false,
    saved: () => file,
    close: () => {},
    discard: () => {},
  };
  const entries = () => lines.map((line) => JSON.parse(line));
  return { state, entries, tape: createTape('/tapes/a.ndjson', hearers, () => file) };
}

describe('a tape on a disk that is full', () => {
  it('refuses what must be on it, keeps the race, and goes on by itself when there is room', () => {
    const { state, entries, tape } = disk();
    tape.keep(raw(1));
    state.isFull = true;
    expect(tape.keep(raw(2))).toMatch(/^ENOSPC/);
    expect(tape.commit(command)).toMatch(/^ENOSPC/);
    tape.keep(raw(3));
    expect(tape.ready()).toMatch(/^ENOSPC/);
    expect(troubles).toEqual([
      expect.stringMatching(/^The tape .+ cannot be written \(ENOSPC.+\): make room for it\./),
    ]);

    state.isFull = false;
    clock.ms += 10_000;
    tape.tend();
    expect(troubles.at(-1)).toBeNull();
    expect(tape.ready()).toBeNull();
    expect(tape.commit({ ...command, at: 9 })).toBeNull();
    // In the order in which it came; the command that was refused is not on it.
    expect(entries()).toEqual([raw(1), raw(2), raw(3), { ...command, at: 9 }]);
  });

  it('is asked again at once by a command, and else with longer and longer pauses', () => {
    const { state, tape } = disk();
    state.isFull = true;
    let tries = 0;
    const file: LineFile = {
      path: 'b',
      append() {
        tries += 1;
        throw new Error('ENOSPC');
      },
      isLost: () => false,
      saved: () => file,
      close: () => {},
      discard: () => {},
    };
    const poor = createTape('b', hearers, () => file);
    poor.keep(raw(0));
    const before = tries;
    for (; clock.ms < 60_000; clock.ms += 25) {
      poor.keep(raw(clock.ms));
      poor.tend();
    }
    expect(tries - before).toBeGreaterThan(10);
    expect(tries - before).toBeLessThan(25);
    expect(troubles.filter((text) => text !== null)).toHaveLength(1);
    tape.keep(raw(1));
    state.isFull = false;
    expect(tape.commit(command)).toBeNull();
  });

  it('says on the tape what it could not keep', () => {
    const backlog = createBacklog((lines, fromAt) => `hole of ${lines} since ${fromAt}`, 100);
    for (let i = 0; i < 50; i += 1) backlog.add('0123456789', 1000 + i);
    const written: string[] = [];
    for (let line = backlog.next(); line !== null; line = backlog.next()) {
      written.push(line);
      backlog.done();
    }
    expect(written).toEqual(['hole of 40 since 1000', ...Array.from({ length: 10 }, () => '0123456789')]);
    backlog.add('more', 2000);
    expect(backlog.next()).toBe('more');
  });

  it('is met by a real device without room, and left for a file that has some', () => {
    const path = join(folder, 'full.ndjson');
    symlinkSync('/dev/full', path);
    const tape = sameTape(path, hearers);
    expect(tape.commit(command)).toMatch(/^ENOSPC/);
    tape.keep(raw(1));
    unlinkSync(path);
    clock.ms += 60_000;
    tape.tend();
    expect(troubles.at(-1)).toBeNull();
    expect(linesOf(tape.file)).toEqual([raw(1)]);
  });
});

describe('a tape that cannot begin', () => {
  it('begins when it can, with its head and all that came meanwhile', () => {
    const file = join(folder, 'not-a-folder');
    writeFileSync(file, '');
    const tape = newTape(join(file, 'a.ndjson'), head, hearers);
    expect(tape.commit(command)).toMatch(/^(ENOTDIR|EEXIST)/);
    tape.keep(raw(1));
    unlinkSync(file);
    clock.ms += 60_000;
    tape.tend();
    expect(linesOf(tape.file)).toEqual([head, raw(1)]);
    expect(troubles).toEqual([expect.stringMatching(/cannot be written/), null]);
  });
});

describe('a tape under which its folder is deleted', () => {
  const gone = {
    deleted: (path: string) => rmSync(path, { recursive: true }),
    moved: (path: string) => renameSync(path, `${path}-elsewhere`),
  };
  for (const [how, act] of Object.entries(gone))
    it.each(['a.ndjson', 'a.ndjson.gz'])(`is there again within a second, whole, when %s was ${how}`, (name) => {
      const tapes = join(folder, 'tapes');
      const tape = newTape(join(tapes, name), head, hearers);
      tape.commit(command);
      act(tapes);
      tape.keep(raw(1));
      for (; clock.ms <= 1000; clock.ms += 25) tape.tend();
      tape.keep(raw(2));
      expect(linesOf(join(tapes, name))).toEqual([head, command, raw(1), raw(2)]);
      expect(mended).toEqual([expect.stringMatching(/^The tape .+ was deleted or moved under the desk: all of it is/)]);
      expect(troubles).toEqual([]);
    });

  it('takes another name where another file has its own', () => {
    const path = join(folder, 'a.ndjson');
    const tape = newTape(path, head, hearers);
    unlinkSync(path);
    writeFileSync(path, 'of somebody else\n');
    clock.ms += 2000;
    tape.tend();
    tape.keep(raw(1));
    expect(readFileSync(path, 'utf8')).toBe('of somebody else\n');
    expect(linesOf(tape.file)).toEqual([head, raw(1)]);
  });
});
