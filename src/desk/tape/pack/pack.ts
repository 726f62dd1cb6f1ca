import { codeOf, createCodeReader, digitsOf, ELSEWHERE } from './code.ts';
import { createPhrases, type Phrase } from './phrase.ts';
import { guess, heard, learn, textOfUnits, unitsOf } from './series.ts';

/*
 * A feed says the same again and again with other numbers: four hours of trackers are 70 MB of text, and gzip leaves a
 * quarter of it. A line that is told by what was told before it leaves a tenth. It is exact, whatever the text, and knows
 * no feed: a line is cut at its brackets, each piece has a phrase, and each number of a phrase is told as what it differs
 * by from its guess.
 *
 * `~`, two characters that prove the line, which phrases, a tab, the numbers of all pieces column by column, and after
 * further tabs what could not be told so. A `~` by itself: what follows is told without what was before.
 */
const PACKED = '~';
/** What is written where nothing that stands before it is to be remembered. */
export const ANEW = PACKED;
/** Shorter lines are never packed, and nothing is learnt from them. */
const LEAST = 400;
/** It is packed where that leaves so much of it at most. */
const WORTH = 0.8;
const PROOF_CHARS = 2;

/** Makes lines short. Each is to be told to it once, in the order of the tape, and to be written as it gives it. */
export function createPacker(): (line: string) => string {
  const phrases = createPhrases();
  return (line) => {
    if (line.length < LEAST) return line;
    const packed = packedBy(phrases, line);
    return packed.length < line.length * WORTH ? packed : line;
  };
}

/** Gives the lines back, each as it was; null for what is none, and for one that cannot be believed. */
export function createUnpacker(): (line: string) => string | null {
  let phrases = createPhrases();
  let isBroken = false;
  return (line) => {
    if (line === ANEW) {
      phrases = createPhrases();
      isBroken = false;
      return null;
    }
    if (!line.startsWith(PACKED)) {
      if (line.length >= LEAST) packedBy(phrases, line);
      return line;
    }
    if (isBroken) return null;
    const text = unpackedBy(phrases, line);
    isBroken = text === null;
    return text;
  };
}

type Phrases = ReturnType<typeof createPhrases>;

function packedBy(phrases: Phrases, line: string): string {
  phrases.tidy();
  const elsewhere: string[] = [];
  const pieces: { readonly phrase: Phrase; readonly numbers: readonly string[] }[] = [];
  let steps = '';
  let after = -1;
  for (let at = 0; at < line.length; ) {
    const found = phrases.find(line, at, after);
    if (typeof found === 'string') {
      const { index } = phrases.add(found, after);
      steps += ELSEWHERE;
      elsewhere.push(found);
      at += found.length;
      after = index;
    } else {
      const { phrase, numbers } = found;
      steps += codeOf(phrase.index - after - 1);
      after = phrase.index;
      pieces.push(found);
      for (const text of phrase.parts) at += text.length;
      for (const text of numbers) at += text.length;
    }
  }
  let columns = '';
  const most = pieces.reduce((count, { numbers }) => Math.max(count, numbers.length), 0);
  for (let column = 0; column < most; column += 1)
    for (const { phrase, numbers } of pieces) {
      const [series, text] = [phrase.series[column], numbers[column]];
      if (!series || text === undefined) continue;
      const value = unitsOf(text, series.decimals);
      if (value === null) {
        columns += ELSEWHERE;
        elsewhere.push(text);
        learn(series, text);
      } else {
        columns += codeOf(value - guess(series));
        heard(series, value);
      }
    }
  return `${PACKED}${proofOf(line)}${[steps, columns, ...elsewhere].join('\t')}`;
}

function unpackedBy(phrases: Phrases, packed: string): string | null {
  const [steps = '', columns = '', ...elsewhere] = packed.slice(PACKED.length + PROOF_CHARS).split('\t');
  let taken = 0;
  const other = () => elsewhere[taken++] ?? '';
  try {
    phrases.tidy();
    const pieces = piecesOf(phrases, steps, other);
    const codes = createCodeReader(columns);
    const most = pieces.reduce((count, { phrase }) => Math.max(count, phrase?.series.length ?? 0), 0);
    for (let column = 0; column < most; column += 1)
      for (const { phrase, texts } of pieces) {
        const series = phrase?.series[column];
        if (!series) continue;
        const code = codes.next();
        if (code === null) {
          const text = other();
          texts.push(text);
          learn(series, text);
        } else {
          const value = code + guess(series);
          texts.push(textOfUnits(value, series.decimals));
          heard(series, value);
        }
      }
    let line = '';
    for (const { phrase, texts } of pieces) line += phrase ? joined(phrase.parts, texts) : texts[0];
    return line !== '' && packed.startsWith(proofOf(line), PACKED.length) ? line : null;
  } catch {
    return null;
  }
}

/** Those without a phrase are told whole. */
function piecesOf(phrases: Phrases, steps: string, other: () => string) {
  const pieces: { readonly phrase: Phrase | null; readonly texts: string[] }[] = [];
  const codes = createCodeReader(steps);
  let after = -1;
  while (!codes.isOver) {
    const step = codes.next();
    const whole = step === null ? other() : null;
    const phrase = step === null ? phrases.add(whole!, after) : phrases.at(after + 1 + step);
    if (!phrase) throw new Error('there is no such phrase');
    after = phrase.index;
    pieces.push(whole === null ? { phrase, texts: [] } : { phrase: null, texts: [whole] });
  }
  return pieces;
}

function joined(parts: readonly string[], numbers: readonly string[]): string {
  let text = parts[0]!;
  for (let i = 0; i < numbers.length; i += 1) text += numbers[i]! + parts[i + 1]!;
  return text;
}

/** Two characters that another line has once in eight thousand times. */
function proofOf(line: string): string {
  let sum = 0;
  for (let i = 0; i < line.length; i += 1) sum = (Math.imul(sum, 31) + line.charCodeAt(i)) | 0;
  return digitsOf((sum >>> 0) % 92 ** PROOF_CHARS, PROOF_CHARS);
}
