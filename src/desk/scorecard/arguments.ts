import { fail, ok, type Result } from '../../wire/result.ts';
import { readOptions, readTrack } from '../options.ts';

export interface ScorecardArguments {
  readonly help: boolean;
  /** A recording or a tape; null is the built-in race. */
  readonly file: string | null;
  readonly json: boolean;
  /** A road in a file; null leaves it to the recording. */
  readonly course: string | null;
  /** Which track of that file, from 1. */
  readonly track: number | null;
  /** A folder of earlier races; null forecasts by what the desk has of its own. */
  readonly history: string | null;
}

export const scorecardUsage = `What became of what was forecast?

  npm run scorecard -- --feed replay:<file> [--course <file>] [--json]

  --feed replay:<file>   a recording of an organiser, or a tape, gzipped or not
  --feed built-in        the built-in race (default): it checks the way there, not the forecasts
  --course <file>        the road (GPX, TCX or figures), where the recording has none, or a wrong one
  --track 2              which track of that file, where it has several
  --history <folder>     forecasts by earlier races, as the desk makes them with it
  --json                 one object instead of a table
  --help

The race is played through the engine as fast as it goes, and what was forecast is compared with what was measured later.`;

const options = {
  feed: { type: 'string', default: 'built-in' },
  course: { type: 'string' },
  track: { type: 'string' },
  history: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What is to be scored, or one sentence on what is wrong. */
export function readScorecardArguments(words: readonly string[]): Result<ScorecardArguments> {
  const given = readOptions(words, options);
  if (!given.ok) return given;
  const { feed, json, help, course = null, history = null } = given.value;
  const asked = readTrack(given.value.track);
  if (!asked.ok) return asked;
  const track = asked.value;
  if (feed === 'built-in') return ok({ help, file: null, json, course, track, history });
  const file = feed.startsWith('replay:') ? feed.slice('replay:'.length) : '';
  if (file === '') return fail(`"${feed}" cannot be scored: give --feed replay:<file>, or --feed built-in.`);
  return ok({ help, file, json, course, track, history });
}
