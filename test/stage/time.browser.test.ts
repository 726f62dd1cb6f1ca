import { gsap } from 'gsap';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultEdition } from '../../src/edition/edition.ts';
import { overlays } from '../../src/host/overlays.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { shippedTheme } from '../../src/host/themes.ts';
import { type Clock, liveClock, manualClock } from '../../src/stage/clock.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import type { Inbox } from '../../src/stage/inbox.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import type { Picture } from '../../src/stage/picture.ts';
import { inboxOf } from '../../src/stage/scene.ts';
import { Stage } from '../../src/stage/stage.ts';

const SCALE = 0.2;
const FRAMES = 21;
const STEP_MS = 60;
/** When the race changes, and when all are taken out. */
const [LATER, OUT] = [8, 14];

/** Every graphic of the house at once, and what each becomes. */
const scenes = [...catalogue].map(([id, { full }]) => ({ full, inbox: inboxOf(overlays.get(id)!.manifest, full!) }));
const items = Object.assign({}, ...scenes.map(({ inbox }) => inbox.items));
const [first] = scenes;
const now: Inbox = { ...first!.inbox, items, cut: false };
const later: Inbox = { ...now, race: first!.full!.later ?? now.race };

const stageIn = (picture: Picture) => {
  const stage = new Stage({ picture, overlays, edition: defaultEdition, theme: shippedTheme(null) });
  stage.resize(SCALE, 1);
  return stage;
};

const refresh = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Twenty-one frames moved by hand, each as a number that stands for all of its pixels. */
async function film(picture: Picture, meanwhile: (frame: number) => unknown = () => {}): Promise<number[]> {
  const stage = stageIn(picture);
  const clock = manualClock(stage.frame);
  const frames: number[] = [];
  for (let n = 0; n < FRAMES; n++) {
    stage.tell(n < LATER ? now : n < OUT ? later : { ...later, items: {} });
    clock.to(n * STEP_MS);
    frames.push(numberOf(picture));
    await meanwhile(n);
  }
  stage.end();
  return frames;
}

const flat = new OffscreenCanvas(1920 * SCALE, 1080 * SCALE).getContext('2d', { willReadFrequently: true })!;

function numberOf(picture: Picture): number {
  flat.clearRect(0, 0, flat.canvas.width, flat.canvas.height);
  picture.copyTo(flat);
  const { data } = flat.getImageData(0, 0, flat.canvas.width, flat.canvas.height);
  return new Uint32Array(data.buffer).reduce((hash, pixel) => Math.imul(hash ^ pixel, 0x01000193), 0x811c9dc5);
}

/** A neighbour that follows the screen, and in which graphics come and go all the time. */
function restless(picture: Picture) {
  const stage = stageIn(picture);
  const clock: Clock = liveClock(stage.frame);
  return {
    stage,
    turn(n: number) {
      stage.tell({ ...(n % 4 < 2 ? now : later), items: n % 3 === 2 ? {} : items, cut: n % 7 === 6 });
      clock.wake();
      return refresh();
    },
    end() {
      clock.stop();
      stage.end();
    },
  };
}

beforeAll(() => loadFonts());

describe.each(['canvas', 'webgl'] as const)('%s', (renderer) => {
  test(`${FRAMES} frames moved by hand are the same alone, beside a live stage, and beside one moved by hand`, async () => {
    const picture = await createPicture(renderer);
    const other = await createPicture('canvas');
    const alone = await film(picture);
    expect(new Set(alone).size, 'frames that differ').toBeGreaterThan(FRAMES / 2);
    expect(await film(picture), 'again').toEqual(alone);

    const live = restless(other);
    expect(await film(picture, live.turn), 'beside a live stage').toEqual(alone);
    expect(live.stage.frames).toBeGreaterThan(FRAMES / 2);
    live.end();

    const neighbour = stageIn(other);
    const clock = manualClock(neighbour.frame);
    const turn = (n: number) => {
      neighbour.tell({ ...now, items: n % 5 === 4 ? {} : items });
      clock.to(n * 37);
    };
    expect(await film(picture, turn), 'beside one moved by hand').toEqual(alone);
    neighbour.end();
    expect(gsap.globalTimeline.getChildren(true), 'left on the root of gsap').toEqual([]);
    expect(gsap.globalTimeline.time()).toBe(0);
    picture.destroy();
    other.destroy();
  });
});
