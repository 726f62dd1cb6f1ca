import { defaultEdition } from '../../src/edition/edition.ts';
import type { Box } from '../../src/edition/theme.ts';
import { shippedTheme } from '../../src/host/themes.ts';
import { manualClock } from '../../src/stage/clock.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import type { Inbox } from '../../src/stage/inbox.ts';
import type { Drawing, Manifest, Overlay } from '../../src/stage/overlay.ts';
import type { Picture } from '../../src/stage/picture.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { PICTURE } from '../../src/stage/size.ts';
import { Stage, type StageOptions } from '../../src/stage/stage.ts';
import { type Animations, StageTime } from '../../src/stage/time.ts';
import { race, START_MS } from './race.ts';

/** One drawing in a picture of its own, without a stage, on a clock that is moved by hand. */
export async function mount<View>(draw: (animations: Animations) => Drawing<View>, renderer: RendererName) {
  const time = new StageTime();
  const drawing = draw(
    time.animations((error) => {
      throw error;
    }),
  );
  const picture = await createPicture(renderer);
  document.body.append(picture.element);
  picture.resize(1, 1);
  const plane = picture.add(drawing.node, drawing.box);
  const clock = manualClock((timeMs) => {
    time.moveTo(timeMs);
    picture.render();
    return time.moving ? timeMs : Infinity;
  });
  let view: View | null = null;
  return {
    picture,
    drawing,
    clock,
    /** Makes the drawing show this view, then draws the frame of the present time. */
    update(next: View) {
      drawing.update(next, view);
      view = next;
      clock.to(clock.timeMs);
    },
    pixels: () => pixelsOf(picture),
    unmount() {
      time.end();
      plane.remove();
      drawing.node.destroy({ children: true });
      picture.destroy();
    },
  };
}

let flat: OffscreenCanvasRenderingContext2D | undefined;

/** What the page shows in a box of the picture, or in all of it, 1920 x 1080: RGBA without premultiplication. */
export function pixelsOf(picture: Picture, { x, y, width, height }: Box = { x: 0, y: 0, ...PICTURE }): ImageData {
  flat ??= new OffscreenCanvas(PICTURE.width, PICTURE.height).getContext('2d', { willReadFrequently: true })!;
  flat.clearRect(0, 0, PICTURE.width, PICTURE.height);
  picture.copyTo(flat);
  return flat.getImageData(x, y, width, height);
}

export const pixelAt = (image: ImageData, x: number, y: number): number[] => [
  ...image.data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 4),
];

/** A real stage on a clock that is moved by hand, told what is wanted by name. */
export async function onStage(
  overlays: readonly Overlay[],
  renderer: RendererName = 'canvas',
  over: Partial<StageOptions> = {},
) {
  const picture = await createPicture(renderer);
  document.body.append(picture.element);
  const faults: string[] = [];
  const stage = new Stage({
    picture,
    overlays: new Map(overlays.map((overlay) => [overlay.manifest.id, overlay])),
    edition: defaultEdition,
    theme: shippedTheme(null),
    onFault: ({ overlay, message }) => faults.push(`${overlay}: ${message}`),
    ...over,
  });
  const clock = manualClock(stage.frame);
  const raceClock = { atMs: START_MS, pageMs: 0, rate: 0, floorMs: -Infinity };
  let told: Inbox = { race: race(), items: {}, cut: false, replay: false, raceClock };
  picture.onRestored(() => {
    stage.rebuild();
    clock.wake();
  });
  return {
    picture,
    stage,
    clock,
    faults,
    /** Draws the frame of the present time, or one so much later. */
    tell(news: Partial<Inbox>, laterMs = 0) {
      told = { ...told, ...news };
      stage.tell(told);
      clock.to(clock.timeMs + laterMs);
    },
    /** Wants these overlays, each in its own layer, and no other. */
    want(...ids: readonly string[]) {
      const items = overlays
        .filter(({ manifest }) => ids.includes(manifest.id))
        .map(({ manifest }) => itemOf(manifest));
      this.tell({ items: Object.fromEntries(items), cut: false });
    },
    pixels: () => pixelsOf(picture),
    close() {
      stage.end();
      picture.destroy();
    },
  };
}

const itemOf = ({ layer, id }: Manifest) => [layer, { overlay: id, params: {}, step: 0 }] as const;
