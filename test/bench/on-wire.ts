import type { Race } from '../../src/race/race.ts';
import { type Manifest, withDefaults } from '../../src/show/manifest.ts';
import type { Items } from '../../src/show/show.ts';
import { excludes } from '../../src/show/zones.ts';
import { wireDesk } from '../support/wire-desk.ts';
import { inBrowser, type OpenPage, onAir, type PageAsked } from './browser.ts';

const PAGES = 'dist';
const MOST_TOGETHER = 3;

/** What is on air, and the race at each beat of the wire. */
export interface Scenario {
  readonly items: Items;
  readonly raceAt: (beat: number) => Race;
}

/** One figure of one page, on air and settled, in a browser of its own. */
export async function onWire<T>(
  { items, raceAt }: Scenario,
  asked: Partial<PageAsked>,
  figure: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const desk = await wireDesk({ pages: PAGES, items, raceAt });
  try {
    return await inBrowser({ url: desk.url, renderer: 'canvas', ...asked }, async (open) => {
      await onAir(open, Object.keys(items).length);
      return figure(open);
    });
  } finally {
    await desk.stop();
  }
}

/** With all parameters as they are by default. */
export const itemsOf = (manifests: readonly Manifest[]): Items =>
  Object.fromEntries(
    manifests.map((manifest) => [
      manifest.layer,
      { overlay: manifest.id, params: withDefaults(manifest, {}), step: 0 },
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
