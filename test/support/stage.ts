import { manualClock, moveTo, moving } from '../../src/stage/clock.ts';
import type { Drawing } from '../../src/stage/overlay.ts';
import { createPicture, PICTURE, type Picture } from '../../src/stage/picture.ts';
import type { RendererName } from '../../src/stage/renderer.ts';

/** One drawing in a picture of its own, without a stage, on a clock that is moved by hand. */
export async function mount<View>(drawing: Drawing<View>, renderer: RendererName) {
  const picture = await createPicture(renderer);
  document.body.append(picture.element);
  picture.resize(1, 1);
  const plane = picture.add(drawing.node, drawing.box);
  const clock = manualClock((timeMs) => {
    moveTo(timeMs);
    picture.render();
    return moving() ? timeMs : Infinity;
  });
  let view: View | null = null;
  return {
    picture,
    clock,
    /** Makes the drawing show this view, then draws the frame of the present time. */
    update(next: View) {
      drawing.update(next, view);
      view = next;
      clock.to(clock.timeMs);
    },
    pixels: () => pixelsOf(picture),
    unmount() {
      plane.remove();
      drawing.node.destroy({ children: true });
      picture.destroy();
    },
  };
}

/** The whole picture, 1920 x 1080, RGBA without premultiplication, exactly as the page shows it. */
export function pixelsOf(picture: Picture): ImageData {
  const { width, height } = PICTURE;
  const flat = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  picture.copyTo(flat);
  return flat.getImageData(0, 0, width, height);
}

export const pixelAt = (image: ImageData, x: number, y: number): number[] => [
  ...image.data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 4),
];
