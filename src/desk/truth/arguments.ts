import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../wire/result.ts';

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

/** What is to be measured, or one sentence on what is wrong. */
export function readTruthArguments(words: readonly string[]): Result<TruthArguments> {
  const given = valuesOf(words);
  if (!given.ok) return given;
  const { feed, json, help, course = null, track: trackText } = given.value;
  const track = trackText === undefined ? null : Number(trackText);
  if (track !== null && !(Number.isInteger(track) && track >= 1))
    return fail(`--track ${trackText} does not fit: give the number of a track, from 1.`);
  if (help) return ok({ file: null, json, course, track });
  if (feed === undefined) return fail('Nothing to measure: name a recording with --feed replay:<file>.');
  if (!feed.startsWith('replay:') || feed === 'replay:')
    return fail(`"${feed}" says no distances of its own to compare with: name a recording with --feed replay:<file>.`);
  return ok({ file: feed.slice('replay:'.length), json, course, track });
}

function valuesOf(words: readonly string[]) {
  try {
    const options = {
      feed: { type: 'string' },
      course: { type: 'string' },
      track: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return ok(parseArgs({ args: [...words], options }).values);
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return fail(`${sentence!.replace(/\.$/, '')}; --help lists what there is.`);
  }
}
