import { afterEach, expect, test, vi } from 'vitest';
import { liveClock } from '../../src/stage/clock.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { StageTime } from '../../src/stage/time.ts';
import { soon } from '../support/soon.ts';

afterEach(() => vi.restoreAllMocks());

const refreshes = (count: number) =>
  new Promise<void>((resolve) => {
    const step = () => (count-- > 0 ? nativeRefresh(step) : resolve());
    step();
  });
const nativeRefresh = requestAnimationFrame.bind(window);

test('a page at rest asks for no frame and sets no timer: not the clock, not gsap, not pixi', async () => {
  const asked = vi.spyOn(window, 'requestAnimationFrame');
  const timed = vi.spyOn(window, 'setTimeout');
  const picture = await createPicture('canvas');
  const time = new StageTime();
  const animations = time.animations(() => {});
  const frames: number[] = [];
  let rests = false;
  const clock = liveClock((timeMs) => {
    frames.push(timeMs);
    time.moveTo(timeMs);
    picture.render();
    if (frames.length === 1) animations.to({ x: 0 }, { x: 1, duration: 0.1 });
    rests = !time.moving;
    return rests ? Infinity : timeMs;
  });
  clock.wake();
  clock.wake();
  await soon(() => expect(rests).toBe(true));
  await refreshes(3);
  // The first frame, and at least the one in which the animation ends.
  expect(frames.length).toBeGreaterThanOrEqual(2);
  asked.mockClear();
  timed.mockClear();
  await refreshes(30);
  expect(asked).not.toHaveBeenCalled();
  expect(timed).not.toHaveBeenCalled();
  clock.stop();
  time.end();
  picture.destroy();
});

test('asked in any task, it draws with the very next refresh of the screen', async () => {
  const frames: number[] = [];
  const clock = liveClock((timeMs) => {
    frames.push(timeMs);
    return Infinity;
  });
  clock.wake();
  await refreshes(2);
  expect(frames).toHaveLength(1);
  clock.stop();
});

test('a frame that wants the next one later gets it then, give or take a refresh of the screen', async () => {
  const frames: number[] = [];
  const clock = liveClock((timeMs) => {
    frames.push(timeMs);
    return frames.length < 3 ? timeMs + 60 : Infinity;
  });
  clock.wake();
  await soon(() => expect(frames).toHaveLength(3));
  expect(frames[1]! - frames[0]!).toBeGreaterThan(60 - 17);
  expect(frames[2]! - frames[1]!).toBeGreaterThan(60 - 17);
  clock.stop();
});

/** A page whose frames stop while it is hidden, as OBS does it. */
function frames() {
  const held: FrameRequestCallback[] = [];
  let hidden = false;
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) =>
    hidden ? 1e9 + held.push(run) : nativeRefresh(run),
  );
  return {
    hide() {
      hidden = true;
    },
    show() {
      hidden = false;
      for (const run of held.splice(0)) nativeRefresh(run);
    },
  };
}

test('a frame that was wanted long before, while the page was hidden, comes after a pause; the next one does not', async () => {
  const page = frames();
  const pauses: boolean[] = [];
  const clock = liveClock((timeMs, afterPause) => {
    pauses.push(afterPause ?? false);
    return pauses.length < 4 ? timeMs : Infinity;
  });
  page.hide();
  clock.wake();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(pauses).toEqual([]);
  page.show();
  await soon(() => expect(pauses).toHaveLength(4));
  expect(pauses).toEqual([true, false, false, false]);
  clock.stop();
});

test('a page that rests is not paused, however long; one that says that it was hidden is', async () => {
  const pauses: boolean[] = [];
  const clock = liveClock((_, afterPause) => {
    pauses.push(afterPause ?? false);
    return Infinity;
  });
  clock.wake();
  await new Promise((resolve) => setTimeout(resolve, 700));
  clock.wake();
  await soon(() => expect(pauses).toHaveLength(2));
  clock.resume();
  await soon(() => expect(pauses).toHaveLength(3));
  expect(pauses).toEqual([false, false, true]);
  clock.stop();
});

test('a glance that sees nothing to draw asks for no frame of the screen, now or when its moment comes', async () => {
  const asked = vi.spyOn(window, 'requestAnimationFrame');
  const glances: number[] = [];
  let frames = 0;
  const clock = liveClock(
    () => {
      frames += 1;
      return Infinity;
    },
    (timeMs) => {
      glances.push(timeMs);
      return [timeMs + 30, timeMs + 30, timeMs][glances.length - 1] ?? Infinity;
    },
  );
  clock.glance();
  await soon(() => expect(glances).toHaveLength(2));
  expect(asked).not.toHaveBeenCalled();
  await soon(() => expect(frames).toBe(1));
  expect(asked).toHaveBeenCalledTimes(1);
  expect(glances[1]! - glances[0]!).toBeGreaterThanOrEqual(30);
  clock.stop();
});
