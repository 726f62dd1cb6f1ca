import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { wholeOf } from '../../../src/desk/tape/gzip.ts';
import { newGzipFile, sameGzipFile } from '../../../src/desk/tape/gzip-file.ts';
import { plainTape } from '../../../src/desk/tape/plain.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'ardoise-gzip-')), 'a.ndjson.gz');
});

const frame = (n: number) =>
  `{"at":${1000 + n},"raw":{"text":"[${Array.from({ length: 30 }, (_, i) => `[${i},${45 + (n + i) / 1000},${(n * 7) % 13}]`).join()}]"}}`;
const lines = Array.from({ length: 12 }, (_, n) => (n % 4 === 3 ? `{"at":${n},"command":"take ${n}"}` : frame(n)));
const textOf = () => {
  const text = plainTape(file);
  if (!text.ok) throw new Error(text.error);
  return text.value;
};
/** Those that are whole. */
const readLines = () =>
  textOf()
    .split('\n')
    .filter((line) => lines.includes(line));

function write(some: readonly string[], one = newGzipFile(file)) {
  for (const line of some) one.append(`${line}\n`);
  return one;
}

describe('a compressed tape', () => {
  it('is read whole by anybody, as soon as a line is written, and has its end when it is closed', () => {
    const open = newGzipFile(file);
    lines.forEach((line, i) => {
      write([line], open);
      expect(readLines()).toEqual(lines.slice(0, i + 1));
    });
    open.close();
    expect(textOf()).toBe(`${lines.join('\n')}\n`);
    expect(gunzipSync(readFileSync(file)).toString()).toContain(lines[3]);
  });

  it('is printed to its last line by gzip itself, although a kill has taken its end', () => {
    write(lines);
    const { stdout } = spawnSync('gzip', ['-dc', file]);
    expect(String(stdout).trimEnd().split('\n')).toHaveLength(lines.length);
    expect(String(stdout)).toContain(`${lines[11]}\n`);
  });

  it('wherever it is cut off, gives all lines before, and is gone on with behind them', () => {
    const ends: number[] = [];
    const open = newGzipFile(file);
    for (const line of lines) {
      write([line], open);
      ends.push(readFileSync(file).length);
    }
    open.close();
    const whole = readFileSync(file);
    for (let size = ends[0]!; size <= whole.length; size += 1) {
      writeFileSync(file, whole.subarray(0, size));
      const kept = lines.slice(0, ends.filter((end) => end <= size).length);
      const seen = readLines();
      expect(seen.slice(0, kept.length), `cut at ${size}`).toEqual(kept);
      write(['one more', lines[0]!], sameGzipFile(file)).close();
      // A line that was all but there counts as it was read; nothing stands twice, and what follows is exact.
      expect(textOf(), `cut at ${size}`).toBe(`${[...kept, 'one more', lines[0]].join('\n')}\n`);
      gunzipSync(readFileSync(file));
    }
  });

  it('is gone on with again and again', () => {
    for (let i = 0; i < 4; i += 1) {
      write(lines, i === 0 ? newGzipFile(file) : sameGzipFile(file));
      truncateSync(file, readFileSync(file).length - 1);
    }
    const kept = lines.slice(0, -1);
    expect(
      textOf()
        .split('\n')
        .slice(0, 3 * kept.length),
    ).toEqual([...kept, ...kept, ...kept]);
  });

  it('gives what lies before junk, before zeros and before a piece that rotted', () => {
    write(lines);
    const whole = readFileSync(file);
    for (const junk of [Buffer.from('junk, and more junk'), Buffer.alloc(64), Buffer.from([0, 0, 255, 255])]) {
      writeFileSync(file, Buffer.concat([whole, junk]));
      expect(readLines()).toEqual(lines);
      write(['one more'], sameGzipFile(file)).close();
      expect(textOf()).toBe(`${[...lines, 'one more'].join('\n')}\n`);
    }
    const rotten = Buffer.from(whole);
    rotten.fill(0xee, whole.length - 60, whole.length - 50);
    writeFileSync(file, rotten);
    const left = readLines();
    expect(left.length).toBeGreaterThan(5);
    expect(left).toEqual(lines.slice(0, left.length));
  });

  it('goes on behind what somebody has compressed himself', () => {
    writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
    write(['one more'], sameGzipFile(file));
    expect(textOf()).toBe(`${[...lines, 'one more'].join('\n')}\n`);
    spawnSync('sh', ['-c', `printf 'plain\\n' > ${file.slice(0, -3)} && gzip -f ${file.slice(0, -3)}`]);
    write(['one more'], sameGzipFile(file));
    expect(textOf()).toBe('plain\none more\n');
  });

  it('leaves alone what is none', () => {
    writeFileSync(file, 'a letter');
    expect(() => sameGzipFile(file)).toThrow();
    expect(readFileSync(file, 'utf8')).toBe('a letter');
    expect(wholeOf(Buffer.from('a letter')).bytes).toBe(0);
  });

  it('is there again, whole, in a new file', () => {
    const open = write(lines.slice(0, 6));
    const saved = open.saved();
    write(lines.slice(6), saved);
    expect(saved.path).toBe(file.replace('.ndjson.gz', '-2.ndjson.gz'));
    file = saved.path;
    expect(textOf()).toBe(`${lines.join('\n')}\n`);
  });
});
