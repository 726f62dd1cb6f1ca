export interface Cut {
  readonly width: number;
  readonly height: number;
}

export type Placed<T extends Cut> = T & { readonly x: number; readonly y: number };

/** A module of the picture's grid. */
const GAP = 54;
/** As wide as a stack, a card and a strap, each with its fly: a strip below the last two ends where their boards end. */
const COLUMNS = [612, 810, 882] as const;
const LEFT = COLUMNS.map((_, i) => GAP + COLUMNS.slice(0, i).reduce((sum, width) => sum + width + GAP, 0));

export const SHEET_WIDTH = LEFT.at(-1)! + COLUMNS.at(-1)! + GAP;

/**
 * Nothing covered, nothing cut: each in the column where it comes highest, the tall ones first. What is wider than any
 * column stands at the foot of the last two, as it does on air.
 */
export function laidOut<T extends Cut>(cuts: readonly T[]): { readonly placed: Placed<T>[]; readonly height: number } {
  const isWide = ({ width }: Cut) => COLUMNS.every((column) => width > column);
  const tallFirst = [...cuts].sort((a, b) => b.height - a.height);
  const wide = tallFirst.filter(isWide);
  const foot = wide.reduce((sum, { height }) => sum + height + GAP, 0);
  const feet = COLUMNS.map((_, i) => (i === 0 ? 0 : foot));
  const ends = feet.map((each) => GAP + each);
  const placed = tallFirst
    .filter((cut) => !isWide(cut))
    .map((cut): Placed<T> => {
      const fit = ends.map((end, i) => (cut.width <= COLUMNS[i]! ? end : Infinity));
      const column = fit.indexOf(Math.min(...fit));
      const y = ends[column]! - feet[column]!;
      ends[column]! += cut.height + GAP;
      return { ...cut, x: LEFT[column]!, y };
    });
  const height = Math.max(...ends);
  let y = height - foot;
  for (const cut of wide) {
    placed.push({ ...cut, x: LEFT[1]!, y });
    y += cut.height + GAP;
  }
  return { placed, height };
}
