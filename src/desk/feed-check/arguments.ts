import { fail, ok, type Result } from '../../wire/result.ts';

const USUAL_S = 60;
const MOST_S = 3600;

/** How long to listen, and the words that are left for the desk. */
export function forIn(
  words: readonly string[],
): Result<{ readonly seconds: number; readonly words: readonly string[] }> {
  const at = words.findIndex((word) => word === '--for' || word.startsWith('--for='));
  if (at < 0) return ok({ seconds: USUAL_S, words });
  const isOne = words[at] !== '--for';
  const text = isOne ? words[at]!.slice('--for='.length) : (words[at + 1] ?? '');
  const seconds = text.trim() === '' ? Number.NaN : Number(text);
  if (!(seconds >= 1 && seconds <= MOST_S)) return fail(`--for ${text} does not fit: give 1 to ${MOST_S} seconds.`);
  return ok({ seconds, words: words.toSpliced(at, isOne ? 1 : 2) });
}
