import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRundowns } from '../../src/desk/rundown/defaults.ts';
import { connected, type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';
import { newerDesk } from '../support/newer-desk.ts';

const ids = ['position-tower', 'gradient-profile'];
const [rundown] = defaultRundowns('assets/rundowns');
const keyOf = (id: string) => `Digit${rundown!.items.find(({ overlay }) => overlay === id)!.key}`;

describe('from a key to the air, through a real desk and real pages', () => {
  let both: DeskAndBrowser;
  let program: Page;
  let control: Page;

  beforeAll(async () => {
    both = await startDeskAndBrowser();
    program = await both.opened('?show=program');
    await program.setViewportSize({ width: 960, height: 540 });
    control = await both.openedControl();
  });

  afterAll(() => both?.end());

  it('puts pixels on air with a key, and takes them away with the same key', async () => {
    expect(await painted(program)).toBe(0);
    await control.keyboard.press(`Shift+${keyOf('position-tower')}`);
    await life(program, 'position-tower', 'on');
    expect(await painted(program)).toBeGreaterThan(12_000);
    await control.getByText('On air: Positions').waitFor();
    await control.keyboard.press(`Shift+${keyOf('position-tower')}`);
    await life(program, 'position-tower', undefined);
    expect(await painted(program)).toBe(0);
  });

  it('shows in the preview what is cued, and takes it with Space', async () => {
    const preview = await both.opened('?show=preview');
    await control.keyboard.press(keyOf('gap-ticker'));
    await life(preview, 'gap-ticker', 'on');
    expect(await painted(program)).toBe(0);
    await control.keyboard.press('Space');
    await life(program, 'gap-ticker', 'on');
    await life(preview, 'gap-ticker', undefined);
    await preview.close();
  });

  it('brings back with Ctrl Z what an all-out took away, and edits the cue, not the air', async () => {
    expect(await painted(program)).toBeGreaterThan(0);
    await control.keyboard.press('Escape');
    await expect.poll(() => painted(program)).toBe(0);
    await control.getByRole('button', { name: 'Undo: all out' }).waitFor();
    await control.keyboard.press('Control+z');
    await life(program, 'gap-ticker', 'on');
    expect(await painted(program)).toBeGreaterThan(0);
    await control.keyboard.press('Control+Shift+Z');
    await expect.poll(() => painted(program)).toBe(0);
    await control.keyboard.press('Control+z');
    await life(program, 'gap-ticker', 'on');
  });

  it('shows the tag alone while a replay runs, also after a reload, and then what was taken', async () => {
    const state = async () => (await fetch(`${both.url}api/state`)).json();
    await control.keyboard.press('r');
    await life(program, 'replay-tag', 'on');
    await life(program, 'gap-ticker', undefined);
    await control.getByText('On air: Replay. Hidden: Gaps').waitFor();
    await expect.poll(state).toMatchObject({ onAir: 'replay-tag', wished: 'gap-ticker', replay: true });
    await program.reload();
    await life(program, 'replay-tag', 'on');
    expect(await program.evaluate(() => window.ardoise!.lives)).toEqual({ 'replay-tag': 'on' });
    const monitor = control.frames().find((frame) => frame.url().includes('show=program'))!;
    expect(await monitor.evaluate(() => window.ardoise!.lives)).toEqual({ 'replay-tag': 'on' });
    // A page that obeys a host has no show: it draws what its host plays.
    for (const id of ['gap-ticker', 'replay-tag']) {
      const alone = await both.opened(`?overlay=${id}`);
      await life(alone, id, 'on');
      await alone.close();
    }
    await control.getByRole('button', { name: 'REPLAY: R ends it' }).click();
    await life(program, 'gap-ticker', 'on');
    await life(program, 'replay-tag', undefined);
    await expect.poll(state).toMatchObject({ onAir: 'gap-ticker', replay: false });
  });

  it('agrees between two controls', async () => {
    const second = await both.openedControl();
    await second.keyboard.press(`Shift+${keyOf('gradient-profile')}`);
    await life(program, 'gradient-profile', 'on');
    await control.getByText(/On air: .*Profile/).waitFor();
    await control.keyboard.press(`Shift+${keyOf('gradient-profile')}`);
    await life(program, 'gradient-profile', undefined);
    await second.close();
  });

  it('walks all pages of the tower, as many as control counts, beside a strap', async () => {
    for (const id of ['position-tower', 'rider-strap']) {
      await control.keyboard.press(`Shift+${keyOf(id)}`);
      await life(program, id, 'on');
    }
    await control.getByRole('listitem', { name: 'Positions', exact: true }).getByText('Positions').click();
    await control.getByRole('button', { name: 'Road' }).click();
    await control.keyboard.press('u');
    const form = control.getByRole('article', { name: 'Positions' });
    const layer = form.locator('.layer');
    await form.getByText(/step 1 of 1\d/).waitFor();
    const steps = Number(/of (\d+)/.exec((await layer.textContent()) ?? '')?.[1]);
    for (let step = 2; step <= steps; step++) {
      await control.keyboard.press('ArrowRight');
      await form.getByText(`step ${step} of ${steps}`).waitFor();
      expect(await painted(program)).toBeGreaterThan(25_000);
    }
    await control.getByRole('button', { name: 'Next: Positions' }).and(control.locator(':disabled')).waitFor();
    await control.keyboard.press('Escape');
    for (const id of ['position-tower', 'rider-strap']) await life(program, id, undefined);
  });

  it('comes back from a reload with the same picture, at once', async () => {
    await control.keyboard.press(`Shift+${keyOf('position-tower')}`);
    await control.keyboard.press(`Shift+${keyOf('gradient-profile')}`);
    for (const id of ids) await life(program, id, 'on');
    await program.reload();
    await program.waitForFunction((count) => Object.keys(window.ardoise?.lives ?? {}).length === count, ids.length);
    expect(await program.evaluate(() => Object.values(window.ardoise!.lives))).toEqual(ids.map(() => 'on'));
    expect(await painted(program)).toBeGreaterThan(50_000);
  });

  it('holds the picture while the desk is dead, and catches up when it is back', async () => {
    await both.desk().kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await painted(program)).toBeGreaterThan(50_000);
    await both.startAgain();
    expect(both.desk().output()).toMatch(/taken up again/);
    const before = await program.evaluate(() => window.ardoise!.renders);
    await program.waitForFunction((n) => window.ardoise!.renders > n, before);
    expect(await program.evaluate(() => Object.values(window.ardoise!.lives))).toEqual(ids.map(() => 'on'));
  });

  it('is clean after one panic key, and takes nothing until the same key releases it', async () => {
    await connected(control);
    await control.keyboard.press('Shift+Escape');
    await expect.poll(() => painted(program)).toBe(0);
    expect(await program.evaluate(() => window.ardoise!.lives)).toEqual({});
    await control.getByRole('button', { name: 'CLEAN: Shift Esc to release' }).waitFor();
    await control.keyboard.press(`Shift+${keyOf('gap-ticker')}`);
    await control
      .getByRole('alert')
      .getByText(/release it first/)
      .waitFor();
    await control.keyboard.press('Shift+Escape');
    await control.getByRole('button', { name: 'CLEAN' }).waitFor({ state: 'detached' });
    await control.keyboard.press(`Shift+${keyOf('gap-ticker')}`);
    await life(program, 'gap-ticker', 'on');
  });

  it('is cleaned by the panic with the desk dead, and stays clean when the desk is back and is told', async () => {
    const alone = await both.opened('?overlay=gradient-profile');
    await life(alone, 'gradient-profile', 'on');
    await control.keyboard.press(keyOf('position-tower'));
    const preview = control.frames().find((frame) => frame.url().includes('show=preview'))!;
    await life(preview, 'position-tower', 'on');
    await both.desk().kill('SIGKILL');
    await control.getByRole('banner').getByText('Desk lost, trying again').waitFor();
    expect(await painted(program)).toBeGreaterThan(250);
    await control.keyboard.press('Shift+Escape');
    await expect.poll(() => painted(program)).toBe(0);
    await expect.poll(() => painted(alone)).toBe(0);
    expect(await preview.evaluate(() => window.ardoise!.lives)).toEqual({ 'position-tower': 'on' });

    const seen: number[] = [];
    await both.startAgain();
    const told = control.getByRole('button', { name: 'CLEAN: Shift Esc to release' }).waitFor();
    let waiting = true;
    void told.finally(() => {
      waiting = false;
    });
    while (waiting) seen.push(await painted(program));
    await told;
    expect(Math.max(...seen, await painted(program))).toBe(0);
    expect(await (await fetch(`${both.url}api/state`)).json()).toMatchObject({ latched: true });
    await control.keyboard.press('Shift+Escape');
    await control.keyboard.press(`Shift+${keyOf('gap-ticker')}`);
    await life(program, 'gap-ticker', 'on');
    await alone.close();
  });

  it('loads itself anew, once, when the desk is replaced by one of another protocol', async () => {
    await both.desk().kill('SIGINT');
    const newer = await newerDesk(both.options.port, '<!doctype html><title>The newer page</title>');
    try {
      for (const page of [program, control]) await page.waitForFunction(() => document.title === 'The newer page');
      expect(newer.asked.filter((path) => path === '/?show=program')).toHaveLength(1);
      expect(newer.asked.filter((path) => path === '/')).toHaveLength(1);
    } finally {
      await newer.stop();
    }
  });
});

/** Waits until a graphic of the page is in this state of its life; undefined is off. */
const life = (page: Page | Frame, id: string, state: string | undefined) =>
  page.waitForFunction(([id, state]) => window.ardoise?.lives[id as string] === state, [id, state] as const);

/** How many pixels of the page are not 0,0,0,0: as a keyer would see it. */
async function painted(page: Page): Promise<number> {
  const png = await page.screenshot({ omitBackground: true });
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const copy = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    copy.drawImage(bitmap, 0, 0);
    const { data: pixels } = copy.getImageData(0, 0, bitmap.width, bitmap.height);
    return new Uint32Array(pixels.buffer).reduce((count, pixel) => count + (pixel === 0 ? 0 : 1), 0);
  }, png.toString('base64'));
}
