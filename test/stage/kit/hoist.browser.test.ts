import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { shippedTheme } from '../../../src/host/themes.ts';
import { cloth } from '../../../src/stage/kit/cloth.ts';
import { type Flag, type Hoist, hoist, pole } from '../../../src/stage/kit/hoist.ts';
import { createSupplies, destroySupplies, type Kit } from '../../../src/stage/kit/kit.ts';
import { StageTime } from '../../../src/stage/time.ts';

const [WIDTH, HEIGHT, STEP_MS] = [300, 54, 10];

let kit: Kit;
let time: StageTime;
let move: Hoist;
let nowMs = 0;
beforeEach(() => {
  nowMs = 0;
  time = new StageTime();
  const animations = time.animations((error) => {
    throw error;
  });
  kit = { ...createSupplies(defaultEdition, shippedTheme(null)), animations };
  move = hoist(kit);
});
afterEach(() => {
  time.end();
  destroySupplies(kit);
});

const flags = (count: number): Flag[] =>
  Array.from({ length: count }, () => ({
    pole: pole(6, HEIGHT, '#86a9bd'),
    cloth: cloth(kit, { width: WIDTH, height: HEIGHT, color: '#12181d', edge: 'straight' }),
  }));
const run = (ms: number) => {
  nowMs += ms;
  time.moveTo(nowMs);
};
const stateOf = ({ pole: { down }, cloth: { open } }: Flag) => ({ down, open });
const shown = { down: 1, open: WIDTH };
const gone = { down: 0, open: 0 };

describe('a pole', () => {
  it('is as high as it has come down, in whole pixels, and not there at 0', () => {
    const one = pole(6, HEIGHT, '#86a9bd');
    expect([one.node.width, one.node.height, one.node.tint]).toEqual([6, HEIGHT, 0x86a9bd]);
    one.down = 0.33;
    expect(one.node.height).toBe(18);
    one.down = 0;
    expect(one.node.renderable).toBe(false);
    one.down = 1;
    expect([one.node.renderable, one.node.height]).toEqual([true, HEIGHT]);
  });

  it('stands beside the part of a cloth that shows', () => {
    const one = pole(6, HEIGHT, '#86a9bd');
    one.span(20, 30);
    expect([one.node.y, one.node.height]).toEqual([20, 30]);
    one.down = 0.5;
    expect(one.node.height).toBe(15);
    one.span(0, 0);
    expect(one.node.renderable).toBe(false);
  });

  it('takes another colour', () => {
    const one = pole(6, HEIGHT, '#86a9bd');
    one.color('#d3ee4e');
    expect(one.node.tint).toBe(0xd3ee4e);
  });
});

describe('a list of flags that is raised', () => {
  it('is not there at its first moment', () => {
    const list = flags(3);
    move.raise(list);
    expect(list.map(stateOf)).toEqual([gone, gone, gone]);
  });

  it('has each pole down before its cloth unfurls', () => {
    const list = flags(6);
    move.raise(list);
    while (time.moving) {
      run(STEP_MS);
      for (const flag of list) if (flag.cloth.open > 0) expect(flag.pole.down).toBe(1);
    }
    expect(list.map(stateOf)).toEqual(list.map(() => shown));
  });

  it('comes one after the other, and never goes back', () => {
    const list = flags(6);
    move.raise(list);
    let before = list.map(stateOf);
    while (time.moving) {
      run(STEP_MS);
      const now = list.map(stateOf);
      for (const [i, { open }] of now.entries()) {
        expect(open).toBeGreaterThanOrEqual(before[i]!.open);
        if (i > 0) expect(open).toBeLessThanOrEqual(now[i - 1]!.open);
      }
      before = now;
    }
  });

  it.each([
    [1, 440],
    [2, 480],
    [6, 640],
    [18, 640],
  ])('of %i is there after %i ms', (count, ms) => {
    const list = flags(count);
    expect(move.raise(list).duration() * 1000).toBeCloseTo(ms);
    run(ms - 60);
    expect(list.at(-1)!.cloth.open, 'words to read before its end').toBeGreaterThan(0.9 * WIDTH);
    run(60);
    expect(list.map(stateOf)).toEqual(list.map(() => shown));
    run(20);
    expect(time.moving).toBe(false);
  });

  it('turned round in mid-way goes back to nothing, and turned again comes', () => {
    const list = flags(4);
    const line = move.raise(list);
    run(260);
    const midway = list.map(stateOf);
    expect(midway).not.toEqual(list.map(() => shown));
    line.reversed(true);
    run(100);
    line.reversed(false);
    run(100);
    expect(list.map(stateOf), 'where it was').toEqual(midway);
    line.reversed(true);
    run(400);
    expect(list.map(stateOf)).toEqual(list.map(() => gone));
  });
});

describe('a list of flags that is struck', () => {
  it('is gone after 280 ms, all at once, each pole after its cloth', () => {
    const list = flags(18);
    expect(move.strike(list).duration() * 1000).toBeCloseTo(280);
    for (let ms = 0; ms < 280; ms += STEP_MS) {
      run(STEP_MS);
      for (const flag of list) {
        expect(stateOf(flag)).toEqual(stateOf(list[0]!));
        if (flag.pole.down < 1) expect(flag.cloth.open).toBe(0);
      }
      if (ms < 180) expect(list[0]!.cloth.open).toBeGreaterThan(0);
    }
    expect(list.map(stateOf)).toEqual(list.map(() => gone));
  });

  it('turned round in mid-way stands again as it stood', () => {
    const list = flags(3);
    const line = move.strike(list);
    run(240);
    expect(list[0]!.pole.down).toBeLessThan(1);
    line.reversed(true);
    run(240);
    expect(list.map(stateOf)).toEqual(list.map(() => shown));
  });

  it('takes along what was still unfurling', () => {
    const [flag] = flags(1);
    move.unfurl(flag!.cloth);
    expect(flag!.cloth.open).toBe(0);
    run(60);
    move.strike([flag!]);
    run(STEP_MS);
    let before = flag!.cloth.open;
    expect(before).toBeGreaterThan(0);
    for (let ms = STEP_MS; ms < 280; ms += STEP_MS) {
      run(STEP_MS);
      expect(flag!.cloth.open).toBeLessThanOrEqual(before);
      before = flag!.cloth.open;
    }
    expect(stateOf(flag!)).toEqual(gone);
  });
});
