import type { Span } from './along.ts';
import type { FlagPlace, FlagSpot } from './road-flag.ts';

/** Words on the plate above a road: nothing lies on them, from `from` to `to` and down to `bottom`. */
export interface WordsAbove extends Span {
  readonly bottom: number;
}

/** The sizes of a theme that decide, in pixels. */
export interface SlopeSizes {
  readonly pennon: number;
  readonly stroke: number;
  /** Between one flag and another, and below words. */
  readonly hair: number;
  /** Below the upper edge of the plate. */
  readonly tight: number;
  /** Beside words. */
  readonly gap: number;
}

/**
 * Flags on their poles, from head to back: where one would cover another in front, it flies above it. Where words are in
 * its way there, it stands across its pole, left of those in front; where it cannot, it does not fly: null, and who is
 * further ahead has his. Below words a flag flies lower on its pole. All even pixels, as what comes in is.
 *
 * `flew` says which of them flew a moment ago, as far as that is known: who did flies on while it can at all, and who did
 * not flies again only where it could as well some pixels farther on. So none comes and goes with every fix.
 */
export function onSlope(
  sizes: SlopeSizes,
  spots: readonly FlagSpot[],
  line: Span,
  words: WordsAbove | null,
  flew: readonly (boolean | undefined)[] = [],
): (FlagPlace | null)[] {
  const flown: Flown[] = [];
  return spots.map((spot, i) => {
    const placed = (by: SlopeSizes, { x, y } = { x: 0, y: 0 }) =>
      placeOf(by, { ...spot, x: spot.x + x, roadY: spot.roadY + y }, flown, line, words);
    const hasClearRoom = () => nearBy(sizes).every((shift) => placed(sizes, shift) !== null);
    const flag = placed(sizes) ?? (flew[i] ? placed(packed(sizes)) : null);
    // The head has its flag whatever was before.
    if (!flag || (flew[i] === false && flown.length > 0 && !hasClearRoom())) return null;
    flown.push(flag);
    return { left: flag.left, top: flag.top };
  });
}

/** As near to others and to words as may be for a while. */
const packed = (sizes: SlopeSizes): SlopeSizes => ({ ...sizes, hair: 0, gap: sizes.tight });

/** So far to either side, and up the pole, the news of the next seconds may move it. */
const nearBy = ({ gap }: SlopeSizes) => [
  { x: -gap, y: 0 },
  { x: gap, y: 0 },
  { x: 0, y: -gap },
];

/** Where it flies, others being where they are; null where there is no room. */
function placeOf(
  sizes: SlopeSizes,
  spot: FlagSpot,
  flown: readonly Flown[],
  line: Span,
  words: WordsAbove | null,
): Flown | null {
  for (const { left, isAside } of leftsOf(sizes, spot, flown, line)) {
    const highest = highestTop(sizes, left, spot.width, words);
    const flag = { ...spot, left, isAside, top: topAt(sizes, spot, left, highest, flown) };
    if (flag.top >= highest && !piercesAny(sizes, flag, flown)) return flag;
  }
  return null;
}

interface Flown extends FlagPlace, FlagSpot {
  /** Moved aside along the road: its pole is not at its edge. */
  readonly isAside: boolean;
}

/** Where it may fly along the road, the best first. */
function leftsOf(
  { stroke, hair }: SlopeSizes,
  { x, width }: FlagSpot,
  flown: readonly Flown[],
  { from, to }: Span,
): Pick<Flown, 'left' | 'isAside'>[] {
  // At the end of the road a flag stands across its pole, and not beyond the plate.
  const home = Math.min(x - stroke / 2, 2 * Math.floor((to - width) / 2));
  const isOnPole = (left: number) => left + width >= x + stroke / 2;
  const aside = flown
    .map((other) => 2 * Math.floor((other.left - hair - width) / 2))
    .filter((left) => left < home && left >= from && isOnPole(left))
    .sort((a, b) => b - a);
  return [{ left: home, isAside: false }, ...aside.map((left) => ({ left, isAside: true }))];
}

/** Whether its pole would go through a flag that was moved aside. */
function piercesAny({ stroke }: SlopeSizes, { x, top }: Flown, flown: readonly Flown[]): boolean {
  return flown.some((other) => other.isAside && top < other.top && isPoleIn(stroke, x, other));
}

const isPoleIn = (stroke: number, x: number, { left, width }: Pick<Flown, 'left' | 'width'>): boolean =>
  x + stroke / 2 > left && x - stroke / 2 < left + width;

function highestTop({ hair, tight, gap }: SlopeSizes, left: number, width: number, words: WordsAbove | null): number {
  const isBelow = words !== null && left < words.to + gap && left + width > words.from - gap;
  return isBelow ? 2 * Math.ceil((words.bottom + hair) / 2) : tight;
}

/** The lowest top at which it covers no other, and no pole of those in front goes through it; it may be too high. */
function topAt(
  { pennon, stroke, hair }: SlopeSizes,
  { width, roadY }: FlagSpot,
  left: number,
  highest: number,
  flown: readonly Flown[],
): number {
  const inTheWay = flown.filter((other) => left + width >= other.left && left <= other.left + other.width);
  let top = Math.max(roadY - pennon * 1.5, highest);
  // From the lowest up: who was passed lies below for good.
  for (const other of inTheWay.sort((a, b) => b.top - a.top))
    if (top < other.top + pennon + hair || isPoleIn(stroke, other.x, { left, width }))
      top = Math.min(top, other.top - pennon - hair);
  return top;
}
