import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AirLog, createAirLog } from '../../../src/desk/as-run/air-log.ts';
import { stillFolder } from '../../../src/desk/as-run/still-folder.ts';
import { createNotices, type Notices } from '../../../src/desk/notices.ts';
import { createRegister, type Register } from '../../../src/desk/register/register.ts';
import { emptyShow } from '../../../src/show/show.ts';
import type { ShownLife } from '../../../src/wire/crew/report.ts';
import { report } from '../../support/report.ts';

const webp = (size = 40) => Uint8Array.from({ length: size }, (_, i) => 'RIFF....WEBP'.charCodeAt(i) || 0);
const values = { params: { groups: 3 }, step: 0 };

let clock = { ms: 0 };
let register: Register;
let log: AirLog;
let notices: Notices;
let folder = '';

function begin(tape = join(folder, 'day.ndjson')) {
  log = createAirLog({
    recorder: { aired() {}, spoken() {} },
    folder: stillFolder(tape, notices),
    now: () => clock.ms,
  });
}
beforeEach(() => {
  clock = { ms: 1000 };
  folder = mkdtempSync(join(tmpdir(), 'ardoise-stills-'));
  register = createRegister(() => clock.ms);
  notices = createNotices(() => {});
  begin();
});

const after = (ms: number) => {
  clock.ms += ms;
  log.look({ air: register.air(), show: emptyShow, race: null });
};

/** A program page at this desk. */
function seated(page: string) {
  const entry = register.hello({ page, role: 'program', monitor: false, output: null, address: page });
  const asked: (boolean | number)[] = [];
  const seat = log.sit({ page, appoint: (is) => asked.push(is), still: (n) => asked.push(n) });
  return {
    asked,
    seat,
    draws(life: ShownLife, overlay = 'gap-ticker') {
      entry.report(report({ lives: [{ overlay, layer: 'stack', life, why: null, item: values }] }));
      after(20);
    },
    leaves() {
      seat.leave();
      entry.end('closed');
      after(20);
    },
  };
}
const rows = () => log.rows();
const until = async (isTrue: () => boolean) => {
  for (let i = 0; i < 200 && !isTrue(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isTrue()).toBe(true);
};

describe('the still of a take', () => {
  it('is asked of one page, once its graphic stands there whole, and kept beside the tape', async () => {
    const [a, b] = [seated('a'), seated('b')];
    a.draws('entering');
    b.draws('entering');
    after(500);
    expect([a.asked, b.asked]).toEqual([[true], []]);
    a.draws('on');
    b.draws('on');
    after(500);
    expect([a.asked, b.asked]).toEqual([[true, 1], []]);
    a.seat.take({ n: 1, kind: 'webp' }, webp());
    await until(() => rows()[0]!.still !== null);
    expect(rows()[0]!.still).toBe('0001-gap-ticker.webp');
    expect(readdirSync(join(folder, 'day.stills'))).toEqual(['0001-gap-ticker.webp']);
    expect((await log.still(1))?.bytes).toHaveLength(40);
    expect(await log.still(2)).toBeNull();
    after(60_000);
    expect(a.asked).toEqual([true, 1]);
  });

  it('of a page that does not answer is asked of another, and then of none', () => {
    const [a, b, c] = [seated('a'), seated('b'), seated('c')];
    for (const one of [a, b, c]) one.draws('on');
    for (let s = 0; s < 60; s += 1) after(1000);
    expect([a.asked, b.asked, c.asked]).toEqual([[true, 1], [1], []]);
    expect(rows()[0]!.still).toBeNull();
  });

  it('counts only where it was asked, and is a picture', async () => {
    const [a, b] = [seated('a'), seated('b')];
    a.draws('on');
    after(1300);
    b.seat.take({ n: 1, kind: 'webp' }, webp());
    a.seat.take({ n: 2, kind: 'webp' }, webp());
    a.seat.take({ n: 1, kind: 'webp' }, new TextEncoder().encode('<html><script>'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(rows()[0]!.still).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not asked of what has left before its turn, and names no path', async () => {
    const a = seated('a');
    a.draws('entering');
    a.draws('off');
    a.draws('on', '../../etc/passwd');
    after(1300);
    expect(a.asked).toEqual([true, 2]);
    a.seat.take({ n: 2, kind: 'webp' }, webp());
    await until(() => rows()[1]!.still !== null);
    expect(rows()[1]!.still).toBe('0002-etcpasswd.webp');
  });

  it('that cannot be written is one notice, and the log goes on', async () => {
    writeFileSync(join(folder, 'full.stills'), 'a file where the folder would be');
    begin(join(folder, 'full.ndjson'));
    const a = seated('a');
    a.draws('on');
    after(1300);
    a.seat.take({ n: 1, kind: 'webp' }, webp());
    await until(() => notices.list().length > 0);
    expect(notices.list()[0]!.text).toMatch(/^A still of what is on air could not be kept .+ the show goes on\.$/);
    a.draws('off');
    expect(rows()[0]).toMatchObject({ still: null, toAt: clock.ms });
  });
});

describe('the witness', () => {
  it('is one page, whose words count; when it goes the next one is', () => {
    const [a, b] = [seated('a'), seated('b')];
    a.draws('on');
    b.draws('on');
    b.seat.tell({ overlay: 'gap-ticker', ...values, words: ['of b'] });
    expect(rows()[0]!.words).toBeNull();
    a.seat.tell({ overlay: 'gap-ticker', ...values, words: ['of a'] });
    expect(rows()[0]!.words?.first).toEqual(['of a']);
    a.leaves();
    expect(b.asked).toContain(true);
    expect(rows()[0]!.toAt).toBeNull();
  });

  it('is another page where it draws nothing for three seconds and that one does', () => {
    const [hidden, b] = [seated('hidden'), seated('b')];
    hidden.draws('off');
    b.draws('on');
    for (let s = 0; s < 3; s += 1) after(900);
    expect(b.asked.filter((one) => one === true)).toEqual([]);
    for (let s = 0; s < 2; s += 1) after(900);
    expect(b.asked.filter((one) => one === true)).toEqual([true]);
    expect(hidden.asked).toEqual([true, false]);
  });

  it('is one of five hundred pages, and of the others a still is asked at most', () => {
    const all = Array.from({ length: 500 }, (_, i) => seated(`page ${i}`));
    for (const one of all) one.draws('on');
    for (let s = 0; s < 60; s += 1) after(1000);
    expect(rows()[0]!.pages).toBe(500);
    expect(all.flatMap(({ asked }) => asked)).toEqual([true, 1, 1]);
  });
});
