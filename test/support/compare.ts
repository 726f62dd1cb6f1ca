/** How far two pictures are apart, pixel by pixel, in what is really composited: colour times alpha. */
export interface Difference {
  /** Pixels that differ by more than `beyond` in any channel. */
  readonly count: number;
  readonly share: number;
  /** Largest difference of a channel, of 255. */
  readonly most: number;
  /** The expected picture faint, and red where the other differs. */
  picture(): ImageData;
}

export function compare(expected: ImageData, actual: ImageData, beyond = 0): Difference {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height)
    throw new Error(`Expected ${width} x ${height} pixels, got ${actual.width} x ${actual.height}.`);
  const [own, other] = [wholePixels(expected), wholePixels(actual)];
  const differing: number[] = [];
  let most = 0;
  for (let at = 0; at < own.length; at++) {
    if (own[at] === other[at]) continue;
    const apart = apartAt(expected.data, actual.data, 4 * at);
    if (apart > most) most = apart;
    if (apart > beyond) differing.push(at);
  }
  const count = differing.length;
  return { count, share: count / (width * height), most, picture: () => pictureOf(expected, differing) };
}

const wholePixels = ({ data }: ImageData) => new Uint32Array(data.buffer, data.byteOffset, data.length / 4);

const RED = [255, 0, 0, 255];

function pictureOf({ data, width, height }: ImageData, differing: readonly number[]): ImageData {
  const picture = new ImageData(Uint8ClampedArray.from(data), width, height);
  for (let i = 3; i < data.length; i += 4) picture.data[i]! /= 5;
  for (const at of differing) picture.data.set(RED, 4 * at);
  return picture;
}

/** Largest difference of a channel, in what is composited. */
function apartAt(a: Uint8ClampedArray, b: Uint8ClampedArray, i: number): number {
  const [alphaA, alphaB] = [a[i + 3], b[i + 3]];
  let most = Math.abs(alphaA! - alphaB!);
  for (let c = i; c < i + 3; c++) most = Math.max(most, Math.abs(a[c]! * alphaA! - b[c]! * alphaB!) / 255);
  return most;
}

export function isEmpty(image: ImageData): boolean {
  return wholePixels(image).every((pixel) => pixel === 0);
}
