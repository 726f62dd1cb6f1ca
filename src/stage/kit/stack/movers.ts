/**
 * Who really changed place between two orders: all but the longest run of those who kept theirs. When one rider drops
 * behind ten, it is he who lost places; the ten only moved up.
 */
export function movers(before: readonly string[], after: readonly string[]): ReadonlyMap<string, 'gain' | 'loss'> {
  const was = new Map(before.map((key, index) => [key, index]));
  const common = after.filter((key) => was.has(key));
  const order = common.map((key) => was.get(key)!);
  const kept = new Set(longestRun(order));
  const now = new Map(after.map((key, index) => [key, index]));
  return new Map(
    common
      .filter((key) => !kept.has(was.get(key)!) && was.get(key) !== now.get(key))
      .map((key) => [key, now.get(key)! < was.get(key)! ? 'gain' : 'loss']),
  );
}

/** Longest increasing subsequence, by the plain quadratic method: lists on air are short. */
function longestRun(numbers: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [i, number] of numbers.entries()) {
    const before = best.slice(0, i).filter((run) => run.at(-1)! < number);
    best.push([...before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []), number]);
  }
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
}
