/** A row of a list, and where it stands. */
export interface Placed {
  readonly key: string;
  readonly y: number;
}

/** From one order to the next, so that no plate of the board is without words meanwhile. */
export interface Reorder {
  /** Rows that are in both, and move from where they stood. All others go, or come. */
  readonly kept: ReadonlySet<string>;
  /** Nobody moves: who comes does so in the place of one who goes, or below all. */
  readonly isInPlace: boolean;
  /** Somebody goes farther than to the next place: behind him and before him a plate would be bare for a moment. */
  readonly isFar: boolean;
}

/** Modules: so far are neighbours from each other, a gap between two blocks included. */
const FAR = 1.5;

/** `edgeY` is the lower edge of the board before; all in pixels. */
export function reorder(
  before: readonly Placed[],
  after: readonly Placed[],
  edgeY: number,
  { module }: { readonly module: number },
): Reorder {
  const wasAt = new Map(before.map(({ key, y }) => [key, y]));
  const edgeMoves = (after.at(-1)?.y ?? 0) + module - edgeY;
  const isFarFrom = (a: number, b: number) => Math.abs(a - b) > FAR * module;
  // Below the edge of before, who does not keep step with it would leave a plate bare until he is there.
  const kept = after.filter(
    ({ key, y }) => wasAt.has(key) && (y < edgeY || !isFarFrom(y - wasAt.get(key)!, edgeMoves)),
  );
  const keys = new Set(kept.map(({ key }) => key));
  const comingY = new Set(after.filter(({ key }) => !keys.has(key)).map(({ y }) => y));
  return {
    kept: keys,
    isInPlace:
      kept.every(({ key, y }) => wasAt.get(key) === y) && before.every(({ key, y }) => keys.has(key) || comingY.has(y)),
    isFar: kept.some(({ key, y }) => isFarFrom(y, wasAt.get(key)!)),
  };
}
