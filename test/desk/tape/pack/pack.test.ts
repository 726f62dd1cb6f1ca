import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulation } from '../../../../src/desk/feeds/simulation/index.ts';
import { codeOf, createCodeReader } from '../../../../src/desk/tape/pack/code.ts';
import { ANEW, createPacker, createUnpacker } from '../../../../src/desk/tape/pack/pack.ts';

const packedOf = (lines: readonly string[]) => lines.map(createPacker());
const unpackedOf = (lines: readonly string[]) => lines.map(createUnpacker());
const isPacked = (line: string) => line.startsWith('~');

/** Minutes of the built-in race, as lines of a tape. */
function raceLines(count: number): string[] {
  const feed = simulation({ seed: 1 });
  const lines: string[] = [];
  for (const { topic, text, atMs } of feed.play(Number.NEGATIVE_INFINITY)) {
    lines.push(
      JSON.stringify({ at: 1_790_000_000_000 + lines.length * 1003, feed: 'simulation', raw: { topic, text, atMs } }),
    );
    if (lines.length >= count) return lines;
  }
  return lines;
}

/** Frames of trackers by an unsteady hand: numbers of every form, riders who come and go, other brackets. */
const numbers = fc.oneof(
  fc.integer({ min: -200, max: 99_999_999 }).map(String),
  fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value.toFixed(6)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('-0', '0', '-0.5', '0.0', '1.50', '007', '-007.10', '12345678901234567890', '0.00000000000000000001'),
  fc.constantFrom('', '-', '.', '1.', '.5', '1e9', '--1', '1.2.3', 'é7', '\\"4\\"', '~', '#', '|}~'),
);
const rows = fc.array(fc.array(numbers, { maxLength: 5 }), { maxLength: 60 });
const frames = fc.array(
  rows.map((all) => `{"t":[${all.map((row, i) => `[${i},${row.join()}]`).join()}]}${'.'.repeat(300)}`),
  {
    maxLength: 8,
  },
);

describe('a packed tape', () => {
  it('gives each line back as it was, whatever it says', () => {
    fc.assert(
      fc.property(
        frames,
        fc.array(fc.string({ maxLength: 900 }).filter((text) => !/^~|[\n\t]/.test(text))),
        (some, others) => {
          const lines = [...some, ...others, ...some];
          expect(unpackedOf(packedOf(lines))).toEqual(lines);
        },
      ),
    );
  });

  it('leaves a tenth of the built-in race before it is compressed at all, or a quarter', () => {
    const lines = raceLines(200);
    const packed = packedOf(lines);
    expect(unpackedOf(packed)).toEqual(lines);
    // The sheet and the first frame are told as they are.
    expect(packed.filter((line) => !isPacked(line)).length).toBeLessThan(4);
    expect(packed.slice(100).join('').length).toBeLessThan(lines.slice(100).join('').length / 4);
  });

  it('rather gives nothing than a wrong number, until it is told anew', () => {
    const lines = raceLines(40);
    const packed = packedOf(lines);
    const second = createPacker();
    const told = [...packed.slice(0, 20), ...packed.slice(21), ANEW, ...lines.map((line) => second(line))];
    const unpacked = unpackedOf(told);
    expect(unpacked.slice(0, 20)).toEqual(lines.slice(0, 20));
    expect(unpacked.slice(20, 40)).toEqual(Array.from({ length: 20 }, () => null));
    expect(unpacked.slice(40)).toEqual(lines);
  });

  it('is not hindered by a line that was cut off, nor by junk', () => {
    const lines = raceLines(10);
    const packed = packedOf(lines);
    const cut = packed.at(-1)!;
    expect(isPacked(cut)).toBe(true);
    for (const length of [1, 2, 3, 40, cut.length - 1])
      expect(unpackedOf([...packed.slice(0, -1), cut.slice(0, length)]).at(-1)).toBeNull();
    const junk = [...packed.slice(0, 5), 'junk', ...packed.slice(5)];
    expect(unpackedOf(junk).filter((line) => line !== 'junk')).toEqual(lines);
    expect(unpackedOf([ANEW])).toEqual([null]);
    for (const line of ['~~', '~!', '~!"', '~!!!', '~!!|\t', '~!!\t\t\t']) expect(unpackedOf([line])).toEqual([null]);
  });

  it('begins its memory anew when nothing of it comes again', () => {
    const odd = (n: number) =>
      `${'.'.repeat(400)}[${Array.from({ length: 500 }, (_, i) => `[${n * 500 + i},"a"]`).join()}]`;
    const lines = Array.from({ length: 40 }, (_, n) => odd(n));
    expect(unpackedOf(packedOf([...lines, ...lines]))).toEqual([...lines, ...lines]);
  });
});

it('a number is written short and read again', () => {
  const limit = 2 ** 51;
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.integer(),
          fc.integer({ min: -50, max: 50 }),
          fc.maxSafeInteger().filter((n) => Math.abs(n) < limit),
        ),
      ),
      (all) => {
        const text = all.map(codeOf).join('');
        expect(text).toMatch(/^[!-|]*$/);
        const reader = createCodeReader(text);
        expect(all.map(() => reader.next())).toEqual(all);
        expect(reader.isOver).toBe(true);
      },
    ),
  );
  expect(codeOf(-30)).toHaveLength(1);
});
