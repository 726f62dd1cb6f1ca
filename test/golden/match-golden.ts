import { expect } from 'vitest';
import { commands, server } from 'vitest/browser';
import { compare } from '../support/compare.ts';

/** Whether pictures are kept anew instead of compared: `vitest -u`. */
export const keepsAnew = (): boolean => server.config.snapshotOptions.updateSnapshot === 'all';

const pathOf = (name: string) => `test/golden/${name}.png`;

/**
 * Expects exactly the picture that was kept under this name: not one pixel may differ. `vitest -u` keeps the present
 * one instead. What differs is left beside it as `.actual.png` and `.diff.png`.
 */
export async function matchGolden(name: string, image: ImageData): Promise<void> {
  const path = pathOf(name);
  const png = await encode(image);
  if (keepsAnew()) return write(path, png);
  const kept = await commands.readFile(path, 'base64').catch(() => null);
  if (kept === null) {
    await write(path.replace('.png', '.actual.png'), png);
    return expect.fail(`There is no ${path} yet. Look at ${name}.actual.png beside it, then run vitest -u.`);
  }
  // Both have been a PNG, so that both have lost the same.
  const [expected, actual] = await Promise.all([decode(kept), decode(png)]);
  const { count, most, picture } = compare(expected, actual);
  if (count === 0) return;
  await write(path.replace('.png', '.actual.png'), png);
  await write(path.replace('.png', '.diff.png'), await encode(picture()));
  expect.fail(`${path}: ${count} pixels differ, by up to ${Math.round(most)} of 255. See .actual.png and .diff.png.`);
}

/** The picture that was kept under this name. */
export async function goldenOf(name: string): Promise<ImageData> {
  return decode(await commands.readFile(pathOf(name), 'base64'));
}

/** Leaves the picture of a difference beside those that differ. */
export async function leaveDifference(name: string, picture: ImageData): Promise<void> {
  await write(pathOf(name).replace('.png', '.diff.png'), await encode(picture));
}

const write = (path: string, base64: string): Promise<void> => commands.writeFile(path, base64, 'base64');

async function encode(image: ImageData): Promise<string> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

async function decode(base64: string): Promise<ImageData> {
  const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
  const flat = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  flat.drawImage(bitmap, 0, 0);
  return flat.getImageData(0, 0, bitmap.width, bitmap.height);
}
