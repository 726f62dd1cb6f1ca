import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../wire/result.ts';
import { readArguments } from '../arguments.ts';
import { feedOf } from '../feed-of.ts';
import type { Playable } from '../feeds/feed.ts';
import type { FeedKinds } from '../feeds/kinds.ts';
import { isPlayable } from '../feeds/open.ts';
import builtIn from '../feeds/simulation/index.ts';
import { FIT_FILE } from '../history/fit-file.ts';

const RACE = /\.(nd)?json(\.gz)?$/;
/** What the desk keeps beside its tapes. */
const BESIDE = /^(rundowns|tokens|tape-names|phones-\d+)\.json$/;

/** The files of a folder that may be races, by name. */
export function raceFilesIn(folder: string): Result<readonly string[]> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return fail(`${folder} is no folder that can be read: name one with tapes or recordings.`);
  }
  const files = names.filter((name) => RACE.test(name) && name !== FIT_FILE && !BESIDE.test(name)).sort();
  if (files.length > 0) return ok(files.map((name) => join(folder, name)));
  return fail(`${folder} has no race: put tapes (.ndjson.gz) or recordings (.json, .json.gz) there.`);
}

/** A race as the desk plays it, with what was brought along to its tape. */
export function openRace(file: string, kinds: FeedKinds): Result<Playable> {
  const args = readArguments(['--feed', `replay:${file}`], kinds);
  if (!args.ok) return args;
  const opened = feedOf(args.value, kinds, () => {});
  if (!opened.ok) return opened;
  const { feed } = opened.value;
  if (feed.feeds.includes(builtIn.name)) return fail('this is the built-in race, which nobody rode; it was left out.');
  return isPlayable(feed) ? ok(feed) : fail(`${file} cannot be played.`);
}
