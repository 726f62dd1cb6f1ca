import { join } from 'node:path';
import { buildGraphics } from '../../src/desk/site/graphics/build-graphics.ts';
import { makeThumbnails } from '../golden/make-thumbnails.ts';
import { emptyFolder } from '../support/desk.ts';

/** What `npm run build` makes for other hosts, in a folder of its own; `ARDOISE_GRAPHICS` names one that is built already. */
export async function builtGraphics(): Promise<string> {
  const given = process.env.ARDOISE_GRAPHICS;
  if (given) return given;
  const outDir = await emptyFolder();
  await makeThumbnails(outDir);
  await buildGraphics(join(import.meta.dirname, '../..'), outDir);
  return outDir;
}
