import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../../show/manifest.ts';
import { isTag } from '../../../show/replay.ts';
import { gddOf } from '../../../wire/foreign/gdd.ts';
import { ografId, ografManifest } from '../../../wire/foreign/ograf-manifest.ts';
import { type OgrafAnswer, problem, yes } from './answer.ts';
import { thumbnailsIn } from './built.ts';

/** The graphics of the desk as an OGraf server has them: all that a producer may take. */
export interface OgrafGraphics {
  /** By the id that controllers know it by; null where there is none. */
  manifest(id: unknown): Manifest | null;
  all(): OgrafAnswer;
  one(id: string): OgrafAnswer;
  thumbnail(id: string, file: string | null): Promise<OgrafAnswer>;
  brief(overlay: string): { readonly id: string; readonly name: string };
}

interface OgrafGraphicsOptions {
  readonly manifests: ReadonlyMap<string, Manifest>;
  /** Where a build puts what other renderers load: a folder for each graphic, with its manifest and its thumbnails. */
  readonly folder: string;
  readonly version: string;
  /** Since when this desk offers them, as ISO 8601 has it. */
  readonly since: string;
}

export function createOgrafGraphics({ manifests, folder, version, since }: OgrafGraphicsOptions): OgrafGraphics {
  const known = [...manifests.values()].filter((one) => !isTag(one));
  const manifest = (id: unknown) => known.find((one) => ografId(one.id) === id) ?? null;
  const none = (id: string) =>
    problem(404, `There is no graphic "${id.slice(0, 80)}": GET /ograf/v1/graphics lists them.`);
  const asManifest = (one: Manifest) => {
    const thumbnails = thumbnailsIn(join(folder, one.id));
    const about = { version, main: MAIN, ...(thumbnails.length > 0 && { thumbnails }) };
    // Where the race comes from and how it is drawn, the pages of a desk know by themselves.
    return { ...ografManifest(one, about), schema: gddOf(one) };
  };
  return {
    manifest,
    all() {
      const graphics = known.map((one) => {
        const { id, name, description, thumbnails } = asManifest(one);
        return { id, name, description, ...(thumbnails && { thumbnails }) };
      });
      return yes({ graphics });
    },
    one(id) {
      const one = manifest(id);
      const metadata = { createdAt: since, createdBy: { name: 'Ardoise' } };
      return one ? yes({ graphic: asManifest(one), metadata }) : none(id);
    },
    async thumbnail(id, file) {
      const one = manifest(id);
      if (!one) return none(id);
      const files = thumbnailsIn(join(folder, one.id)).map((thumbnail) => thumbnail.file);
      // Only what the build has listed: no path leads out of the folder.
      const asked = file === null ? files[0] : files.find((name) => name === file);
      if (asked === undefined) return problem(404, noThumbnail(one.title, files));
      try {
        const bytes = await readFile(join(folder, one.id, asked));
        return { status: 200, body: { type: typeOf(asked), bytes } };
      } catch {
        return problem(404, `The thumbnail "${asked}" of ${one.title} cannot be read: build the graphics again.`);
      }
    },
    brief: (overlay) => ({ id: ografId(overlay), name: manifests.get(overlay)?.title ?? overlay }),
  };
}

/** The module of a graphic, beside its manifest. */
const MAIN = 'graphic.mjs';

const typeOf = (file: string): string => `image/${file.slice(file.lastIndexOf('.') + 1).replace('jpg', 'jpeg')}`;

const noThumbnail = (title: string, files: readonly string[]): string =>
  files.length === 0
    ? `There is no thumbnail of ${title}: "npm run build" makes them.`
    : `There is no such thumbnail of ${title}; there are ${files.join(', ')}.`;
