import type { Container } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../src/edition/theme.ts';
import { overlays } from '../../../../src/host/overlays.ts';
import { situation } from '../../../../src/race/sample/situation.ts';
import { loadFonts } from '../../../../src/stage/kit/fonts.ts';
import { barePlates } from '../../../support/bare-plates.ts';
import { compare } from '../../../support/compare.ts';
import { onStage } from '../../../support/stage.ts';

const STEP_MS = 20;
const LONGEST_MS = 800;
/** A solo, chasers on camera, the bunch. */
const race = situation({
  headKm: 125.74,
  groups: [
    { kind: 'head', bibs: ['33'] },
    { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83, onCamera: true },
    { kind: 'peloton', bibs: 92, gapS: 254 },
  ],
});

/** Of all words of a row, left of where they end. */
const COLUMN = 300;
let stack: Container;
const draws = new Map(
  [...overlays.values()].map(({ draw }) => [
    draw,
    ((kit) => {
      const drawing = draw(kit);
      stack = drawing.node;
      return drawing;
    }) as typeof draw,
  ]),
);

let air: Awaited<ReturnType<typeof onStage>>;
beforeEach(async () => {
  await loadFonts();
  air = await onStage([...overlays.values()].map((overlay) => ({ ...overlay, draw: draws.get(overlay.draw)! })));
  air.tell({ race, raceClock: { atMs: race.atMs, pageMs: 0, rate: 0, floorMs: -Infinity } });
});
afterEach(() => {
  air.close();
  expect(air.faults).toEqual([]);
});

const take = (overlay: string, cut = false) => air.tell({ items: { stack: { overlay, params: {}, step: 0 } }, cut });
const lives = () => Object.fromEntries(air.stage.lives().map(({ overlay, life }) => [overlay, life]));

/** Pixels of the header that are no part of a plate; and rows of pixels below it that are. */
function seen() {
  const { theme } = air.stage.supplies;
  const { x, y, width } = zoneOf(theme, 'stack');
  const { data, width: line } = air.pixels();
  const alphaAt = (px: number, py: number) => data[4 * (py * line + px) + 3]!;
  let holes = 0;
  for (let py = y; py < y + theme.size.module; py++)
    for (let px = x; px < x + width; px++) if (alphaAt(px, py) < theme.plateAlpha) holes += 1;
  let tall = 0;
  // Right of the pole and left of any word.
  for (let py = y + theme.size.module; py < 1080; py++) if (alphaAt(x + theme.size.pole + 2, py) > 0) tall += 1;
  return { holes, tall };
}

describe('the stack', () => {
  it.each([
    ['gap-ticker', 'position-tower'],
    ['position-tower', 'status-bar'],
    ['gap-ticker', 'status-bar'],
    ['status-bar', 'gap-ticker'],
    ['status-bar', 'position-tower'],
    ['position-tower', 'gap-ticker'],
  ])('from %s to %s is one graphic whose header never goes', (from, to) => {
    take(from);
    air.clock.run(3000, 5);
    take(to);
    for (let t = 0; t <= LONGEST_MS; t += STEP_MS) {
      expect(seen().holes, `after ${t} ms: holes in the header`).toBe(0);
      expect(lives(), `after ${t} ms`).toEqual({ [to]: 'on' });
      const { module } = air.stage.supplies.theme.size;
      expect(Math.max(0, ...barePlates(stack, COLUMN)), `after ${t} ms: a bare plate`).toBeLessThan(module);
      expect(air.picture.element.querySelectorAll('canvas')).toHaveLength(1);
      air.clock.to(air.clock.timeMs + STEP_MS);
    }
    air.clock.run(3000, 5);
    const unfolded = air.pixels();
    take(from, true);
    take(to, true);
    expect(compare(air.pixels(), unfolded).count, 'pixels that are not those of the graphic alone').toBe(0);
  });

  it('keeps plates below its header from gaps to riders, and none below the header alone', () => {
    take('gap-ticker');
    air.clock.run(3000, 5);
    const folded = seen().tall;
    take('position-tower');
    for (let t = 0; t <= LONGEST_MS; t += STEP_MS) {
      expect(seen().tall, `after ${t} ms`).toBeGreaterThanOrEqual(folded);
      air.clock.to(air.clock.timeMs + STEP_MS);
    }
    expect(seen().tall).toBeGreaterThan(folded);
    take('status-bar');
    air.clock.run(3000, 5);
    expect(seen().tall).toBe(0);
  });
});
