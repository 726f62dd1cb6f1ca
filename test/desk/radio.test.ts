import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { eastDegrees } from '../../src/race/sample/builders.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';

/** 20 km to the east, flat. */
const road = Array.from(
  { length: 201 },
  (_, i) => `<trkpt lat="45" lon="${5 + eastDegrees(i / 10)}"><ele>200</ele></trkpt>`,
);
const GPX = `<gpx version="1.1" creator="test"><trk><trkseg>${road.join('')}</trkseg></trk></gpx>`;
const RIDERS = 'bib,family\n1,Novak\n2,Dupont\n3,Garcia\n4,Rossi\n5,Jensen\n';

let running: RunningDesk | null = null;
afterEach(async () => {
  await running?.kill('SIGKILL');
});

it('a race without trackers is told on the slate, and outlives a killed desk', async () => {
  const folder = await emptyFolder();
  const port = await freePort();
  const [riders, course] = [join(folder, 'riders.csv'), join(folder, 'road.gpx')];
  writeFileSync(riders, RIDERS);
  writeFileSync(course, GPX);
  const args = ['--feed', `radio:${riders}`, '--course', course];
  const begin = () => startDesk({ port, tapes: join(folder, 'tapes'), args });
  const ask = async (path: string) =>
    (await (await fetch(`http://127.0.0.1:${port}/api/${path}`)).json()) as Record<string, unknown>;

  running = await begin();
  expect(await ask(`slate?line=${encodeURIComponent("2: 1 4 +1'20 km8")}`)).toMatchObject({ ok: true });
  await ask('take-direct?overlay=gap-ticker');
  const before = await ask('state');
  expect(before).toMatchObject({
    byHand: "slate 2: 1 4 +1'20 km8 (http 127.0.0.1)",
    'gap-ticker_wished': 'air',
    rate: 1,
  });
  expect(Math.abs(Number(before.clockMs) - Date.now())).toBeLessThan(60_000);

  await running.kill('SIGKILL');
  running = await begin();
  const after = await ask('state');
  expect(after).toMatchObject({
    byHand: "slate 2: 1 4 +1'20 km8 (http 127.0.0.1)",
    'gap-ticker_wished': 'air',
    rate: 1,
  });
  expect(Number(after.clockMs)).toBeGreaterThanOrEqual(Number(before.clockMs));
});
