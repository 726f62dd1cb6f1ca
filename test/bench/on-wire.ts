import type { Race } from '../../src/race/race.ts';
import { type Manifest, type Params, withDefaults } from '../../src/show/manifest.ts';
import type { Items } from '../../src/show/show.ts';
import { excludes } from '../../src/show/zones.ts';
import { BEATS_PER_S, type WireDesk, wireDesk } from '../support/wire-desk.ts';
import { inBrowser, type OpenPage, onAir, type PageAsked, wait } from './browser.ts';
import { type Cost, costOf } from './watch.ts';

const PAGES = 'dist';
const MOST_TOGETHER = 3;
const HASTE_PER_S = 50;
const HASTE_MS = 12_000;
const REST_MS = 3000;

/** What is on air, and the race at each beat of the wire. */
export interface Scenario {
  readonly items: Items;
  readonly raceAt: (beat: number) => Race;
}

/** One figure of one page, on air and settled, in a browser of its own. */
export async function onWire<T>(
  { items, raceAt }: Scenario,
  asked: Partial<PageAsked>,
  figure: (open: OpenPage, desk: WireDesk) => Promise<T>,
): Promise<T> {
  const desk = await wireDesk({ pages: PAGES, items, raceAt });
  try {
    return await inBrowser({ url: desk.url, renderer: 'canvas', ...asked }, async (open) => {
      await onAir(open, Object.keys(items).length);
      return figure(open, desk);
    });
  } finally {
    await desk.stop();
  }
}

/** What it costs in the long run. A stage takes hours: its first minute, of which the compiler has a share, passes in haste. */
export async function steadyCost(open: OpenPage, desk: WireDesk): Promise<Cost> {
  desk.beat(HASTE_PER_S);
  await wait(HASTE_MS);
  desk.beat(BEATS_PER_S);
  await wait(REST_MS);
  return costOf(open);
}

/** With the parameters given where they are known and fit. */
export const itemsOf = (manifests: readonly Manifest[], params: Params = {}): Items =>
  Object.fromEntries(
    manifests.map((manifest) => [
      manifest.layer,
      { overlay: manifest.id, params: withDefaults(manifest, params), step: 0 },
    ]),
  );

/** Up to three graphics that may be on air at once: first those that are in the way of the fewest others. */
export function together(manifests: readonly Manifest[]): Manifest[] {
  const inTheWayOf = ({ layer }: Manifest) => manifests.filter((other) => excludes(layer, other.layer)).length;
  const chosen: Manifest[] = [];
  for (const one of manifests.toSorted((a, b) => inTheWayOf(a) - inTheWayOf(b)))
    if (chosen.length < MOST_TOGETHER && !chosen.some(({ layer }) => excludes(layer, one.layer))) chosen.push(one);
  return chosen;
}
