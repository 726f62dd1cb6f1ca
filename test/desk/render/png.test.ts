import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pngOf } from '../../../src/desk/render/png.ts';

const SIZE = { width: 9, height: 7 };

/** As a reader of PNG does it: chunks with their sums, then each line, which has no filter. */
function pixelsIn(png: Buffer): number[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.subarray(0, 4).toString('latin1'), body.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND']);
  const head = chunks.get('IHDR')!;
  expect([head.readUInt32BE(0), head.readUInt32BE(4), ...head.subarray(8)]).toEqual([9, 7, 8, 6, 0, 0, 0]);
  const raw = inflateSync(chunks.get('IDAT')!);
  const stride = 1 + SIZE.width * 4;
  expect(raw.length).toBe(stride * SIZE.height);
  return Array.from({ length: SIZE.height }, (_, y) => {
    const line = [...raw.subarray(y * stride + 1, (y + 1) * stride)];
    expect(raw[y * stride]).toBe(0);
    return line;
  });
}

it.each([
  { x: 0, y: 0, width: 9, height: 7 },
  { x: 2, y: 1, width: 4, height: 3 },
  { x: 8, y: 6, width: 1, height: 1 },
  { x: 5, y: 0, width: 4, height: 7 },
  { x: 0, y: 0, width: 0, height: 0 },
])('a part of a picture is a whole PNG, every pixel where it was: %o', async (box) => {
  const { x, y, width, height } = box;
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => (i * 73 + (i >> 3) * 151) & 255);
  const lines = pixelsIn(await pngOf({ ...box, rgba }, SIZE));
  for (const [row, line] of lines.entries())
    for (let column = 0; column < SIZE.width; column += 1) {
      const isIn = row >= y && row < y + height && column >= x && column < x + width;
      const at = ((row - y) * width + column - x) * 4;
      expect(line.slice(column * 4, column * 4 + 4)).toEqual(isIn ? [...rgba.subarray(at, at + 4)] : [0, 0, 0, 0]);
    }
});
