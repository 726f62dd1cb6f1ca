import { join } from 'node:path';
import { makeThumbnails } from './make-thumbnails.ts';

/** The part of `npm run build` that needs a browser: a picture of each graphic, beside its module of OGraf. */
try {
  await makeThumbnails(join(import.meta.dirname, '../../dist'));
} catch (error) {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  console.error(`No thumbnails: the browser that draws them did not run (${why}). The graphics are built without.`);
}
