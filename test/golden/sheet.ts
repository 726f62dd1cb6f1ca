import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium as playwright } from 'playwright';
import { chromium } from '../support/chromium.ts';
import { laidOut, type Placed, SHEET_WIDTH } from './sheet-layout.ts';

/**
 * `npm run sheet`: every graphic on air, out of the kept pictures, over hills drawn for it: the first picture of
 * README. The same pictures make the same file.
 */
const KEPT = 'full.on-air.canvas.png';
const SHEET = 'assets/sheet.jpg';
const WIDTH = 1600;
const QUALITY = 90;

const root = join(import.meta.dirname, '../..');
const scale = WIDTH / SHEET_WIDTH;

const urls = readdirSync(join(root, 'overlays')).map(
  (id) => `data:image/png;base64,${readFileSync(join(root, 'test/golden', id, KEPT), 'base64')}`,
);

interface Part {
  readonly url: string;
  /** Of what is painted, in its picture. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Without what is transparent around it. */
function trimmed(page: Page, url: string): Promise<Part> {
  return page.evaluate(async (url) => {
    const image = await createImageBitmap(await (await fetch(url)).blob());
    const flat = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    flat.drawImage(image, 0, 0);
    const { data, width } = flat.getImageData(0, 0, image.width, image.height);
    const [xs, ys] = [new Set<number>(), new Set<number>()];
    for (let i = 0; i * 4 < data.length; i++) {
      if (data[i * 4 + 3] === 0) continue;
      xs.add(i % width);
      ys.add(Math.floor(i / width));
    }
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return { url, left, top, width: Math.max(...xs) + 1 - left, height: Math.max(...ys) + 1 - top };
  }, url);
}

function put(page: Page, part: Placed<Part>): Promise<void> {
  return page.evaluate(
    async ({ url, left, top, width, height, x, y, scale }) => {
      const image = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.style.cssText = `position:absolute;left:${Math.round(x * scale)}px;top:${Math.round(y * scale)}px`;
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height);
      document.body.append(canvas);
    },
    { ...part, scale },
  );
}

const browser = await playwright.launch(await chromium());
const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 } });
const ground = readFileSync(join(import.meta.dirname, 'sheet-ground.svg'), 'base64');
await page.setContent(`<body style="background: url(data:image/svg+xml;base64,${ground}) 0 0 / 100% 100vh">`);
const { placed, height } = laidOut(await Promise.all(urls.map((url) => trimmed(page, url))));
await page.setViewportSize({ width: WIDTH, height: Math.round(height * scale) });
for (const part of placed) await put(page, part);
const jpeg = await page.screenshot({ type: 'jpeg', quality: QUALITY });
writeFileSync(join(root, SHEET), jpeg);
console.log(`${SHEET}: ${placed.length} graphics, ${Math.ceil(jpeg.length / 1000)} kB`);
await browser.close();
