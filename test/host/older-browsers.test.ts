import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

const names = ['toSorted', 'toReversed', 'toSpliced', 'with'] as const;
const typed: object = Object.getPrototypeOf(Uint8Array.prototype);
const prototypes = [Array.prototype as object, typed];
const native = prototypes.map((prototype) => Object.getOwnPropertyDescriptors(prototype));

beforeAll(async () => {
  for (const prototype of prototypes) for (const name of names) Reflect.deleteProperty(prototype, name);
  expect('toSorted' in []).toBe(false);
  await import('../../src/host/older-browsers.ts');
});

const lent = () => ({ ...Object.getOwnPropertyDescriptors(Array.prototype) });
const own = (prototype: object, name: string): ((...asked: unknown[]) => unknown) =>
  (Object.getOwnPropertyDescriptor(prototype, name) ?? native[prototypes.indexOf(prototype)]![name as never])!.value;

afterAll(() => {
  prototypes.forEach((prototype, i) => {
    for (const name of names) {
      const its = native[i]![name as never];
      if (its) Object.defineProperty(prototype, name, its);
    }
  });
});

it('lends an engine of 2022 the copying methods as an engine of today has them, and no loop sees them', () => {
  const before = native[0]! as Record<string, PropertyDescriptor>;
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), fc.integer(), (list, a, b) => {
      const index = list.length === 0 ? 0 : Math.abs(a) % list.length;
      const ways: [string, unknown[]][] = [
        ['toSorted', []],
        ['toSorted', [(x: number, y: number) => y - x]],
        ['toReversed', []],
        ['toSpliced', [a % 5, Math.abs(b) % 5, 1, 2]],
        ...(list.length > 0
          ? ([
              ['with', [index, b]],
              ['with', [index - list.length, b]],
            ] as [string, unknown[]][])
          : []),
      ];
      for (const [name, asked] of ways) {
        const kept = [...list];
        expect(Reflect.apply(own(Array.prototype, name), list, asked)).toEqual(
          Reflect.apply(before[name]!.value, list, asked),
        );
        expect(list).toEqual(kept);
      }
      const numbers = Float64Array.from(list);
      expect(Reflect.apply(own(typed, 'toSorted'), numbers, [])).toEqual(numbers.slice().sort());
    }),
  );
  expect(Object.keys(lent()).filter((name) => names.some((one) => one === name))).toHaveLength(4);
  const seen: string[] = [];
  for (const key in [1]) seen.push(key);
  expect(seen).toEqual(['0']);
});
