import type { Band, Estimate } from '../estimate.ts';

/**
 * What is expected, with its bands: by the errors of the day so far and those that are borrowed from other days, both in
 * units of the error that is usual for such a forecast (`unit`, in the unit of `value`).
 */
export function estimateOf(value: number, unit: number, own: readonly number[], borrowed: readonly number[]): Estimate {
  const errors = Float64Array.from([...own, ...borrowed]).sort();
  const between = (low: number, high: number): Band => ({
    low: value + unit * quantileOf(errors, low),
    high: value + unit * quantileOf(errors, high),
  });
  return { value, half: between(0.25, 0.75), most: between(0.1, 0.9) };
}

/** Of values in ascending order: of n, the k-th is at k / (n + 1), so that few are not taken for all there could be. */
function quantileOf(sorted: Float64Array, share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

export const movedBy = ({ value, half, most }: Estimate, by: number): Estimate => ({
  value: value + by,
  half: { low: half.low + by, high: half.high + by },
  most: { low: most.low + by, high: most.high + by },
});

/** From nothing up: a gap is never less. */
export function fromZero({ value, half, most }: Estimate): Estimate {
  const cut = ({ low, high }: Band): Band => ({ low: Math.max(0, low), high: Math.max(0, high) });
  return { value: Math.max(0, value), half: cut(half), most: cut(most) };
}

/** A range as wide as two thirds of the value says nothing, nor does that of nothing at all. */
export const isTooWide = ({ most }: Estimate, value: number): boolean => most.high - most.low >= (2 / 3) * value;
