import { join } from 'node:path';
import { type BuiltGraphic, buildGraphics, kilobytes } from './build-graphics.ts';

/*
 * The end of `npm run build`: every graphic for OGraf, CasparCG and SPX, in `dist/` beside the pages. The desk builds its
 * own pages and none of these.
 */

const root = join(import.meta.dirname, '../../../..');
const outDir = join(root, 'dist');

const line = ({ id, ograf, ografGzipped, caspar, casparGzipped, hasThumbnail }: BuiltGraphic): string =>
  [
    `ograf/${id}/`.padEnd(26),
    `${kilobytes(ograf)}, gzipped ${kilobytes(ografGzipped)}${hasThumbnail ? '' : ', no thumbnail'}`.padEnd(34),
    `caspar/${id}.html`.padEnd(30),
    `${kilobytes(caspar)}, gzipped ${kilobytes(casparGzipped)}`,
  ].join(' ');

try {
  const built = await buildGraphics(root, outDir);
  process.stdout.write(`${built.map(line).join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
