const toUtf8 = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Grows as needed. Integers are variable-length: seven bits a byte, small ones first; negative ones are folded in. */
export class Writer {
  private bytes = new Uint8Array(1024);
  private at = 0;

  byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }

  /** 0 up to 2^53 - 1. */
  natural(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error(`the wire carries whole numbers from 0, not ${value}`);
    let rest = value;
    this.room(8);
    while (rest > 0x7f) {
      this.bytes[this.at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.at++] = rest;
  }

  /** Zigzag: 0, -1, 1, -2, 2 are 0, 1, 2, 3, 4. */
  integer(value: number): void {
    this.natural(value < 0 ? -2 * value - 1 : 2 * value);
  }

  block(bytes: Uint8Array): void {
    this.natural(bytes.length);
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  text(text: string): void {
    this.block(toUtf8.encode(text));
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }

  private room(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** The same, read. Throws a RangeError at the end of the bytes and on what no writer writes: the door catches it. */
export class Reader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get finished(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError('it ends too early');
    this.at += 1;
    return byte;
  }

  natural(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let unit = 0x80; unit <= 2 ** 49; unit *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return checked(value);
    }
    throw new RangeError('a number is too long');
  }

  integer(): number {
    const folded = this.natural();
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** How many of something follow; never more than could be there, so that junk cannot ask for memory. */
  count(most: number): number {
    const count = this.natural();
    if (count > most) throw new RangeError('a list is too long');
    return count;
  }

  block(): Uint8Array {
    const length = this.count(this.bytes.length - this.at);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text(): string {
    return utf8.decode(this.block());
  }
}

function checked(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('a number is too large');
  return value;
}
