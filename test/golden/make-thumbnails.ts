import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright';
import { bundled } from '../../src/desk/site/graphics/bundle.ts';
import { THUMBNAIL } from '../../src/desk/site/graphics/thumbnail-size.ts';
import { chromium } from '../support/chromium.ts';

declare const window: { imported(url: string): Promise<{ thumbnail(id: string, options: object): Promise<string> }> };

const root = join(import.meta.dirname, '../..');

/** Draws every graphic into `<outDir>/ograf/<id>/`. The same scenes make the same files. */
export async function makeThumbnails(outDir: string, given?: Browser): Promise<void> {
  const code = await bundled(root, `export { thumbnail } from${JSON.stringify('/src/host/thumbnail.ts')};`, 'es');
  const ground = `data:image/svg+xml;base64,${readFileSync(join(import.meta.dirname, 'sheet-ground.svg'), 'base64')}`;
  const browser = given ?? (await playwright.launch(await chromium()));
  const page = await browser.newPage();
  // A page imports by itself: what is written here is rewritten on its way there.
  await page.setContent('<script>window.imported = (url) => import(url)</script>');
  const { file, ...size } = THUMBNAIL;
  for (const id of readdirSync(join(root, 'overlays'))) {
    const url = await page.evaluate(
      async ({ code, id, options }) => {
        const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
        const { thumbnail } = await window.imported(script);
        return thumbnail(id, options);
      },
      { code, id, options: { ...size, ground } },
    );
    const folder = join(outDir, 'ograf', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }
  await page.close();
  if (!given) await browser.close();
}
