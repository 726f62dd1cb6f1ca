import { readManifests } from '../../src/desk/manifests.ts';
import { defaultEdition } from '../../src/edition/edition.ts';
import { noInsight } from '../../src/insight/insight.ts';
import { listingOf } from '../../src/race/listing/listing.ts';
import { pagesOf } from '../../src/race/listing/pages.ts';
import type { Race } from '../../src/race/race.ts';
import { type Manifest, withDefaults } from '../../src/show/manifest.ts';
import { isNothing, type Select } from '../../src/stage/overlay.ts';
import { A_PIXEL_KM, alongTheRoad, PROFILE, RIDDEN_KM } from '../support/long-profile.ts';
import { strungOut, TOWER, TOWER_ROWS } from '../support/strung-out.ts';
import { TWICE_HD, UHD } from './browser.ts';
import { builtInBench } from './built-in.ts';
import { lookOn, type Seen, stepsMs, toFrameMs } from './eyes.ts';
import { medians, percentile } from './figures.ts';
import { firstFrameOf } from './first-frame.ts';
import { floorOf } from './floor.ts';
import { itemsOf, onWire, type Scenario, steadyCost, together } from './on-wire.ts';

const COLD_STARTS = 5;
const EYES = { eyes: true };

const manifests = await readManifests('overlays');

function graphic(id: string): Manifest {
  const manifest = manifests.get(id);
  if (!manifest) throw new Error(`There is no graphic "${id}" to measure.`);
  return manifest;
}

/** As many as riders overtake each other. */
const rows = { rows: TOWER_ROWS };

/** As many of them as the picture has room for. */
function towerRows(): number {
  const params = withDefaults(graphic(TOWER), rows);
  const [page = []] = pagesOf(listingOf(strungOut(0, true), false).spots, params);
  return page.length;
}

const tower = (swaps: boolean): Scenario => ({
  items: itemsOf([graphic(TOWER)], rows),
  raceAt: (beat) => strungOut(beat, swaps),
});

const profile = (kmPerBeat: number): Scenario => ({
  items: itemsOf([graphic(PROFILE)]),
  raceAt: alongTheRoad(kmPerBeat),
});

/** What a program page costs and how quick it is. WebGL is drawn by SwiftShader here: that says nothing of a GPU. */
export async function pageBench() {
  const graphics = together(await speaking(strungOut(0, false)));
  const swaps = await onWire(tower(true), {}, steadyCost);
  const calm = await onWire(tower(false), {}, steadyCost);
  const uhd = await onWire(tower(true), { size: UHD }, steadyCost);
  const keyed = await onWire(tower(true), { size: TWICE_HD, out: 'key+fill' }, steadyCost);
  const [seenSwaps, seenCalm] = [await onWire(tower(true), EYES, lookOn), await onWire(tower(false), EYES, lookOn)];
  return {
    tower200: { rows: towerRows(), swaps, calm },
    almostNothing: { framesPerS: calm.framesPerS, cores: await floorOf(calm.framesPerS) },
    fourK: { cores: uhd.cores, timesHd: uhd.cores && swaps.cores && uhd.cores / swaps.cores },
    keyAndFill: { cores: keyed.cores, timesAlpha: keyed.cores && swaps.cores && keyed.cores / swaps.cores },
    profile5000: {
      ...(await onWire(profile(A_PIXEL_KM), {}, steadyCost)),
      ridden: await onWire(profile(RIDDEN_KM), {}, steadyCost),
    },
    firstFrameMs: await coldStarts(graphics),
    messageToFrameMs: { ...spread(toFrameMs(seenCalm)), inSwaps: spread(toFrameMs(seenSwaps)) },
    canvas: motion(seenSwaps),
    webgl: motion(await onWire(tower(true), { ...EYES, renderer: 'webgl' }, lookOn)),
    builtIn: await builtInBench(graphics.map(({ id }) => id)),
  };
}

/** The graphics that have something to say of a race. */
async function speaking(race: Race): Promise<Manifest[]> {
  const says = async (manifest: Manifest) => {
    const { select }: { select: Select<unknown> } = await import(`../../overlays/${manifest.id}/select.ts`);
    const params = withDefaults(manifest, {});
    const asked = { race, insight: noInsight, edition: defaultEdition, params, now: race.atMs };
    const seen = { ...asked, step: 0, news: 'fresh', beside: [], heard: [], replay: false } as const;
    return isNothing(select(seen)) ? [] : [manifest];
  };
  return (await Promise.all([...manifests.values()].map(says))).flat();
}

/** Each in a browser of its own, that has never seen the page. */
async function coldStarts(graphics: readonly Manifest[]) {
  const items = itemsOf(graphics);
  const scenario: Scenario = { items, raceAt: (beat) => strungOut(beat, false) };
  const starts = [];
  while (starts.length < COLD_STARTS)
    starts.push(await onWire(scenario, { ...EYES, renderer: null }, (open) => firstFrameOf(open, graphics.length)));
  return { graphics: graphics.length, ...medians(starts) };
}

const spread = (ms: readonly number[]) => ({ p50: percentile(ms, 50), p90: percentile(ms, 90) });

/** How evenly it moves: while something does, not in between. */
function motion({ frames }: Seen) {
  const steps = stepsMs(frames);
  const wholeMs = steps.reduce((sum, ms) => sum + ms, 0);
  return { framesPerS: (1000 * steps.length) / wholeMs, frameMs: spread(steps) };
}
