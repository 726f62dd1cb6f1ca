import { fail, ok, type Result } from '../../wire/result.ts';
import { readOptions, readTrack } from '../options.ts';

export interface TruthArguments {
  /** Null when help is asked for. */
  readonly file: string | null;
  readonly json: boolean;
  /** A road in a file; null leaves it to the recording. */
  readonly course: string | null;
  /** Which track of that file, from 1. */
  readonly track: number | null;
}

export const truthUsage = `How far is the engine from what an organiser says of his own riders?

  npm run truth -- --feed replay:<file> [--course <file>] [--json]

  --feed replay:<file>   a recording of the organiser, or a tape of his feed, gzipped or not
  --course <file>        the road (GPX, TCX or figures), where the recording has none, or a wrong one
  --track 2              which track of that file, where it has several
  --json                 one object instead of a table
  --help

The engine is fed latitude and longitude alone; distances and gaps of the recording are only compared with.`;

const options = {
  feed: { type: 'string' },
  course: { type: 'string' },
  track: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What is to be measured, or one sentence on what is wrong. */
export function readTruthArguments(words: readonly string[]): Result<TruthArguments> {
  const given = readOptions(words, options);
  if (!given.ok) return given;
  const { feed, json, help, course = null } = given.value;
  const asked = readTrack(given.value.track);
  if (!asked.ok) return asked;
  const track = asked.value;
  if (help) return ok({ file: null, json, course, track });
  if (feed === undefined) return fail('Nothing to measure: name a recording with --feed replay:<file>.');
  if (!feed.startsWith('replay:') || feed === 'replay:')
    return fail(`"${feed}" says no distances of its own to compare with: name a recording with --feed replay:<file>.`);
  return ok({ file: feed.slice('replay:'.length), json, course, track });
}
