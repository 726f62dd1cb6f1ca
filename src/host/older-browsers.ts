/*
 * What the Chromium of OBS 30 (103) does not know of what this code is written with; imported first by whatever begins in
 * a browser. The compiler is told of nothing newer than this (`lib` of tsconfig.json).
 */

interface Copied<T> {
  slice(): Copied<T> & T[];
}

const methods = {
  toSorted<T>(this: Copied<T>, compare?: (a: T, b: T) => number) {
    return this.slice().sort(compare);
  },
  toReversed<T>(this: Copied<T>) {
    return this.slice().reverse();
  },
  with<T>(this: Copied<T>, index: number, value: T) {
    const copy = this.slice();
    copy[index < 0 ? index + copy.length : index] = value;
    return copy;
  },
};

function toSpliced<T>(this: readonly T[], ...asked: [start: number, deleteCount: number, ...items: T[]]): T[] {
  const copy = this.slice();
  copy.splice(...asked);
  return copy;
}

/** As engines define their own: seen by no loop over the keys. */
function lend(prototype: object, lent: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(lent))
    if (!(name in prototype)) Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

lend(Array.prototype, { ...methods, toSpliced });
lend(Object.getPrototypeOf(Uint8Array.prototype), methods);

export {};
