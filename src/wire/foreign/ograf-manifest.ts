import type { Manifest } from '../../show/manifest.ts';
import { type GddObject, gddOf } from './gdd.ts';
import { withHostFields } from './host-fields.ts';

/** What an OGraf renderer reads of a graphic before it loads it: `<id>.ograf.json`, of the specification's first version. */
export interface OgrafManifest {
  readonly $schema: string;
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
  readonly author: { readonly name: string };
  readonly main: string;
  /** -1 where nobody knows it before. */
  readonly stepCount: number;
  readonly schema: GddObject;
  readonly supportsRealTime: true;
  readonly supportsNonRealTime: true;
  readonly thumbnails?: readonly {
    readonly file: string;
    readonly resolution: { readonly width: number; readonly height: number };
  }[];
}

const SCHEMA = 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json';

/** Renderers make a custom element of that name: lower case, with a hyphen. */
export const ografId = (overlay: string): string => `org.ardoise.${overlay}`;

/** `main` is the file of its code, beside it. */
export const ografManifest = (
  manifest: Manifest,
  about: { readonly version: string; readonly main: string; readonly thumbnails?: OgrafManifest['thumbnails'] },
): OgrafManifest => ({
  $schema: SCHEMA,
  id: ografId(manifest.id),
  version: about.version,
  name: manifest.title,
  description: `${manifest.title}: a graphic of Ardoise, live television graphics for cycling.`,
  author: { name: 'Ardoise' },
  main: about.main,
  stepCount: typeof manifest.steps === 'number' ? manifest.steps : -1,
  schema: gddOf(withHostFields(manifest)),
  supportsRealTime: true,
  supportsNonRealTime: true,
  ...(about.thumbnails && { thumbnails: about.thumbnails }),
});
