/** No monitor of control is wider, in pixels; so a photograph of 20 MB is kept in a few hundred kB. */
const WIDEST = 1920;
const QUALITY = 0.85;

/** An image of any size as a text of a page, no wider than a monitor; null where the browser cannot draw the file. */
export async function stillOf(file: Blob): Promise<string | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return drawn(image);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawn(image: HTMLImageElement): string | null {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0) return null;
  const share = Math.min(1, WIDEST / width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * share));
  canvas.height = Math.max(1, Math.round(height * share));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', QUALITY);
}
