import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FeedKind, ParserOf } from './feed.ts';

/** What `--feed` may name, by name. */
export type FeedKinds = ReadonlyMap<string, FeedKind>;

/** Every folder here is a feed. */
export async function readFeedKinds(folder = import.meta.dirname): Promise<FeedKinds> {
  const files = readdirSync(folder)
    .map((name) => join(folder, name, 'index.ts'))
    .filter(existsSync);
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  return new Map(modules.map(({ default: kind }: { default: FeedKind }) => [kind.name, kind]));
}

/** "race-center#2" is read as any race center. */
export const parserIn =
  (kinds: FeedKinds): ParserOf =>
  (feed) =>
    kinds.get(feed.replace(/#\d+$/, ''))?.parser ?? null;
