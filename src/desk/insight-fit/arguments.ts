import { join } from 'node:path';
import { fail, ok, type Result } from '../../wire/result.ts';
import { FIT_FILE } from '../history/fit-file.ts';
import { readWords } from '../options.ts';

export interface FitArguments {
  /** Of tapes and recordings; null when help is asked for. */
  readonly folder: string | null;
  /** What the fit is written to. */
  readonly out: string;
}

export const fitUsage = `What have earlier races taught?

  npm run insight -- fit <folder> [--out <file>]

  <folder>       tapes of this desk and recordings of an organiser, gzipped or not: a race each
  --out <file>   where it is written (default ${FIT_FILE} in the folder, which --history <folder> reads)
  --help

Each race is played through the engine as fast as it goes. What the desk has of its own is moved towards what was ridden, as
far as so many kilometres can bear it; where there are two races or more, each is scored by a fit without it.`;

const options = { out: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const;

/** What is to be fitted, or one sentence on what is wrong. */
export function readFitArguments(words: readonly string[]): Result<FitArguments> {
  const given = readWords(words, options);
  if (!given.ok) return given;
  const { values, positionals } = given.value;
  if (values.help) return ok({ folder: null, out: '' });
  const [verb, folder, ...more] = positionals;
  if (verb !== 'fit') return fail(`${verb ? `"${verb}" is not known here` : 'Nothing is asked'}: write fit <folder>.`);
  if (!folder) return fail('Nothing to fit: name a folder of tapes or recordings, as fit .tapes.');
  if (more.length > 0) return fail(`"${more[0]}" is one folder too many: put all races into one.`);
  return ok({ folder, out: values.out ?? join(folder, FIT_FILE) });
}
