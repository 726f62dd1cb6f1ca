import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '../wire/result.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Given<O extends Options> = { readonly args: string[]; readonly options: O; readonly allowPositionals: true };

/** What a command line gives, and the words in it that belong to no option; or one sentence on a word that is not known. */
export function readWords<const O extends Options>(
  words: readonly string[],
  options: O,
): Result<ReturnType<typeof parseArgs<Given<O>>>> {
  return read(() => parseArgs<Given<O>>({ args: [...words], options, allowPositionals: true }));
}

/** What a command line gives where each word belongs to an option. */
export function readOptions<const O extends Options>(
  words: readonly string[],
  options: O,
): Result<ReturnType<typeof parseArgs<Omit<Given<O>, 'allowPositionals'>>>['values']> {
  return read(() => parseArgs<Omit<Given<O>, 'allowPositionals'>>({ args: [...words], options }).values);
}

function read<T>(parse: () => T): Result<T> {
  try {
    return ok(parse());
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return fail(`${sentence.replace(/\.$/, '')}; --help lists what there is.`);
  }
}

/** Which track of a file, from 1; null where nothing is said. */
export function readTrack(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null);
  const track = text.trim() === '' ? Number.NaN : Number(text);
  const isOne = Number.isInteger(track) && track >= 1;
  return isOne ? ok(track) : fail(`--track ${text} does not fit: give the number of a track, from 1.`);
}
