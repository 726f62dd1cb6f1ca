/*
 * Whole numbers as characters: 92 of those that can be typed, so that a small number, of either sign, is one character.
 * A tab and what is above `|` are never among them.
 */
const FIRST = 33;
const SYMBOLS = 92;
/** Below it a number is its own symbol; the symbols above it begin a longer one. */
const SHORT = 76;
const LONG = 89;
const LONGEST = 90;
const NONE = 91;
const MIDDLE = (LONG - SHORT) * SYMBOLS;
const LONG_CHARS = 3;
/** 92^8 is more than any number that is told here. */
const LONGEST_CHARS = 8;

/** In the place of a number: it is told otherwise. */
export const ELSEWHERE = String.fromCharCode(FIRST + NONE);

const symbols = Array.from({ length: SYMBOLS }, (_, i) => String.fromCharCode(FIRST + i));

export function codeOf(value: number): string {
  const folded = value >= 0 ? 2 * value : -2 * value - 1;
  if (folded < SHORT) return symbols[folded]!;
  const middle = folded - SHORT;
  if (middle < MIDDLE) return `${symbols[SHORT + Math.floor(middle / SYMBOLS)]}${symbols[middle % SYMBOLS]}`;
  return folded < SYMBOLS ** LONG_CHARS
    ? `${symbols[LONG]}${digitsOf(folded, LONG_CHARS)}`
    : `${symbols[LONGEST]}${digitsOf(folded, LONGEST_CHARS)}`;
}

export function digitsOf(value: number, count: number): string {
  let digits = '';
  for (let rest = value; digits.length < count; rest = Math.floor(rest / SYMBOLS))
    digits = `${symbols[rest % SYMBOLS]}${digits}`;
  return digits;
}

/** Reads what `codeOf` has written, one number after the other. */
export interface CodeReader {
  /** Null where it is told elsewhere. Throws where the text is at its end. */
  next(): number | null;
  readonly isOver: boolean;
}

export function createCodeReader(text: string): CodeReader {
  let at = 0;
  const symbol = () => {
    if (at >= text.length) throw new Error('it ends within a number');
    at += 1;
    return text.charCodeAt(at - 1) - FIRST;
  };
  const digits = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i += 1) value = value * SYMBOLS + symbol();
    return value;
  };
  const folded = (first: number) => {
    if (first < SHORT) return first;
    if (first < LONG) return SHORT + (first - SHORT) * SYMBOLS + symbol();
    return digits(first === LONG ? LONG_CHARS : LONGEST_CHARS);
  };
  return {
    next() {
      const first = symbol();
      if (first === NONE) return null;
      const value = folded(first);
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    get isOver() {
      return at >= text.length;
    },
  };
}
