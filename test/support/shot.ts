import { page } from 'vitest/browser';

/** What the browser shows of an element, as it composes it. */
export async function shotOf(element: HTMLElement): Promise<ImageData> {
  const base64 = await page.screenshot({ element, base64: true, save: false });
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const flat = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
  flat.drawImage(bitmap, 0, 0);
  return flat.getImageData(0, 0, bitmap.width, bitmap.height);
}
