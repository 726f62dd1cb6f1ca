import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aired } from '../../src/wire/crew/aired.ts';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

const WIDTH = 640;
const HEIGHT = 360;

describe('what was on air, by pages of a real browser', () => {
  let both: DeskAndBrowser;
  const api = (path: string) => fetch(`${both.url}api/${path}`);
  const rows = async () => ((await (await api('as-run')).json()) as { rows: readonly Aired[] }).rows;
  const newest = async () => (await rows()).at(-1);

  beforeAll(async () => {
    both = await startDeskAndBrowser({ viewport: { width: 1920, height: 1080 } });
    await api('freeze');
  });
  afterAll(() => both?.end());

  it.each(['canvas', 'webgl'])(
    'has a still of each take, as %s draws it, transparent, and its words',
    async (renderer) => {
      const program = await both.opened(`?show=program&renderer=${renderer}`);
      await program.waitForFunction(() => window.ardoise !== undefined);
      await api('take-direct?overlay=position-tower');
      await expect.poll(newest, { timeout: 60_000 }).toMatchObject({ overlay: 'position-tower', toAt: null, pages: 1 });
      await expect
        .poll(async () => (await newest())?.still, { timeout: 60_000 })
        .toMatch(/^\d{4}-position-tower\.webp$/);
      const { n, words } = (await newest())!;
      expect(words?.first.length).toBeGreaterThan(3);
      expect(words?.first.join('\n')).toMatch(/^\S.*\n1 .+/);

      const answer = await api(`still?n=${n}`);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      const still = await pixelsOf(program, Buffer.from(await answer.arrayBuffer()).toString('base64'));
      const screen = await program.screenshot({ omitBackground: true });
      const shown = await pixelsOf(program, screen.toString('base64'));
      expect(shown.filter((value, i) => i % 4 === 3 && value > 200).length).toBeGreaterThan(5000);
      expect(still.filter((value, i) => i % 4 === 3 && value === 0).length).toBeGreaterThan(100_000);
      expect(differing(still, shown)).toBeLessThan(0.01);

      await api('out?overlay=position-tower');
      await expect.poll(async () => (await newest())?.toAt, { timeout: 60_000 }).not.toBeNull();
      await program.close();
    },
  );
});

/** A picture as it is at 640 x 360: four values a pixel, as a browser reads them. */
const pixelsOf = (page: Page, base64: string): Promise<number[]> =>
  page.evaluate(
    async ([data, width, height]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture, 0, 0, width, height);
      return [...context.getImageData(0, 0, width, height).data];
    },
    [base64, WIDTH, HEIGHT] as const,
  );

/** The share of pixels that look otherwise on black, more than compression makes of them. */
function differing(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    const seen = [0, 1, 2].map((c) => Math.abs(a[i + c]! * (a[i + 3]! / 255) - b[i + c]! * (b[i + 3]! / 255)));
    if (Math.max(...seen, Math.abs(a[i + 3]! - b[i + 3]!)) > 64) count += 1;
  }
  return count / (a.length / 4);
}
