import { join } from 'node:path';
import { readManifests } from '../../src/desk/manifests.ts';

const manifests = await readManifests(join(import.meta.dirname, '../../overlays'));

/** Those that have something to say of a race that a host sends. */
export const speaking = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => manifests.get(id)?.tells === undefined);
