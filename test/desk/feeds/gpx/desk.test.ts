import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { at } from '../../../support/courses.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../../../support/desk.ts';
import { START_MS } from '../../../support/race.ts';

let running: RunningDesk | null = null;
afterEach(async () => {
  await running?.kill('SIGKILL');
});

const gpx = (points: readonly string[]) => `<gpx><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
const pointXml = (eastM: number, time = '') => {
  const { lat, lon } = at(eastM, 0);
  return `<trkpt lat="${lat}" lon="${lon}">${time}</trkpt>`;
};

it('a desk plays rides on the road that is brought along, from a kilometre of it on', async () => {
  const folder = await emptyFolder();
  const port = await freePort();
  const [rides, course] = [join(folder, 'rides'), join(folder, 'road.gpx')];
  mkdirSync(rides);
  writeFileSync(course, gpx([0, 5000, 10_000].map((eastM) => pointXml(eastM))));
  for (const bib of [1, 2, 3]) {
    const ride = Array.from({ length: 600 }, (_, s) =>
      pointXml(10 + s * 10, `<time>${new Date(START_MS + s * 1000).toISOString()}</time>`),
    );
    writeFileSync(join(rides, `${bib} Rider.gpx`), gpx(ride));
  }
  const args = ['--feed', `gpx:${rides}`, '--course', course, '--from', '3km'];
  running = await startDesk({ port, tapes: join(folder, 'tapes'), args });
  const state = (await (await fetch(`http://127.0.0.1:${port}/api/state`)).json()) as Record<string, unknown>;
  expect(state.feed).toBe('3 rides of rides');
  expect(Math.abs(Number(state.clockMs) - (START_MS + 300_000))).toBeLessThan(30_000);
});
