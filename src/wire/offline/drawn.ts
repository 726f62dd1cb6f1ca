import { Reader, Writer } from '../bytes.ts';

/** A part of a picture that holds all of it that is not empty: straight RGBA, eight bits each, row by row from the top. */
export interface DrawnPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** What came of a step: nothing was wanted, or the picture is as it was when one was wanted last, or this is it. */
export type DrawnFrame = { readonly kind: 'led' | 'same' } | ({ readonly kind: 'picture' } & DrawnPart);

/** In this order on the wire. */
const drawnKinds = ['led', 'same', 'picture'] as const;

export function packDrawn(drawn: DrawnFrame): Uint8Array {
  const writer = new Writer();
  writer.byte(drawnKinds.indexOf(drawn.kind));
  if (drawn.kind !== 'picture') return writer.done();
  for (const size of [drawn.x, drawn.y, drawn.width, drawn.height]) writer.natural(size);
  writer.block(drawn.rgba);
  return writer.done();
}

/** Throws a RangeError on what no page sends. */
export function openDrawn(bytes: Uint8Array): DrawnFrame {
  const reader = new Reader(bytes);
  const kind = drawnKinds[reader.byte()];
  if (!kind) throw new RangeError('it is no answer of a page');
  if (kind !== 'picture') return { kind };
  const [x, y, width, height] = [reader.natural(), reader.natural(), reader.natural(), reader.natural()];
  const rgba = reader.block();
  if (rgba.length !== width * height * 4) throw new RangeError('a picture is cut off');
  return { kind, x, y, width, height, rgba };
}
