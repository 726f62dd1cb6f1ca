import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

/** What obs-browser dispatches in a source, with what it puts into the details. */
const say = (page: Page, event: string, detail: object) =>
  page.evaluate(([name, its]) => void dispatchEvent(new CustomEvent(name, { detail: its })), [event, detail] as const);

const probe = (page: Page) => page.evaluate(() => ({ ...window.ardoise! }));

describe('two browser sources of one OBS', () => {
  let both: DeskAndBrowser;
  let sources: Page[];

  beforeAll(async () => {
    both = await startDeskAndBrowser({ viewport: { width: 960, height: 540 } });
    sources = [await both.opened('?show=program'), await both.opened('?show=program')];
    // From here on they hear.
    for (const page of sources) await page.waitForFunction(() => window.ardoise !== undefined);
  });
  afterAll(() => both?.end());

  const state = async () => (await fetch(`${both.url}api/state`)).json();
  const life = (page: Page, id: string, wanted: string | undefined) =>
    expect.poll(async () => (await probe(page)).lives[id]).toBe(wanted);
  /** obs-websocket's `emit_event` reaches every source. */
  const emit = (detail: object) => Promise.all(sources.map((page) => say(page, 'ardoise', detail)));

  it('tell the desk once what both hear, with its values', async () => {
    await emit({ do: 'take-direct', overlay: 'gap-ticker', params: { groups: 3 } });
    for (const page of sources) await life(page, 'gap-ticker', 'on');
    await emit({ do: 'next', overlay: 'gap-ticker' });
    await expect.poll(async () => (await state())['gap-ticker_step'] ?? 'none').toBe(2);
    // Had both told, it would go on.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await state()).toMatchObject({ 'gap-ticker_step': 2, onAir: 'gap-ticker' });
  });

  it('draw nothing while hidden, tell the desk so, and stand in the first frame when they are shown', async () => {
    const [source, other] = sources as [Page, Page];
    await say(source, 'obsSceneChanged', { name: 'Finish', width: 1920, height: 1080 });
    await say(source, 'obsSourceVisibleChanged', { visible: false });
    const before = await probe(source);
    await emit({ do: 'toggle', overlay: 'gap-ticker' });
    await emit({ do: 'take-direct', overlay: 'gradient-profile' });
    await life(other, 'gradient-profile', 'on');
    await life(other, 'gap-ticker', undefined);
    const hidden = await probe(source);
    expect([hidden.frames, hidden.renders]).toEqual([before.frames, before.renders]);
    await source.evaluate(() => {
      const seen = { lives: [] as string[] };
      Object.assign(window, { seen });
      const look = () => {
        seen.lives.push(JSON.stringify(window.ardoise!.lives));
        if (seen.lives.length < 30) requestAnimationFrame(look);
      };
      dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: true } }));
      requestAnimationFrame(look);
    });
    const seen = async () =>
      (await source.evaluate(() => (window as unknown as { seen: { lives: string[] } }).seen)).lives;
    await expect.poll(async () => (await seen()).length).toBe(30);
    expect(new Set(await seen())).toEqual(new Set([JSON.stringify({ 'gradient-profile': 'on' })]));
  });

  it('obey OBS with the desk dead, and the desk again when it is back', async () => {
    await both.desk().kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await emit({ do: 'take-direct', overlay: 'gap-ticker' });
    await emit({ do: 'toggle', overlay: 'gradient-profile' });
    for (const page of sources) {
      await life(page, 'gradient-profile', undefined);
      await expect.poll(async () => Object.keys((await probe(page)).lives)).toEqual(['gap-ticker']);
    }
    await both.startAgain();
    for (const page of sources) {
      await life(page, 'gradient-profile', 'on');
      await life(page, 'gap-ticker', undefined);
    }
  });

  it('refuse in the console what is no command', async () => {
    const [source] = sources as [Page];
    const said: string[] = [];
    source.on('console', (message) => said.push(message.text()));
    await say(source, 'ardoise', { overlay: 'gap-ticker' });
    await say(source, 'ardoise', { do: 'fly', overlay: 'gap-ticker' });
    await expect.poll(() => said.join('\n')).toMatch(/without a command[\s\S]*does not do/);
  });
});
