import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StillHead } from '../../wire/crew/report.ts';
import type { Notices } from '../notices.ts';

/** The stills of one tape, in a folder beside it. */
export interface StillFolder {
  /** The name of its file, or null where it could not be written: the show goes on. */
  put(n: number, overlay: string, kind: StillHead['kind'], bytes: Uint8Array): Promise<string | null>;
  /** Null where it is not there. */
  read(name: string): Promise<Uint8Array | null>;
}

/** A desk without a folder keeps none. */
export const noStills: StillFolder = { put: async () => null, read: async () => null };

/** The newest rows of a long day have none: so many of 60 kB at most are 240 MB, and of 10 kB, as most are, 40 MB. */
const MOST = 4000;

/** `2026-07-12-race.ndjson` has its stills in `2026-07-12-race.stills`. */
export function stillFolder(tape: string, notices: Pick<Notices, 'add'>): StillFolder {
  const folder = `${tape.replace(/\.ndjson$/, '')}.stills`;
  let kept: number | null = null;
  return {
    async put(n, overlay, kind, bytes) {
      kept ??= (await readdir(folder).catch(() => [])).length;
      if (kept >= MOST) return null;
      const name = `${String(n).padStart(4, '0')}-${overlay.replaceAll(/[^\w-]/g, '')}.${kind}`;
      const file = join(folder, name);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(file, bytes);
        kept += 1;
        return name;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        notices.add('warning', `A still of what is on air could not be kept (${why}): make room; the show goes on.`);
        // Half a picture is none.
        await rm(file, { force: true }).catch(() => {});
        return null;
      }
    },
    read: (name) => readFile(join(folder, name)).catch(() => null),
  };
}
