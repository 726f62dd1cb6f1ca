import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { type Page, chromium as playwright } from 'playwright';
import { expect, test } from 'vitest';
import { chromium } from '../support/chromium.ts';
import type { Hosts } from './ograf-suite.ts';
import { speaking } from './speaking.ts';

/** As CasparCG's own client sends values. */
const xmlOf = (data: object): string => {
  const escaped = (value: unknown) =>
    String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const one = ([name, value]: [string, unknown]) =>
    `<componentData id="${name}"><data id="text" value="${escaped(value)}"/></componentData>`;
  return `<templateData>${Object.entries(data).map(one).join('')}</templateData>`;
};

interface Playout extends Window {
  remove(): void;
  removed?: number;
  painted(): number;
  dirty?: number;
}
declare const window: Playout;

/** What CasparCG is to a page before its first script; and what a test asks of it. */
function inCaspar(): void {
  window.caspar = window.casparcg = {};
  window.removed = 0;
  window.remove = () => {
    window.removed = (window.removed ?? 0) + 1;
  };
  window.dirty = 0;
  addEventListener('DOMContentLoaded', () => {
    const seen = new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof HTMLElement && target.style.width === '1px') window.dirty!++;
    });
    seen.observe(document, { subtree: true, attributes: true, attributeFilter: ['style'] });
  });
}

function canCount(): void {
  window.painted = () => {
    let count = 0;
    for (const canvas of document.querySelectorAll('canvas')) {
      if (canvas.width * canvas.height === 0) continue;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
    }
    return count;
  };
}

/** A page in one file, opened from the disk by a browser that has no GPU. */
const opened = async (page: Page, folder: string, id: string, query = '') => {
  await page.goto(pathToFileURL(join(folder, 'caspar', `${id}.html`)).href + query, { waitUntil: 'commit' });
};

export function casparSuite(ids: readonly string[], hosts: () => Hosts): void {
  test.each(ids)('caspar/%s.html is one file, and may be read where nothing is drawn', (id) => {
    const html = readFileSync(join(hosts().folder, 'caspar', `${id}.html`), 'utf8');
    expect(html).not.toMatch(/<(script|img|iframe)[^>]*\ssrc=|<link\b|type="module"/);
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
    expect(scripts.length).toBe(3);
    // As SPX imports it: the scripts run, and there is next to nothing of a browser.
    const errors: unknown[] = [];
    const window: Record<string, unknown> = { console: { error: (error: unknown) => errors.push(error) } };
    Object.assign(window, { window, document: { querySelector: () => null }, location: { search: '' } });
    const context = createContext(window);
    for (const code of scripts) runInContext(code, context);
    for (const name of ['update', 'play', 'stop', 'next']) expect(window[name]).toBeTypeOf('function');
    expect(errors).toEqual([]);
    const { DataFields, steps, webplayout } = window.SPXGCTemplateDefinition as Record<string, string & unknown[]>;
    expect(DataFields!.length).toBeGreaterThan(0);
    expect(Number(steps)).toBeGreaterThanOrEqual(1);
    expect(Number(webplayout)).toBeLessThanOrEqual(5);
    const [, gdd = ''] =
      /<script name="graphics-data-definition" type="application\/json\+gdd">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(gdd)).toMatchObject({ type: 'object', gddPlayoutOptions: { client: { dataformat: 'json' } } });
  });

  test('plays what CasparCG says in the first millisecond, from the disk, without WebGL', async () => {
    const launch = await chromium();
    const browser = await playwright.launch({
      ...launch,
      args: [...(launch.args ?? []), '--disable-gpu', '--disable-3d-apis'],
    });
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const errors: string[] = [];
    const played = async (id: string) => {
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.addInitScript(inCaspar);
      await page.addInitScript(canCount);
      const values = hosts().drawnWith.get(id)!;
      for (const data of [JSON.stringify(values), xmlOf(values)]) {
        await opened(page, hosts().folder, id);
        // `CG ADD` with play: an update whatever there is to say, and at once the command.
        await page.evaluate((data) => {
          window.update('');
          window.update(data);
          window.play();
        }, data);
        await page.waitForFunction(() => window.painted() > 1000);
        await page.evaluate(() => {
          window.next();
          window.stop();
        });
        await page.waitForFunction(() => window.painted() === 0);
        // After it has gone the page stays, and plays again.
        await page.evaluate(() => window.play());
        await page.waitForFunction(() => window.painted() > 1000);
      }
      const [removed, gl] = await page.evaluate(() => [
        window.removed,
        document.createElement('canvas').getContext('webgl'),
      ]);
      expect([removed, gl], id).toEqual([0, null]);
      await page.close();
    };
    const all = speaking(ids);
    for (let i = 0; i < all.length; i += 4) await Promise.all(all.slice(i, i + 4).map(played));
    expect(errors).toEqual([]);
    await browser.close();
  });

  test('CasparCG sees three frames more after each end of an animation, and nobody else does', async () => {
    const id = ids[0]!;
    const page = await hosts().browser.newPage();
    await page.addInitScript(inCaspar);
    await page.addInitScript(canCount);
    const dirtyAfterPlay = async () => {
      await opened(page, hosts().folder, id);
      await page.evaluate((desk) => {
        window.update({ desk });
        window.play();
      }, hosts().deskUrl);
      await page.waitForFunction(() => window.painted() > 1000);
      await page.waitForTimeout(900);
      return page.evaluate(() => window.dirty ?? 0);
    };
    expect(await dirtyAfterPlay()).toBeGreaterThanOrEqual(3);
    await page.addInitScript(() => {
      window.caspar = window.casparcg = undefined;
    });
    expect(await dirtyAfterPlay()).toBe(0);
    await page.close();
  });

  test('shows the built-in race with ?preview, as SPX opens its own, and nothing without', async () => {
    const page = await hosts().browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(canCount);
    const played = async (query: string) => {
      await opened(page, hosts().folder, 'gap-ticker', query);
      await page.evaluate(() => {
        window.update({ desk: '', race: '', preview: '0' });
        window.play();
      });
    };
    for (const query of ['?preview', '?layers=[1]&preview=true']) {
      await played(query);
      await page.waitForFunction(() => window.painted() > 1000);
    }
    for (const query of ['', '?preview=false']) {
      await played(query);
      await page.waitForTimeout(1500);
      expect(await page.evaluate(() => window.painted()), query).toBe(0);
    }
    await page.close();
  });

  test('SPX plays it in a frame of its own, with values as texts and its own words in the address', async () => {
    const { browser, url, drawnWith } = hosts();
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(canCount);
    await page.goto(url);
    const played = async (id: string) => {
      const frame = `${url}caspar/${id}.html?random=7&preview=true&layers=[1]&name=SPX`;
      const values = { ...drawnWith.get(id), trend: '1', groups: '3', epochID: 1 };
      await page.evaluate(
        ({ frame, id, values }) =>
          new Promise<void>((resolve) => {
            const layer = Object.assign(document.createElement('iframe'), { src: frame, name: id });
            layer.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
            layer.addEventListener('load', () => {
              const its = layer.contentWindow as unknown as Playout;
              its.update(JSON.stringify(values));
              its.play();
              its.next();
              resolve();
            });
            document.body.append(layer);
          }),
        { frame, id, values },
      );
      const layer = page.frame(id)!;
      await layer.waitForFunction(() => window.painted() > 1000);
      await layer.evaluate(() => window.stop());
      await layer.waitForFunction(() => window.painted() === 0);
    };
    await Promise.all(speaking(ids).map(played));
    expect(errors).toEqual([]);
    await page.close();
  });
}
