/** A text as it fits in its column: `squeeze` is the share of its natural width. */
export interface Fitted {
  readonly text: string;
  readonly squeeze: number;
}

/**
 * Never out of the plate: the first of the texts, from long to short, that fits as it is; else the last one, narrowed
 * down to `condense`; else cut, with an ellipsis.
 */
export function fitText(
  texts: readonly string[],
  width: number,
  condense: number,
  widthOf: (text: string) => number,
): Fitted {
  const whole = texts.find((text) => widthOf(text) <= width);
  if (whole !== undefined) return { text: whole, squeeze: 1 };
  const last = texts.at(-1) ?? '';
  if (widthOf(last) * condense <= width) return { text: last, squeeze: width / widthOf(last) };
  const letters = [...last];
  while (letters.length > 0) {
    letters.pop();
    const cut = `${letters.join('').trimEnd()}…`;
    if (widthOf(cut) * condense <= width) return { text: cut, squeeze: Math.min(1, width / widthOf(cut)) };
  }
  return { text: '', squeeze: 1 };
}
