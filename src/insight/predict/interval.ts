import type { Band, Estimate } from '../estimate.ts';
import { quantileOf } from './quantile.ts';

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

/** From nothing up: a gap is never less. */
export function fromZero({ value, half, most }: Estimate): Estimate {
  const cut = ({ low, high }: Band): Band => ({ low: Math.max(0, low), high: Math.max(0, high) });
  return { value: Math.max(0, value), half: cut(half), most: cut(most) };
}

/** A range as wide as two thirds of the value says nothing, nor does that of nothing at all. */
export const isTooWide = ({ most }: Estimate, value: number): boolean => most.high - most.low >= (2 / 3) * value;
