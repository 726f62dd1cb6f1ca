import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from '../../../show/manifest.ts';
import { ografManifest } from '../../../wire/foreign/ograf-manifest.ts';
import { readManifests } from '../../manifests.ts';
import { bundled } from './bundle.ts';
import { casparPage } from './caspar-page.ts';
import { packedStillRace } from './still-race.ts';
import { THUMBNAIL } from './thumbnail-size.ts';

/** More than this, gzipped, is too much for the hosts of OGraf. */
const MOST_BYTES = 220_000;
const MAIN = 'graphic.mjs';

/** What was built of one graphic, in bytes. */
export interface BuiltGraphic {
  readonly id: string;
  readonly ograf: number;
  readonly ografGzipped: number;
  readonly caspar: number;
  readonly casparGzipped: number;
  readonly hasThumbnail: boolean;
}

/**
 * Every graphic for hosts that are not ours: `ograf/<id>/`, with the thumbnail that lies there already, and
 * `caspar/<id>.html`. Throws with one sentence where one is too large.
 */
export async function buildGraphics(root: string, outDir: string): Promise<readonly BuiltGraphic[]> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const made = { version, texts: { STILL_RACE: packedStillRace() } };
  const built: BuiltGraphic[] = [];
  for (const manifest of (await readManifests(join(root, 'overlays'))).values())
    built.push(await buildGraphic(root, outDir, manifest, made));
  const tooLarge = built.filter(({ ografGzipped }) => ografGzipped > MOST_BYTES);
  if (tooLarge.length > 0) {
    const which = tooLarge.map(({ id, ografGzipped }) => `${id} (${kilobytes(ografGzipped)})`).join(', ');
    throw new Error(
      `A module of OGraf may have ${kilobytes(MOST_BYTES)} gzipped, and these have more: ${which}. Leave out more in src/desk/site/graphics/left-out.ts, or letters in src/stage/kit/font-family.ts.`,
    );
  }
  return built;
}

/** The same in each. */
interface Made {
  readonly version: string;
  readonly texts: Readonly<Record<string, string>>;
}

async function buildGraphic(
  root: string,
  outDir: string,
  manifest: Manifest,
  { version, texts }: Made,
): Promise<BuiltGraphic> {
  const { id } = manifest;
  const folder = join(outDir, 'ograf', id);
  const pages = join(outDir, 'caspar');
  await Promise.all([mkdir(folder, { recursive: true }), mkdir(pages, { recursive: true })]);
  const [module, script] = await Promise.all([
    bundled(root, ografEntry(id), 'es', texts),
    bundled(root, casparEntry(id), 'iife', texts),
  ]);
  const page = casparPage(manifest, script);
  const { file, width, height } = THUMBNAIL;
  const hasThumbnail = existsSync(join(folder, file));
  const about = {
    version,
    main: MAIN,
    ...(hasThumbnail && { thumbnails: [{ file, resolution: { width, height } }] }),
  };
  await Promise.all([
    writeFile(join(folder, MAIN), module),
    writeFile(join(folder, `${id}.ograf.json`), `${JSON.stringify(ografManifest(manifest, about), null, 2)}\n`),
    writeFile(join(pages, `${id}.html`), page),
  ]);
  const size = (text: string) => Buffer.byteLength(text);
  return {
    id,
    ograf: size(module),
    ografGzipped: gzipSync(module).length,
    caspar: size(page),
    casparGzipped: gzipSync(page).length,
    hasThumbnail,
  };
}

export const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} KB`;

/** Texts of their own: what is imported here is imported by what they become, and not by the desk. */
const later = (...modules: readonly string[]): string =>
  `Promise.all([${modules.map((module) => `import(${JSON.stringify(module)})`).join(', ')}])`;
const whenAsked = (id: string, ...hosts: readonly string[]): string =>
  `async () => { const [{ default: overlay }, ...hosts] = await ${later(`/overlays/${id}/index.ts`, ...hosts.map((host) => `/src/host/foreign/${host}.ts`))}; return Object.assign({ overlay }, ...hosts); }`;
const beginning = (what: string, module: string): string => `import { ${what} } from${JSON.stringify(module)};`;

const ografEntry = (id: string): string =>
  `${beginning('ografElement', '/src/host/foreign/ograf-element.ts')} export default ografElement(${whenAsked(id, 'session', 'frame-by-frame')});`;
const casparEntry = (id: string): string =>
  `${beginning('startFile', '/src/host/foreign/caspar.ts')} startFile(${whenAsked(id, 'session')});`;
