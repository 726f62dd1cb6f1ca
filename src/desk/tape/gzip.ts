import { constants, crc32, deflateRawSync, gunzipSync, inflateRawSync } from 'node:zlib';

/*
 * A tape on disk is gzip: one member for each desk that has written on it. Within a member each piece ends on the border
 * of a byte (a sync flush), so that what was written is whole without what follows, and each looks back into the text
 * before it. A desk that is killed leaves a member without its end, which every reader of gzip reads up to there.
 */
export interface Member {
  /** Of these lines: the head of the member too where they are its first. Nothing is changed by it. */
  piece(text: Uint8Array): Uint8Array;
  /** They are on the file. */
  wrote(text: Uint8Array): void;
  /** What ends it; nothing where it has not begun. */
  end(): Uint8Array;
}

const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** A flag of a head behind which a name stands, as gzip by itself writes it. */
const NAMED = 8;
/** How far back a piece can look. */
const WINDOW = 32_768;
/** The end of a piece, and what ends a member behind one: a last piece without text. */
const BORDER = Uint8Array.of(0, 0, 0xff, 0xff);
const LAST = Uint8Array.of(3, 0);
const CHECK_BYTES = 8;

export function createMember(): Member {
  let before: Uint8Array = new Uint8Array();
  let check = 0;
  let size = 0;
  return {
    piece(text) {
      const piece = deflateRawSync(text, {
        finishFlush: constants.Z_SYNC_FLUSH,
        level: constants.Z_BEST_COMPRESSION,
        strategy: constants.Z_FILTERED,
        ...(size > 0 && { dictionary: before }),
      });
      return size > 0 ? piece : Buffer.concat([HEAD, piece]);
    },
    wrote(text) {
      before = Buffer.concat([before, text]).subarray(-WINDOW);
      check = crc32(text, check);
      size += text.length;
    },
    end: () => (size > 0 ? Buffer.concat([LAST, checkOf(check, size)]) : new Uint8Array()),
  };
}

function checkOf(check: number, size: number): Buffer {
  const bytes = Buffer.alloc(CHECK_BYTES);
  bytes.writeUInt32LE(check, 0);
  bytes.writeUInt32LE(size % 2 ** 32, 4);
  return bytes;
}

export const END_BYTES = BORDER.length + LAST.length + CHECK_BYTES;

/** Whether a file whose last bytes are these was ended by its desk. */
export const endsMember = (tail: Uint8Array): boolean =>
  Buffer.from(tail)
    .subarray(-END_BYTES)
    .indexOf(Buffer.concat([BORDER, LAST])) === 0;

/** How much of a file is whole, and what behind that makes a complete file of it. */
export interface Whole {
  readonly bytes: number;
  readonly end: Uint8Array;
}

export function wholeOf(file: Uint8Array): Whole {
  const none = new Uint8Array();
  for (let at = 0; ; ) {
    const body = bodyAt(file, at);
    if (body === null) return { bytes: at, end: none };
    const member = inflated(file.subarray(body), constants.Z_FINISH);
    const check = member && checkOf(crc32(member.text), member.text.length);
    const end = body + (member?.bytes ?? 0);
    const said = file.subarray(end, end + CHECK_BYTES);
    // What rots may look like an end.
    if (!check?.subarray(0, said.length).equals(said)) return withoutEnd(file, body) ?? { bytes: at, end: none };
    if (said.length < CHECK_BYTES) return { bytes: end, end: check };
    at = end + CHECK_BYTES;
  }
}

/** All that can still be read of a file that was cut off, or has junk behind it. */
export function salvaged(file: Uint8Array): Buffer {
  const { bytes, end } = wholeOf(file);
  try {
    return gunzipSync(Buffer.concat([file.subarray(0, bytes), end]));
  } catch {
    return Buffer.alloc(0);
  }
}

/** Where the text of a member begins; null where none does. */
function bodyAt(file: Uint8Array, at: number): number | null {
  const isHead = file[at] === HEAD[0] && file[at + 1] === HEAD[1] && file[at + 2] === HEAD[2];
  const flags = file[at + 3];
  if (!isHead || at + HEAD.length > file.length) return null;
  if (flags === 0) return at + HEAD.length;
  const nameEnd = flags === NAMED ? file.indexOf(0, at + HEAD.length) : -1;
  return nameEnd < 0 ? null : nameEnd + 1;
}

/** A member up to its last piece that is whole: proven by reading it with an end behind it. */
function withoutEnd(file: Uint8Array, body: number): Whole | null {
  const borders = bordersIn(file, body);
  let [least, most] = [0, borders.length];
  // What can be read at all, whole or not: whatever lies before something that can be read can be read too.
  const isReadable = (count: number) => {
    const part = file.subarray(body, borders[count - 1]);
    return count === 0 || inflated(part, constants.Z_SYNC_FLUSH)?.bytes === part.length;
  };
  if (isReadable(most)) least = most;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (isReadable(middle)) least = middle;
    else most = middle - 1;
  }
  for (; least > 0; least -= 1) {
    const bytes = borders[least - 1]!;
    const ended = Buffer.concat([file.subarray(body, bytes), LAST]);
    const member = inflated(ended, constants.Z_FINISH);
    if (member?.bytes === ended.length)
      return { bytes, end: Buffer.concat([LAST, checkOf(crc32(member.text), member.text.length)]) };
  }
  return null;
}

function bordersIn(file: Uint8Array, from: number): number[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const borders: number[] = [];
  for (let at = bytes.indexOf(BORDER, from); at >= 0; at = bytes.indexOf(BORDER, at + 1))
    borders.push(at + BORDER.length);
  return borders;
}

/** The text of a member, and how many bytes it takes; null where it cannot be read, or has no end and should. */
function inflated(body: Uint8Array, finishFlush: number): { readonly text: Buffer; readonly bytes: number } | null {
  try {
    // With `info` there is more than the text, which the types do not know.
    const { buffer, engine } = inflateRawSync(body, { finishFlush, info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { text: buffer, bytes: engine.bytesWritten };
  } catch {
    return null;
  }
}
