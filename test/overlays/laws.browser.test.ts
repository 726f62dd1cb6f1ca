import { type Container, Sprite } from 'pixi.js';
import { describe, expect, it } from 'vitest';
import { barePlates, runsOf } from '../support/bare-plates.ts';
import { strayAlphas } from '../support/exact-alpha.ts';
import { type Stand, shelves } from '../support/stand.ts';

/** Of its way in, of a change, of its way out. */
const STEP_MS = 40;
/** Across all rows, from their left edge. */
const COLUMN = 300;
const CHANGE_MS = 600;

type Look = (what: string) => void;

/** Every frame from the first moment of a graphic to its last, through its change. */
async function film(stand: Stand, later: Parameters<Stand['show']>[0] | undefined, look: Look) {
  const { ways } = stand;
  for (let t = 0; t < ways.inMs; t += STEP_MS) {
    stand.after(STEP_MS);
    look(`${t + STEP_MS} ms into its way in`);
  }
  if (later) stand.show(later);
  for (let t = 0; later && t < CHANGE_MS; t += STEP_MS) {
    stand.after(STEP_MS);
    look(`${t + STEP_MS} ms into its change`);
  }
  stand.after(5000);
  stand.out();
  for (let t = 0; t < ways.outMs; t += STEP_MS) {
    stand.after(STEP_MS);
    look(`${t + STEP_MS} ms into its way out`);
  }
}

describe.each(shelves)('$id', ({ scenes, drawn, stand }) => {
  it('never fades: the alpha of a plate is its own in every frame', async () => {
    const graphic = await stand(scenes.full, 'canvas', 'entering');
    const plate = graphic.supplies.theme.plateAlpha;
    await film(graphic, scenes.full.later, (what) => {
      expect(strayAlphas(graphic.image(), plate), what).toEqual([]);
    });
    graphic.close();
  });

  it('stands on even pixels, so that no line of it flickers', async () => {
    for (const [name, scene] of drawn) {
      const graphic = await stand(scene, 'canvas');
      const odd = spritesIn(graphic.node()!).filter(({ x, y }) => x % 2 !== 0 || y % 2 !== 0);
      expect(odd, name).toEqual([]);
      graphic.close();
    }
  });
});

/** Every change from one scene of a stack to another, and what is on air after each frame of it. */
describe.each(shelves.filter(({ id }) => ['gap-ticker', 'position-tower'].includes(id)))(
  'a change of $id',
  ({ scenes, drawn, stand }) => {
    /** Frames that break a law, by the law: a hole wider than the gap between blocks, words of a row over those of another. */
    const wrong = { holes: [] as string[], over: [] as string[], bare: [] as string[], doubled: [] as string[] };
    let mostRows = 0;

    const look = (graphic: Stand, what: string) => {
      const { space, size, plateAlpha } = graphic.supplies.theme;
      const image = graphic.image();
      const rows = wordsIn(graphic.node()!);
      mostRows = Math.max(mostRows, rows.length);
      if (holesIn(image, COLUMN).some((height) => height > space.tight)) wrong.holes.push(what);
      if (rows.some((one, i) => rows.slice(i + 1).some((other) => meet(one, other)))) wrong.over.push(what);
      if (Math.max(...barePlates(graphic.node()!, COLUMN), 0) >= size.module) wrong.bare.push(what);
      if (strayAlphas(image, plateAlpha).length > 0 || doubledIn(image, graphic).length > 0) wrong.doubled.push(what);
    };

    // All laws look at one film: it takes far longer to make than to look at.
    it('opens no hole, lays no words over others, leaves no plate bare, and lays nothing twice', async () => {
      const { race, later } = scenes.full;
      for (const [name, scene] of drawn) {
        const graphic = await stand(scene, 'canvas');
        // The second one begins before the first is over.
        for (const [next, lastsMs] of [
          [later!, CHANGE_MS / 3],
          [race, 2 * CHANGE_MS],
        ] as const) {
          graphic.show(next);
          for (let t = 0; t < lastsMs; t += STEP_MS) {
            look(graphic, `from "${name}", after ${t} ms`);
            graphic.after(STEP_MS);
          }
        }
        graphic.close();
      }
      expect(wrong).toEqual({ holes: [], over: [], bare: [], doubled: [] });
      expect(mostRows).toBeGreaterThan(2);
    });
  },
);

interface Seen {
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The words that show, of all rows: each is as wide as the stack, and none of them a plate. */
function wordsIn(node: Container, top = node.y): Seen[] {
  return node.children.flatMap((child) => {
    if (!child.visible || !child.renderable) return [];
    const y = top + child.y;
    const isWords = child instanceof Sprite && child.alpha === 1 && child.texture.source.height > 1;
    const own = isWords && child.width > COLUMN ? [{ y, width: child.width, height: child.height }] : [];
    return [...own, ...wordsIn(child, y)];
  });
}

const meet = (a: Seen, b: Seen): boolean => a.y < b.y + b.height && b.y < a.y + a.height;

/** Alphas of what is less clear than a plate and no line on it, where no words stand: before the right edge. */
function doubledIn({ data, width, height }: ImageData, { supplies: { theme } }: Stand): number[] {
  const x = width - theme.cut.perModule - theme.space.hair;
  const alphas = Array.from({ length: height }, (_, y) => data[4 * (y * width + x) + 3]!);
  return alphas.filter((alpha) => alpha > theme.plateAlpha && alpha < 255);
}

/** Heights of what shows of the picture below the first plate and above the last one, in one column. */
function holesIn({ data, width, height }: ImageData, x: number): number[] {
  const isClear = Array.from({ length: height }, (_, y) => data[4 * (y * width + x) + 3] === 0);
  const last = isClear.lastIndexOf(false);
  return runsOf(isClear.slice(0, last + 1));
}

function spritesIn(node: Container, at = { x: node.x, y: node.y }): { label: string; x: number; y: number }[] {
  return node.children.flatMap((child) => {
    if (!child.visible || !child.renderable) return [];
    const here = { x: at.x + child.x, y: at.y + child.y };
    const own =
      child instanceof Sprite && child.texture.width > 0 ? [{ label: child.texture.label ?? '', ...here }] : [];
    return [...own, ...spritesIn(child, here)];
  });
}
