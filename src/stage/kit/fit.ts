/** A text as it fits in its column: `squeeze` is the share of its natural width. */
export interface Fitted {
  readonly text: string;
  readonly squeeze: number;
}

/** How far a text may be narrowed: the longer ones by what nobody sees, the last one down to what can still be read. */
export interface Limits {
  readonly squeeze: number;
  readonly condense: number;
}

/** A text in all its lengths, from long to short, and the room that it has. */
export interface Candidate {
  readonly texts: readonly string[];
  readonly width: number;
}

/**
 * Never out of the plate: the first of the texts, from long to short, that fits, narrowed a little where need be; else
 * the last one, condensed; else cut, with an ellipsis.
 */
export function fitText(
  texts: readonly string[],
  width: number,
  { squeeze, condense }: Limits,
  widthOf: (text: string) => number,
): Fitted {
  const narrowed = (text: string): Fitted => ({ text, squeeze: Math.min(1, width / Math.max(1, widthOf(text))) });
  const whole = texts.find((text) => widthOf(text) * squeeze <= width);
  if (whole !== undefined) return narrowed(whole);
  const last = texts.at(-1) ?? '';
  if (widthOf(last) * condense <= width) return narrowed(last);
  const letters = [...last];
  while (letters.length > 0) {
    letters.pop();
    const cut = `${letters.join('').trimEnd()}…`;
    if (widthOf(cut) * condense <= width) return narrowed(cut);
  }
  return { text: '', squeeze: 1 };
}

type WidthOf = (text: string) => number;

/** All names of one list are written alike: the longest rung of the ladder on which each of them fits; else the last. */
export function rungOf(all: readonly Candidate[], limits: Limits, widthOf: WidthOf): number {
  const last = Math.max(0, ...all.map(({ texts }) => texts.length - 1));
  const rungs = Array.from({ length: last }, (_, rung) => rung);
  return rungs.find((rung) => fitsOn(rung, all, limits, widthOf)) ?? last;
}

/** Whether each of them fits on a rung of the ladder, or on its own last one. */
export function fitsOn(rung: number, all: readonly Candidate[], { squeeze }: Limits, widthOf: WidthOf): boolean {
  return all.every(({ texts, width }) => widthOf(texts[Math.min(rung, texts.length - 1)] ?? '') * squeeze <= width);
}
