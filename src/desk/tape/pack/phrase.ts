import { newSeries, type Series } from './series.ts';

/** A piece of a line, from one bracket to the next, without its numbers. */
export interface Phrase {
  /** What stands before, between and behind the numbers. */
  readonly parts: readonly string[];
  readonly series: readonly Series[];
  /** Its place among the others. */
  index: number;
}

const PIECE = /[^[\]{}]*[[{]?[^[\]{}]*[\]}]?/y;
const NUMBER = /-?\d+(?:\.\d+)?/g;
/** A whole number so short that stands first says of whom the others are: a bib. */
const NAME = /^\d{1,5}$/;
/** A place in a phrase: no text of a line holds it. */
const HERE = '\n';
/** What is never told again fills the memory: then it begins anew. */
const MOST = 4096;

/** The phrases that were met, in the order in which they follow each other. */
export interface Phrases {
  at(index: number): Phrase | undefined;
  /** The piece of a line from there on: of a phrase that is known, or the text of one that is not. */
  find(line: string, from: number, after: number): { readonly phrase: Phrase; readonly numbers: string[] } | string;
  /** Behind the one with that index. */
  add(piece: string, after: number): Phrase;
  /** Before each line. */
  tidy(): void;
}

/** So many of those that should come next may be missing. */
const AHEAD = 4;

export function createPhrases(): Phrases {
  let order: Phrase[] = [];
  let known = new Map<string, Phrase>();
  return {
    at: (index) => order[index],
    find(line, from, after) {
      for (let i = after + 1; i <= after + AHEAD; i += 1) {
        const phrase = order[i];
        const numbers = phrase && numbersAt(line, from, phrase);
        if (numbers) return { phrase, numbers };
      }
      PIECE.lastIndex = from;
      const piece = PIECE.exec(line)?.[0] ?? '';
      const { key, numbers } = taken(piece);
      const phrase = known.get(key);
      return phrase ? { phrase, numbers } : piece;
    },
    add(piece, after) {
      const { key, numbers } = taken(piece);
      const phrase = { parts: key.split(HERE), series: numbers.map(newSeries), index: after + 1 };
      known.set(key, phrase);
      order.splice(after + 1, 0, phrase);
      for (let i = after + 2; i < order.length; i += 1) order[i]!.index = i;
      return phrase;
    },
    tidy() {
      if (order.length < MOST) return;
      order = [];
      known = new Map();
    },
  };
}

function taken(piece: string): { readonly key: string; readonly numbers: string[] } {
  const numbers: string[] = [];
  let isFirst = true;
  const key = piece.replace(NUMBER, (number) => {
    const isName = isFirst && NAME.test(number);
    isFirst = false;
    if (isName) return number;
    numbers.push(number);
    return HERE;
  });
  return { key, numbers };
}

/** The numbers of a piece of this phrase; null where there is none. */
function numbersAt(line: string, from: number, { parts }: Phrase): string[] | null {
  const numbers: string[] = [];
  let at = from;
  for (let i = 0; i < parts.length; i += 1) {
    if (i > 0) {
      const end = numberEnd(line, at);
      if (end === at) return null;
      numbers.push(line.slice(at, end));
      at = end;
    }
    const part = parts[i]!;
    if (!line.startsWith(part, at)) return null;
    at += part.length;
  }
  return numbers;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function numberEnd(line: string, from: number): number {
  let at = line.charCodeAt(from) === 45 ? from + 1 : from;
  if (!isDigit(line.charCodeAt(at))) return from;
  while (isDigit(line.charCodeAt(at))) at += 1;
  if (line.charCodeAt(at) !== 46 || !isDigit(line.charCodeAt(at + 1))) return at;
  at += 1;
  while (isDigit(line.charCodeAt(at))) at += 1;
  return at;
}
