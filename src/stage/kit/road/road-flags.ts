import { Container } from 'pixi.js';
import type { Kit } from '../kit.ts';
import { pennonWidth } from '../pennon.ts';
import { type Span, spread } from './along.ts';
import { type Lanes, type RoadY, xAt } from './lanes.ts';
import { onSlope, type WordsAbove } from './on-slope.ts';
import { type Flag, type FlagPlace, type FlagSpot, type GroupMark, type Planting, roadFlag } from './road-flag.ts';

/** The flags of the groups on a road. */
export interface RoadFlags {
  readonly node: Container;
  /**
   * From head to back; on a slope they keep clear of words above it, and those for which there is hardly room neither come
   * nor go with every fix as long as it is the same `road`. Returns what the flags cover along the road.
   */
  set(groups: readonly GroupMark[], yAt: RoadY, words?: WordsAbove, road?: string): Span[];
  /** Shows those that hang on a cloth that is open so far. */
  upTo(x: number): void;
}

/** More are never named. */
const MOST = 8;

export function roadFlags(kit: Kit, lanes: Lanes, planting: Planting): RoadFlags {
  const node = new Container();
  const flags: Flag[] = [];
  const { size, space } = kit.theme;
  const sizes = { ...space, pennon: size.pennon, stroke: size.stroke };
  const line = { from: space.tight, to: lanes.width - space.tight };
  let open = lanes.width;
  let shown = 0;
  let flew: { readonly road: string; readonly by: ReadonlyMap<string, boolean> } = { road: '', by: new Map() };
  const flagAt = (index: number): Flag => {
    const known = flags[index];
    if (known) return known;
    const flag = roadFlag(kit, planting);
    flags[index] = flag;
    // The head of the race lies on top.
    node.addChildAt(flag.node, 0);
    return flag;
  };
  const reveal = () => {
    for (const [i, flag] of flags.entries()) flag.node.visible = i < shown && flag.right <= open;
  };
  return {
    node,
    set(groups, yAt, words, road = '') {
      const marks = groups.slice(0, MOST);
      const spots = marks.map((mark) => ({
        x: xAt(lanes, mark.at),
        roadY: 2 * Math.round(yAt(mark.at) / 2),
        width: pennonWidth(kit, mark.size),
      }));
      const before = marks.map(({ key }) => (flew.road === road ? flew.by.get(key) : undefined));
      const places =
        planting === 'lane' ? inLane(kit, lanes, spots, line) : onSlope(sizes, spots, line, words ?? null, before);
      flew = { road, by: new Map(marks.map(({ key }, i) => [key, places[i] !== null])) };
      shown = marks.length;
      for (const [i, mark] of marks.entries()) flagAt(i).set(mark, spots[i]!, places[i]!);
      reveal();
      return places.flatMap((place, i) => (place ? [{ from: place.left, to: place.left + spots[i]!.width }] : []));
    },
    upTo(x) {
      open = x;
      reveal();
    },
  };
}

/** Side by side: a flag flies to the right of its pole, which would like to stand at the place itself. */
function inLane(kit: Kit, { axisY }: Lanes, spots: readonly FlagSpot[], line: Span): FlagPlace[] {
  const { size, space } = kit.theme;
  const wishes = spots.map(({ x, width }) => ({ at: x - size.stroke / 2 + width / 2, width }));
  // From left to right they are from the back of the race to its head.
  const middles = spread([...wishes].reverse(), line, space.tight).reverse();
  const top = axisY - size.pennon / 2;
  return middles.map((middle, i) => ({ left: 2 * Math.round((middle - spots[i]!.width / 2) / 2), top }));
}
