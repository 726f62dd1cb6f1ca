import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest } from '../show/manifest.ts';

/** What can be put on air: every folder of `overlays/` says it in its manifest. */
export async function readManifests(folder: string): Promise<ReadonlyMap<string, Manifest>> {
  const ids = existsSync(folder) ? readdirSync(folder) : [];
  const files = ids.map((id) => join(folder, id, 'manifest.ts')).filter(existsSync);
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  return new Map(modules.map(({ default: manifest }: { default: Manifest }) => [manifest.id, manifest]));
}
