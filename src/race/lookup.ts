/** Index of the last element whose key is at or below `at`, or -1. Keys ascend. */
export function lastAtOrBelow<T>(list: readonly T[], at: number, key: (item: T) => number): number {
  let lo = 0;
  let hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (key(list[mid]!) <= at) lo = mid + 1;
    else hi = mid;
  }
  return lo - 1;
}

/** Linear between samples, level beyond their ends. NaN for an empty list. */
export function readLinear<T>(list: readonly T[], at: number, x: (item: T) => number, y: (item: T) => number): number {
  if (list.length === 0) return Number.NaN;
  const i = lastAtOrBelow(list, at, x);
  if (i < 0) return y(list[0]!);
  const a = list[i]!;
  const b = list[i + 1];
  if (!b) return y(a);
  return y(a) + ((at - x(a)) * (y(b) - y(a))) / (x(b) - x(a));
}

/** Sorts in place, stably, what is nearly in order: then no element has far to go. */
export function putInOrder<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < list.length; i += 1) {
    const one = list[i]!;
    let at = i;
    while (at > 0 && compare(list[at - 1]!, one) > 0) {
      list[at] = list[at - 1]!;
      at -= 1;
    }
    list[at] = one;
  }
  return list;
}
