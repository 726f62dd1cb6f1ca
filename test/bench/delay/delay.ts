import { join } from 'node:path';
import type { Page } from 'playwright';
import { readManifests } from '../../../src/desk/manifests.ts';
import { openLink } from '../../../src/host/link.ts';
import { startDeskAndBrowser } from '../../support/e2e.ts';
import { wait } from '../browser.ts';
import { until } from '../hours/replays.ts';
import { apartMs, entrancesMs, type Looks, runOf } from './looks.ts';

const LATE_S = 9;
/** At a tenth it takes a minute and a half, and a little more than that is looked at. */
const NUDGE_MS = 110_000;
/** A graphic comes so often, and stays so long. */
const EVERY_MS = 10_000;
const STAYS_MS = 4000;
/** The last seconds of each nudge are steady. */
const STEADY_MS = 12_000;
/** Of the rundown: the gaps and the profile. */
const STAY = [2, 4];

/**
 * Two program pages of one desk over a nudge from 0 to 9.0 s and back: each frame of the screen of each of them is looked
 * at, and each entrance of a graphic counted.
 */
export async function delayBench() {
  const both = await startDeskAndBrowser({ args: ['--from', '100km'], viewport: { width: 1920, height: 1080 } });
  const ask = async (what: string) => {
    const answer = await fetch(`${both.url}api/${what}`);
    if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`);
  };
  const opened = async (query: string) => {
    const page = await both.context.newPage();
    await page.addInitScript({ path: join(import.meta.dirname, 'looks.js') });
    await page.goto(`${both.url}?show=program&renderer=canvas${query}`);
    return page;
  };
  const looksOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { looks: Looks }).looks);
  const { graphic, bibs } = await riderGraphic(both.url);
  let taken = 0;
  const nudged = async (seconds: number) => {
    await ask(`delay?output=ott&s=${seconds}`);
    for (let ms = 0; ms < NUDGE_MS; ms += EVERY_MS) {
      await ask(`take-direct?overlay=${graphic}&bib=${bibs[taken % bibs.length]}`);
      taken += 1;
      await wait(STAYS_MS);
      await ask(`out?overlay=${graphic}`);
      await wait(EVERY_MS - STAYS_MS);
    }
    return Date.now();
  };
  try {
    const [direct, late] = [await opened(''), await opened('&output=ott')];
    for (const item of STAY) await ask(`take-direct?item=${item}`);
    await wait(STAYS_MS);
    const middleMs = await nudged(LATE_S);
    const endMs = await nudged(0);
    const [now, later] = [await looksOf(direct), await looksOf(late)];
    return {
      direct: { ...runOf(now), entrances: entrancesMs(now, graphic).length },
      late: { ...runOf(later), entrances: entrancesMs(later, graphic).length },
      taken,
      apartMs: {
        late: apartMs(now, later, middleMs - STEADY_MS, middleMs),
        back: apartMs(now, later, endMs - STEADY_MS, endMs),
      },
    };
  } finally {
    await both.end();
  }
}

/** A graphic of one rider, and who rides. */
async function riderGraphic(url: string) {
  const manifests = [...(await readManifests('overlays')).values()];
  const [strap] = manifests.filter(({ params }) => Object.values(params).some((one) => 'takes' in one && one.takes));
  const link = openLink('control', { url });
  await until('there is a race', () => link.replica().race !== null);
  const bibs = [...link.replica().race!.sheet.riders.keys()];
  link.close();
  return { graphic: strap!.id, bibs };
}
