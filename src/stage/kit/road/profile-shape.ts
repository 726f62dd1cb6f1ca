import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import { bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import { paintRoad } from './paint-road.ts';
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

/** Painted twice, bright and dimmed, one below the other: where the race is decides how much is shown of each. */
export function profileShape(kit: Kit, width: number, height: number): ProfileShape {
  const { node: whole, show } = bitmap(kit, width, 2 * height + APART);
  const { source } = whole.texture;
  const part = (y: number) => new Texture({ source, frame: new Rectangle(0, y, width, height), dynamic: true });
  const ahead = new Sprite(part(0));
  const behind = new Sprite(part(height + APART));
  // The sheet owns the canvas: it stays in the tree, unseen, and goes with it.
  whole.visible = false;
  let race = 0;
  let end = width;
  const layOut = () => {
    crop(behind, 0, Math.min(race, end));
    crop(ahead, race, end);
  };
  return {
    node: new Container({ children: [whole, behind, ahead] }),
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
        paintRoad(context, kit, shape, width, height, false);
        context.translate(0, height + APART);
        paintRoad(context, kit, shape, width, height, true);
      });
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

/** Shows its texture from one x to another only. */
function crop(sprite: Sprite, from: number, to: number): void {
  sprite.x = from;
  sprite.visible = to > from;
  const { frame } = sprite.texture;
  frame.x = from;
  frame.width = Math.max(1, to - from);
  sprite.texture.update();
}
