/** A space, but after an initial or a figure: what follows belongs to it. */
const BREAK = /(?<!\p{Lu}\.|\d) /u;

/**
 * A text in lines no wider than `width`: as few as there can be, and of these the ones that are most alike in length. A
 * word that is wider alone has a line of its own.
 */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const words = text.split(BREAK).filter(Boolean);
  const fewest = filled(words, width, widthOf);
  // Narrower by and by, for as long as no line is added.
  let best = fewest;
  for (let room = width * 0.96; room > width / 2; room *= 0.96) {
    const lines = filled(words, room, widthOf);
    if (lines.length > fewest.length || lines.some((line) => widthOf(line) > width)) break;
    best = lines;
  }
  return best;
}

function filled(words: readonly string[], width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
