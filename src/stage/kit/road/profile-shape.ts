import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import { bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import { figuresHeight, paintFigures, paintRoad } from './paint-road.ts';
import type { Shape } from './road-shape.ts';

/** The node stands at the upper left of the shape. */
export interface ProfileShape {
  readonly node: Container;
  /** `key` says which road it is: it is painted once. */
  set(key: string, shape: Shape): void;
  /** Everything left of this x is behind the race, and dimmed. */
  ridden(x: number): void;
  /** How much of the road is drawn, from the left: what moves while it enters. */
  readonly drawn: { x: number };
  readonly length: number;
}

/** Nothing lies between the two, so that neither is seen at the edge of the other. */
const APART = 4;

/**
 * Painted twice, bright and dimmed, one below the other: where the race is decides how much is shown of each. So are the
 * figures of its blocks, but that of the block where the race is, which would stand on both: it has none.
 */
export function profileShape(kit: Kit, width: number, height: number): ProfileShape {
  const foot = figuresHeight(kit);
  const tops = {
    ahead: 0,
    behind: height + APART,
    toCome: 2 * (height + APART),
    past: 2 * (height + APART) + foot + APART,
  };
  const { node: whole, show } = bitmap(kit, width, tops.past + foot);
  const { source } = whole.texture;
  const part = (top: number, high: number) =>
    new Sprite(new Texture({ source, frame: new Rectangle(0, top, width, high), dynamic: true }));
  const [ahead, behind] = [part(tops.ahead, height), part(tops.behind, height)];
  const [toCome, past] = [part(tops.toCome, foot), part(tops.past, foot)];
  const figures = new Container({ y: height - foot, children: [past, toCome] });
  // The sheet owns the canvas: it stays in the tree, unseen, and goes with it.
  whole.visible = false;
  let blocks: Shape['blocks'] = [];
  let race = 0;
  let end = width;
  const layOut = () => {
    crop(behind, 0, Math.min(race, end));
    crop(ahead, race, end);
    const [from, to] = blockAt(blocks, race, width);
    crop(past, 0, Math.min(from, end));
    crop(toCome, to, end);
  };
  return {
    node: new Container({ children: [whole, behind, ahead, figures] }),
    length: width,
    drawn: {
      get x() {
        return end;
      },
      set x(x) {
        end = x;
        layOut();
      },
    },
    set(key, shape) {
      show(key, (context) => {
        const paintAt = (top: number, paint: () => void) => {
          context.save();
          context.translate(0, top);
          paint();
          context.restore();
        };
        paintAt(tops.ahead, () => paintRoad(context, kit, shape, width, height, false));
        paintAt(tops.behind, () => paintRoad(context, kit, shape, width, height, true));
        paintAt(tops.toCome, () => paintFigures(context, kit, shape, width, false));
        paintAt(tops.past, () => paintFigures(context, kit, shape, width, true));
      });
      blocks = shape.blocks;
      figures.visible = blocks.some(({ texts }) => texts.length > 0);
      layOut();
    },
    ridden(x) {
      const at = Math.min(width, Math.max(0, 2 * Math.round(x / 2)));
      if (at === race) return;
      race = at;
      layOut();
    },
  };
}

/** From where to where the block goes in which the race is; nowhere where it is between two. */
function blockAt(blocks: Shape['blocks'], race: number, width: number): readonly [from: number, to: number] {
  let from = 0;
  for (const block of blocks) {
    const to = 2 * Math.round((block.to * width) / 2);
    if (race <= from) break;
    if (race < to) return [from, to];
    from = to;
  }
  return [race, race];
}

/** Shows its texture from one x to another only. */
function crop(sprite: Sprite, from: number, to: number): void {
  sprite.x = from;
  sprite.visible = to > from;
  const { frame } = sprite.texture;
  frame.x = from;
  frame.width = Math.max(1, to - from);
  sprite.texture.update();
}
