import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

/** A camera that Chromium draws itself, and a user who allows it. */
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

describe('beneath the monitors of control, in a real browser', () => {
  let both: DeskAndBrowser;
  let control: Page;
  /** All that control has sent, by its sockets and its requests. */
  const sent: string[] = [];

  beforeAll(async () => {
    both = await startDeskAndBrowser({ chromiumArgs: FAKE_CAMERA, permissions: ['camera'] });
    control = await both.context.newPage();
    control.on('request', (request) => sent.push(request.postData() ?? ''));
    control.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await opened();
  });

  afterAll(() => both?.end());

  const opened = () => both.openedControl(control);
  const open = () => control.getByRole('button', { name: 'Beneath', exact: true }).click();
  const choices = () => control.getByRole('group', { name: 'Beneath the monitors' });
  const count = (what: string) => control.locator(`.screen > ${what}`).count();

  it('lies a still, kept by the browser over a reload, and sent to nobody', async () => {
    await open();
    await choices()
      .getByLabel('A still …')
      .setInputFiles({ name: 'crowd.png', mimeType: 'image/png', buffer: await png() });
    await expect.poll(() => count('img')).toBe(2);
    await opened();
    await expect.poll(() => count('img')).toBe(2);
    const isDrawn = () =>
      control
        .locator('.screen > img')
        .evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 0));
    await expect.poll(isDrawn).toBe(true);
    // The colour of the still shines through the frame, which is transparent.
    expect(await colorOf('program')).toEqual([255, 136, 0]);
    expect(sent.filter((text) => text.includes('data:image') || text.length > 20_000)).toEqual([]);
  });

  it('lies a camera, which is running again after a reload, and off when nothing is chosen', async () => {
    await open();
    await choices()
      .getByRole('button', { name: /fake_device/i })
      .first()
      .click();
    const isPlaying = () =>
      control
        .locator('.screen > video')
        .evaluateAll((all) => all.length === 2 && all.every((one) => (one as HTMLVideoElement).videoWidth > 0));
    await expect.poll(isPlaying).toBe(true);
    expect(await count('img')).toBe(0);
    await opened();
    await expect.poll(isPlaying).toBe(true);
    await open();
    await choices().getByRole('button', { name: 'Nothing', exact: true }).click();
    await expect.poll(() => count('video')).toBe(0);
  });

  /** An image of one colour. */
  async function png(): Promise<Buffer> {
    const page = await both.context.newPage();
    const shot = await page.setContent('<body style="background:#ff8800">').then(() => page.screenshot());
    await page.close();
    return shot;
  }

  /** Of the middle of a monitor, with nothing on air; a still is kept with a small loss. */
  async function colorOf(bus: string): Promise<number[]> {
    const shot = await control.getByRole('region', { name: bus, exact: true }).locator('.screen').screenshot();
    const color = await control.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const copy = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      copy.drawImage(bitmap, 0, 0);
      return [...copy.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data.slice(0, 3)];
    }, shot.toString('base64'));
    return color.map((value, i) => (Math.abs(value - [255, 136, 0][i]!) < 8 ? [255, 136, 0][i]! : value));
  }
});
