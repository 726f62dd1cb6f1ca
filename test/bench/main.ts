import { parseArgs } from 'node:util';
import { delayBench } from './delay/delay.ts';
import { deskBench } from './desk.ts';
import { engineBench } from './engine.ts';
import { hoursBench } from './hours/hours.ts';
import { insightBench } from './insight.ts';
import { killsBench } from './kills.ts';
import { offlineBench } from './offline.ts';
import { pageBench } from './page.ts';
import { reliabilityBench } from './reliability.ts';
import { staticBench } from './static.ts';
import { tapeBench } from './tape.ts';
import { wireBench } from './wire.ts';

/**
 * What this project promises, as figures: ratios and counts, never a verdict by clock.
 * `npm run bench` prints a table; `-- --json` one object keyed by area; `-- engine wire` only these.
 */
const areas = {
  engine: engineBench,
  insight: insightBench,
  wire: wireBench,
  page: pageBench,
  static: staticBench,
  desk: deskBench,
  delay: delayBench,
  kills: killsBench,
  reliability: reliabilityBench,
  hours: hoursBench,
  tape: tapeBench,
  offline: offlineBench,
};
type Area = keyof typeof areas;

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.find((name) => !(name in areas));
if (unknown) {
  console.error(`bench: there is no area "${unknown}"; there are ${Object.keys(areas).join(', ')}.`);
  process.exit(2);
}

const wanted = (positionals.length > 0 ? positionals : Object.keys(areas)) as Area[];
const figures: Record<string, unknown> = {};
for (const area of wanted) {
  figures[area] = await areas[area]();
  if (!values.json) print(area, figures[area]);
}
if (values.json) console.log(JSON.stringify(figures, null, 2));
process.exit(0);

function print(path: string, value: unknown): void {
  if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) print(`${path}.${key}`, inner);
  else console.log(`${path.padEnd(56)} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`);
}
