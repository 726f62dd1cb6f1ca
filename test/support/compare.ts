/** How far two pictures are apart, pixel by pixel, in what is really composited: colour times alpha. */
export interface Difference {
  /** Pixels that differ by more than `beyond` in any channel. */
  readonly count: number;
  readonly share: number;
  /** Largest difference of a channel, of 255. */
  readonly most: number;
  /** The expected picture faint, and red where the other differs. */
  readonly picture: ImageData;
}

export function compare(expected: ImageData, actual: ImageData, beyond = 0): Difference {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height)
    throw new Error(`Expected ${width} x ${height} pixels, got ${actual.width} x ${actual.height}.`);
  const picture = new ImageData(width, height);
  let count = 0;
  let most = 0;
  for (let i = 0; i < expected.data.length; i += 4) {
    const apart = apartAt(expected.data, actual.data, i);
    if (apart > most) most = apart;
    if (apart > beyond) count++;
    picture.data.set(apart > beyond ? RED : expected.data.subarray(i, i + 4), i);
    if (apart <= beyond) picture.data[i + 3]! /= 5;
  }
  return { count, share: count / (width * height), most, picture };
}

const RED = [255, 0, 0, 255];

/** Largest difference of a channel, in what is composited. */
function apartAt(a: Uint8ClampedArray, b: Uint8ClampedArray, i: number): number {
  const [alphaA, alphaB] = [a[i + 3], b[i + 3]];
  let most = Math.abs(alphaA! - alphaB!);
  for (let c = i; c < i + 3; c++) most = Math.max(most, Math.abs(a[c]! * alphaA! - b[c]! * alphaB!) / 255);
  return most;
}

export function isEmpty(image: ImageData): boolean {
  return new Uint32Array(image.data.buffer).every((pixel) => pixel === 0);
}
