import type { Timed } from '../feed.ts';

/**
 * What came before the clock of the race was known (0) belongs right before what came next. What an operator said
 * after seeking back stands behind what was already on the tape: put it in its place.
 */
export function inOrder(inputs: readonly Timed[]): Timed[] {
  let next = inputs.findLast((input) => input.atMs !== 0)?.atMs ?? 0;
  const known = inputs.toReversed().map((input) => {
    if (input.atMs !== 0) next = input.atMs;
    return input.atMs === 0 ? { ...input, atMs: next } : input;
  });
  return known.reverse().sort((a, b) => a.atMs - b.atMs);
}
