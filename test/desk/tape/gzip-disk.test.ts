import fs, { mkdtempSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newGzipFile } from '../../../src/desk/tape/gzip-file.ts';
import { plainTape } from '../../../src/desk/tape/plain.ts';

/** A disk that takes so many bytes of what is written to it, and then has no room. */
const room = { bytes: Number.POSITIVE_INFINITY };
const disk = fs.writeSync;
const full = (fd: number, bytes: Uint8Array, at: number) => {
  if (room.bytes <= 0) throw new Error('ENOSPC: no space left on device, write');
  const some = Math.min(bytes.length - at, room.bytes);
  room.bytes -= some;
  return disk(fd, bytes, at, some);
};
const useDisk = (writeSync: object) => {
  Object.assign(fs, { writeSync });
  syncBuiltinESMExports();
};
beforeAll(() => useDisk(full));
afterAll(() => useDisk(disk));

const line = (n: number) => `{"at":${n},"text":"${Array.from({ length: 60 }, (_, i) => `[${i},${n + i}]`).join()}"}`;

it('a line is whole on a disk that fills up, or not on it at all, and the next ones are exact', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ardoise-room-')), 'a.ndjson.gz');
  const tape = newGzipFile(file);
  const written: string[] = [];
  for (let n = 0; n < 120; n += 1) {
    const before = readFileSync(file);
    room.bytes = n % 3 === 1 ? n : Number.POSITIVE_INFINITY;
    try {
      tape.append(`${line(n)}\n`);
      written.push(line(n));
    } catch {
      room.bytes = Number.POSITIVE_INFINITY;
      expect(readFileSync(file).equals(before), 'nothing of it is there').toBe(true);
    }
  }
  tape.close();
  expect(written.length).toBeGreaterThan(80);
  expect(written.length).toBeLessThan(120);
  expect(plainTape(file)).toEqual({ ok: true, value: `${written.join('\n')}\n` });
});
