import { defaultEdition } from '../edition/edition.ts';
import { manualClock } from '../stage/clock.ts';
import { createPicture } from '../stage/create-picture.ts';
import { loadFonts } from '../stage/kit/fonts.ts';
import { PICTURE } from '../stage/size.ts';
import { Stage } from '../stage/stage.ts';
import { alone } from './lab-scenes.ts';
import { lettersOf } from './letters-of.ts';
import { overlays } from './overlays.ts';
import { catalogue } from './scenes.ts';
import { shippedTheme } from './themes.ts';

interface ThumbnailOptions {
  readonly width: number;
  readonly height: number;
  /** The address of the picture that it lies on. */
  readonly ground: string;
}

/** When every graphic has come in. */
const AT_REST_MS = 3000;
/** Of the width of the part that is shown, around what is painted. */
const AIR = 0.06;
/** No graphic is shown larger than this many times. */
const NARROWEST = 700;

/** A graphic as its full scene has it: the part of the picture in which it is, as WebP in a data URL. For who builds it. */
export async function thumbnail(id: string, { width, height, ground }: ThumbnailOptions): Promise<string> {
  const scene = alone(id, catalogue.get(id)!.full);
  const edition = { ...defaultEdition, ...scene.edition };
  await loadFonts(lettersOf(scene.inbox.race!.sheet));
  const picture = await createPicture('canvas');
  const stage = new Stage({ picture, overlays, edition, theme: shippedTheme(edition.theme) });
  stage.resize(1, 1);
  stage.tell(scene.inbox);
  manualClock(stage.frame).run(AT_REST_MS);
  const whole = new OffscreenCanvas(PICTURE.width, PICTURE.height).getContext('2d', { willReadFrequently: true })!;
  picture.copyTo(whole);
  stage.end();
  picture.destroy();

  const painted = paintedIn(whole.getImageData(0, 0, PICTURE.width, PICTURE.height));
  const wide = Math.max(painted.width, (painted.height * width) / height, NARROWEST) * (1 + 2 * AIR);
  const part = { width: wide, height: (wide * height) / width };
  const x = painted.x + painted.width / 2 - part.width / 2;
  const y = painted.y + painted.height / 2 - part.height / 2;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  const image = new Image();
  image.src = ground;
  await image.decode();
  context.drawImage(image, 0, 0, width, height);
  context.scale(width / part.width, height / part.height);
  context.drawImage(whole.canvas, -x, -y);
  return canvas.toDataURL('image/webp', 0.9);
}

/** What is not transparent. */
function paintedIn({ data, width }: ImageData) {
  let [left, top, right, bottom] = [width, Infinity, 0, 0];
  for (let i = 3; i < data.length; i += 4) {
    if (data[i] === 0) continue;
    const at = (i - 3) / 4;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
