import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Animations, StageTime } from '../../src/stage/time.ts';
import { plate } from '../support/overlay.ts';
import { race } from '../support/race.ts';
import { onStage } from '../support/stage.ts';

const fail = (error: unknown) => {
  throw error;
};

describe('what waits for its moment', () => {
  test('is done then and once, and nothing moves meanwhile', () => {
    const time = new StageTime();
    const action = vi.fn();
    time.moveTo(500);
    time.animations(fail).later({}, 2, action);
    expect(time.moving).toBe(false);
    expect(time.nextMs).toBeCloseTo(2500);
    time.moveTo(2499);
    expect(action).not.toHaveBeenCalled();
    time.moveTo(2500);
    expect(action).toHaveBeenCalledTimes(1);
    expect(time.nextMs).toBe(Infinity);
    time.moveTo(9000);
    expect(action).toHaveBeenCalledTimes(1);
    time.end();
  });

  test('is done once by a jump past it, each in its turn', () => {
    const time = new StageTime();
    const done: string[] = [];
    const animations = time.animations(fail);
    animations.later({}, 2, () => done.push('two'));
    animations.later({}, 5, () => done.push('five'));
    time.moveTo(60_000);
    time.moveTo(60_020);
    expect(done).toEqual(['two', 'five']);
    time.end();
  });

  test('is the nearest of all graphics, wherever they began', () => {
    const time = new StageTime();
    time.animations(fail).later({}, 5, () => {});
    time.moveTo(1000);
    const second = time.animations(fail);
    second.later({}, 2, () => {});
    expect(time.nextMs).toBeCloseTo(3000);
    second.end();
    expect(time.nextMs).toBeCloseTo(5000);
    time.end();
  });

  test('is forgotten when its target is stopped, or is to do something else', () => {
    const time = new StageTime();
    const animations = time.animations(fail);
    const [target, other] = [{}, {}];
    const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()];
    animations.later(target, 1, first);
    animations.later(target, 2, second);
    animations.later(other, 2, third);
    animations.stop(other);
    time.moveTo(5000);
    expect([first, second, third].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 0]);
    time.end();
  });

  test('is forgotten when it is stopped in its own frame, by what is done before it', () => {
    const time = new StageTime();
    const animations = time.animations(fail);
    const [first, second] = [{}, {}];
    const action = vi.fn();
    animations.later(first, 1, () => animations.stop(second));
    animations.later(second, 1, action);
    time.moveTo(2000);
    expect(action).not.toHaveBeenCalled();
    time.end();
  });

  test('is forgotten with its graphic', () => {
    const time = new StageTime();
    const animations = time.animations(fail);
    const action = vi.fn();
    animations.later({}, 1, action);
    animations.end();
    expect(time.nextMs).toBe(Infinity);
    time.moveTo(5000);
    expect(action).not.toHaveBeenCalled();
    time.end();
  });

  test('may wait again', () => {
    const time = new StageTime();
    const animations = time.animations(fail);
    const again = vi.fn(() => animations.later(again, 1, again));
    animations.later(again, 1, again);
    for (let ms = 0; ms <= 3000; ms += 100) time.moveTo(ms);
    expect(again).toHaveBeenCalledTimes(3);
    time.end();
  });

  test('takes its own graphic along where it throws, and no other', () => {
    const time = new StageTime();
    const told = vi.fn();
    const action = vi.fn();
    time.animations(told).later({}, 1, () => fail(new Error('no such row')));
    time.animations(fail).later({}, 1, action);
    time.moveTo(1000);
    expect(told).toHaveBeenCalledWith(new Error('no such row'));
    expect(action).toHaveBeenCalledTimes(1);
    expect(time.nextMs).toBe(Infinity);
    time.end();
  });
});

describe('a mark that goes after two seconds', () => {
  let air: Awaited<ReturnType<typeof onStage>>;
  afterEach(() => air.close());

  const MARK_S = 2;
  const named = (stage: string) => {
    const one = race();
    return { ...one, sheet: { ...one.sheet, info: { ...one.sheet.info, stage } } };
  };
  /** At each change it moves for 300 ms, and something is done two seconds later. */
  async function marked() {
    const done = vi.fn();
    const onUpdate = (_: string, before: string | null, animations: Animations) => {
      if (before) animations.later(done, MARK_S, done);
    };
    air = await onStage([plate({ onUpdate })]);
    air.want('test-plate');
    air.clock.run(1000);
    air.tell({ race: named('Stage 2') });
    return done;
  }

  test('keeps no clock awake: the stage asks for the frame of that moment', async () => {
    const done = await marked();
    const atMs = air.clock.timeMs + MARK_S * 1000;
    expect(air.clock.next, 'while it moves').toBe(air.clock.timeMs);
    air.clock.run(400);
    expect(air.clock.next).toBeCloseTo(atMs);
    air.clock.to(air.clock.next);
    expect(done).toHaveBeenCalledTimes(1);
    expect(air.clock.next).toBe(Infinity);
  });

  test('is forgotten with its graphic: nothing is asked for', async () => {
    const done = await marked();
    air.want();
    air.clock.run(600);
    expect(air.clock.next).toBe(Infinity);
    air.clock.run(3000, 10);
    expect(done).not.toHaveBeenCalled();
  });
});
