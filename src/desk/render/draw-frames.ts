import type { FrameFolder } from './frame-folder.ts';
import type { PageDoor } from './page-door.ts';
import { pngOf, type Size } from './png.ts';
import { renderSteps, type StepsAsked } from './steps.ts';

/** So many steps are under way at once: the page draws while the picture before is packed and written. */
const AHEAD = 4;

export interface FrameCounts {
  readonly distinct: number;
  readonly repeated: number;
}

export interface DrawAsked {
  readonly steps: StepsAsked;
  /** The number of the frame that is picture 0. */
  readonly zero: number;
  readonly size: Size;
  readonly folder: Pick<FrameFolder, 'write' | 'repeat'>;
  readonly door: Pick<PageDoor, 'ask'>;
  /** `ms` until which the stage has been led, before the first picture; then how many pictures are written. */
  readonly onStep: (step: { readonly ms: number } | { readonly pictures: number }) => void;
}

/** Draws all frames of a span into the folder, each after the one before it. Throws where the page or the disk fails. */
export async function drawFrames({ steps, zero, size, folder, door, onStep }: DrawAsked): Promise<FrameCounts> {
  const counts = { distinct: 0, repeated: 0 };
  const under: Promise<void>[] = [];
  let written: Promise<void> = Promise.resolve();
  for (const step of renderSteps(steps)) {
    if (step.bytes === null) {
      onStep(step);
      // The browser begins meanwhile, and a Ctrl-C is heard.
      await new Promise(setImmediate);
      continue;
    }
    const { frame, ms } = step;
    const drawn = door.ask(step.bytes);
    const packed = drawn.then(
      async (answer): Promise<Buffer | 'led' | 'same'> =>
        answer.kind === 'picture' ? pngOf(answer, size) : answer.kind,
    );
    const before = written;
    written = packed.then(async (png) => {
      await before;
      if (frame === null) return onStep({ ms });
      const picture = frame - zero;
      if (typeof png === 'string') await folder.repeat(picture);
      else await folder.write(picture, png);
      counts[typeof png === 'string' ? 'repeated' : 'distinct'] += 1;
      onStep({ pictures: picture + 1 });
    });
    // Who waits for it hears of a failure.
    written.catch(() => {});
    under.push(written);
    if (under.length >= AHEAD) await under.shift();
  }
  await written;
  return counts;
}
