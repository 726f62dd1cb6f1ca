import { Container, Sprite, Texture } from 'pixi.js';
import { art, bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import { pen } from '../pen.ts';
import { groupColor, type PennonWords, paintPennon, pennonWidth } from '../pennon.ts';
import { type Span, spread } from './along.ts';
import { type Lanes, type RoadY, xAt } from './lanes.ts';

/** A group of riders on a road. */
export interface GroupMark extends PennonWords {
  readonly key: string;
  /** Share of the road. */
  readonly at: number;
}

/** The flags of the groups on a road. */
export interface RoadFlags {
  readonly node: Container;
  /** From head to back. Returns what the flags cover along the road. */
  set(groups: readonly GroupMark[], yAt: RoadY): Span[];
  /** Shows those that hang on a cloth that is open so far. */
  upTo(x: number): void;
}

/** `lane`: in one line below the road, each with an elbowed line to its place; `slope`: planted where the group is. */
export type Planting = 'lane' | 'slope';

/** More are never named. */
const MOST = 8;

export function roadFlags(kit: Kit, lanes: Lanes, planting: Planting): RoadFlags {
  const node = new Container();
  const flags: Flag[] = [];
  const line = { from: kit.theme.space.tight, to: lanes.width - kit.theme.space.tight };
  let open = lanes.width;
  let shown = 0;
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
    set(groups, yAt) {
      const marks = groups.slice(0, MOST);
      const spots = marks.map((mark) => ({
        x: xAt(lanes, mark.at),
        roadY: 2 * Math.round(yAt(mark.at) / 2),
        width: pennonWidth(kit, mark.size),
      }));
      const places = planting === 'lane' ? inLane(kit, lanes, spots, line) : onSlope(kit, spots, line);
      shown = marks.length;
      for (const [i, mark] of marks.entries()) flagAt(i).set(mark, spots[i]!, places[i]!);
      const spans = places.map(({ left }, i) => ({ from: left, to: left + spots[i]!.width }));
      reveal();
      return spans;
    },
    upTo(x) {
      open = x;
      reveal();
    },
  };
}

/** Where a group is, and how wide its flag is; from head to back. */
interface Spot {
  readonly x: number;
  readonly roadY: number;
  readonly width: number;
}

/** The upper left of a flag. */
interface Place {
  readonly left: number;
  readonly top: number;
}

/** Side by side: a flag flies to the right of its pole, which would like to stand at the place itself. */
function inLane(kit: Kit, { axisY }: Lanes, spots: readonly Spot[], line: Span): Place[] {
  const { size, space } = kit.theme;
  const wishes = spots.map(({ x, width }) => ({ at: x - size.stroke / 2 + width / 2, width }));
  // From left to right they are from the back of the race to its head.
  const middles = spread(wishes.toReversed(), line, space.tight).reverse();
  const top = axisY - size.pennon / 2;
  return middles.map((middle, i) => ({ left: 2 * Math.round((middle - spots[i]!.width / 2) / 2), top }));
}

/** On their poles: where one would cover another in front, it flies above its flag. */
function onSlope(kit: Kit, spots: readonly Spot[], { to }: Span): Place[] {
  const { size, space } = kit.theme;
  const places: Place[] = [];
  for (const { x, width, roadY } of spots) {
    // At the end of the road a flag stands across its pole, and not beyond the plate.
    const left = Math.min(x - size.stroke / 2, 2 * Math.floor((to - width) / 2));
    const inFront = places.filter((other) => left + width >= other.left).sort((a, b) => b.top - a.top);
    let top = roadY - size.pennon * 1.5;
    // From the lowest up: who was passed lies below for good.
    for (const other of inFront)
      if (top < other.top + size.pennon + space.hair) top = Math.min(top, other.top - size.pennon - space.hair);
    places.push({ left, top });
  }
  return places;
}

type Flag = ReturnType<typeof roadFlag>;

function roadFlag(kit: Kit, planting: Planting) {
  const { size, ground } = kit.theme;
  const stroke = size.stroke;
  const [down, across, up] = [line(), line(), line()];
  const dot = new Sprite();
  const pennon = bitmap(kit, pennonWidth(kit, '000'), size.pennon);
  const node = new Container({ children: [down, across, up, dot, pennon.node] });
  const flag = { node, right: 0, set };
  return flag;

  function set(mark: GroupMark, { x, width, roadY }: Spot, { left, top }: Place): void {
    const color = groupColor(kit, mark.kind, mark.look);
    const { kind, size: count, look } = mark;
    pennon.show(`${kind} ${count} ${look}`, (context) =>
      paintPennon(pen(kit, context, ground.board), { kind, size: count, look }, 0, size.pennon / 2),
    );
    for (const part of [down, across, up]) part.tint = color;
    dot.texture = dotOf(kit, color);
    dot.position.set(x - dot.width / 2, roadY - dot.height / 2);
    if (planting === 'lane') elbow(x, roadY, left, top);
    else plant(x, roadY, left, top);
    flag.right = Math.max(left + width, x + dot.width / 2);
  }

  /** From the place straight down, across to the flag, and down to its pole. */
  function elbow(x: number, roadY: number, left: number, top: number): void {
    const elbowY = top - 2 * stroke;
    const from = x - stroke / 2;
    put(down, from, roadY, stroke, elbowY - roadY);
    put(across, Math.min(from, left), elbowY, Math.abs(left - from) + stroke, stroke);
    put(up, left, elbowY, stroke, top + size.pennon - elbowY);
    pennon.node.position.set(left, top);
  }

  /** A pole on the road. */
  function plant(x: number, roadY: number, left: number, top: number): void {
    put(down, x - stroke / 2, top, stroke, roadY - top);
    put(across, 0, 0, 0, 0);
    put(up, 0, 0, 0, 0);
    pennon.node.position.set(left, top);
  }
}

function line(): Sprite {
  return new Sprite(Texture.WHITE);
}

function put(part: Sprite, x: number, y: number, width: number, height: number): void {
  part.visible = width > 0 && height > 0;
  if (!part.visible) return;
  part.position.set(x, y);
  part.setSize(width, height);
}

/** Where a group is on the road. */
function dotOf(kit: Kit, color: string): Texture {
  const { arrow, stroke } = kit.theme.size;
  return art(kit, `dot ${color}`, arrow, arrow, (context) => {
    for (const [radius, fill] of [
      [arrow / 2, kit.theme.ground.board.fill],
      [arrow / 2 - stroke, color],
    ] as const) {
      context.fillStyle = fill;
      context.beginPath();
      context.arc(arrow / 2, arrow / 2, radius, 0, 2 * Math.PI);
      context.fill();
    }
  });
}
