import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bib } from '../../../../src/race/units.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../../../support/desk.ts';
import { plainTapes } from '../../../support/tapes.ts';

const HONEST = Array.from({ length: 30 }, (_, i) => String(i + 1));
const HOSTILE = '99';
const ROUNDS = 8;
const EVERY_MS = 200;

let desk: RunningDesk;
let tapes: string;

beforeAll(async () => {
  tapes = await emptyFolder();
  const course = join(tapes, 'road.gpx');
  const points = Array.from({ length: 101 }, (_, i) => `<trkpt lat="45" lon="${5 + i / 1000}"><ele>200</ele></trkpt>`);
  writeFileSync(course, `<gpx version="1.1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`);
  desk = await startDesk({ port: await freePort(), tapes, args: ['--feed', 'phones', '--course', course] });
});
afterAll(() => desk?.kill('SIGKILL'));

const ask = (path: string, body?: string, method = 'POST') =>
  fetch(`${desk.url}api/feed/phones${path}`, { method, ...(body !== undefined && { body }) });
const fix = (over: object = {}) =>
  JSON.stringify({ _type: 'location', tst: Date.now() / 1000, lat: 45, lon: 5.05, vel: 40, acc: 5, ...over });

async function joined(code: string, bib: Bib): Promise<string> {
  const answer = await ask('/join', JSON.stringify({ code, bib, name: `Rider ${bib}` }));
  return (await answer.json()).key;
}

it('thirty honest phones are heard to the last fix beside one that floods, lies and sends a megabyte; it is named', async () => {
  const { code } = await (await ask('', undefined, 'GET')).json();
  const keys = await Promise.all(HONEST.map((bib) => joined(code, bib)));
  const bad = await joined(code, HOSTILE);
  const refused: number[] = [];
  let isOver = false;
  const MEGABYTE = 'x'.repeat(1_000_000);
  const attacks = [
    () => ask(`/${bad}`, fix()),
    () => ask(`/${bad}`, fix({ topic: 'owntracks/x/7' })),
    () => ask(`/${bad}`, 'junk'),
    () => ask(`/${bad}`, MEGABYTE),
    () => ask('/not-a-key-of-anybody', fix()),
    () => ask('/join', JSON.stringify({ code: 'guessing', bib: '7' })),
    () => ask('/join', JSON.stringify({ code, bib: '7', name: 'Not he' })),
  ];
  const flood = async (offset: number) => {
    for (let i = offset; !isOver; i += 1) {
      // A connection that is cut in the middle of a megabyte is refused too.
      const status = await attacks[i % attacks.length]!().then(
        (answer) => answer.arrayBuffer().then(() => answer.status),
        () => 413,
      );
      if (status !== 200) refused.push(status);
    }
  };
  const floods = Array.from({ length: 8 }, (_, i) => flood(i));
  const slowest: number[] = [];
  const honest = keys.map(async (key, i) => {
    const statuses: number[] = [];
    await new Promise((resolve) => setTimeout(resolve, (i * EVERY_MS) / keys.length));
    for (let round = 0; round < ROUNDS; round += 1) {
      const fromMs = performance.now();
      statuses.push((await ask(`/${key}`, fix({ tst: Date.now() / 1000, batt: round }))).status);
      slowest.push(performance.now() - fromMs);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    return statuses;
  });
  const statuses = (await Promise.all(honest)).flat();
  isOver = true;
  await Promise.all(floods);

  expect(statuses).toHaveLength(HONEST.length * ROUNDS);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(refused.length).toBeGreaterThan(50);
  expect([...new Set(refused)].sort()).toEqual(expect.arrayContaining([400, 409, 413, 429]));
  expect(slowest.sort((a, b) => a - b)[Math.floor(slowest.length / 2)]).toBeLessThan(2000);

  // Control is told who it is, what he does, and how often.
  const printed = desk.output();
  expect(printed).toMatch(/phones: number 99: its phone sends more than 5 messages a second, too many/);
  expect(printed).toMatch(/phones: number 99: its phone says that it is number 7; that is not believed/);
  expect(printed).not.toMatch(/number 7: its phone/);
  await desk.kill('SIGINT');
  const lines = plainTapes(tapes).trim().split('\n');
  const taped = lines.filter((line) => line.includes('"own-tracks"')).map((line) => JSON.parse(line));
  const byBib = new Map<string, number>();
  for (const line of taped) {
    const { bib } = JSON.parse(line.raw.text);
    byBib.set(bib, (byBib.get(bib) ?? 0) + 1);
  }
  for (const bib of HONEST) expect(byBib.get(bib), bib).toBe(ROUNDS);
  expect(byBib.get(HOSTILE)).toBeLessThan(120);
  for (const secret of [code, bad, ...keys]) expect(lines.some((line) => line.includes(secret))).toBe(false);
}, 60_000);
