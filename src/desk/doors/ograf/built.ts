import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf, recordOf, recordsOf } from '../../feeds/json.ts';

interface Thumbnail {
  readonly file: string;
  readonly resolution: { readonly width: number; readonly height: number };
}

/** What of a graphic lies beside its manifest where a build was made; nothing where there was none. */
export function thumbnailsIn(folder: string): readonly Thumbnail[] {
  return recordsOf(builtManifest(folder)?.thumbnails).flatMap(({ file, resolution }) => {
    const { width, height } = recordOf(resolution) ?? {};
    const isInside = typeof file === 'string' && PICTURE_FILE.test(file) && !file.includes('..');
    if (!isInside || typeof width !== 'number' || typeof height !== 'number') return [];
    return [{ file, resolution: { width, height } }];
  });
}

function builtManifest(folder: string) {
  try {
    const name = readdirSync(folder).find((one) => one.endsWith('.ograf.json'));
    return name === undefined ? null : recordOf(jsonOf(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return null;
  }
}

const PICTURE_FILE = /^\w[\w./-]*\.(png|webp|jpg)$/;
