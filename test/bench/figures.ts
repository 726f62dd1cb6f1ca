import { quantile } from '../../src/desk/truth/quantile.ts';

const ascending = (values: readonly number[]) => Float64Array.from(values).sort();

export function median(values: readonly number[]): number {
  return ascending(values)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Rounded to hundredths. */
export const percentile = (values: readonly number[], percent: number): number =>
  quantile(ascending(values), percent / 100);

/** A quarter of the way in, everything that is built up has been built: the compiler's work, the field's history. */
const STEADY_SHARE = 0.25;

/** Of looks at even distances, those since it was steady. */
export const steadyOf = (looks: readonly number[]): readonly number[] =>
  looks.slice(Math.ceil(looks.length * STEADY_SHARE) - 1);

/** From the first steady look to the highest after it, in per cent. */
export function growthPct(looks: readonly number[]): number {
  const steady = steadyOf(looks);
  return (Math.max(...steady) / (steady[0] ?? Number.NaN) - 1) * 100;
}

/**
 * Of looks whose height goes with what happens to be on air: the mean of the last quarter against that of the first steady
 * one, in per cent. What stays behind shows here, and one tall moment does not.
 */
export function driftPct(looks: readonly number[]): number {
  const quarter = Math.ceil(looks.length * STEADY_SHARE);
  return (mean(looks.slice(-quarter)) / mean(looks.slice(quarter, 2 * quarter)) - 1) * 100;
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

export type Figures = Readonly<Record<string, number | null>>;

/** Of each figure its median over all looks; null where one look could not tell it. */
export function medians<F extends Figures>(looks: readonly F[]): F {
  const names = Object.keys(looks[0] ?? {});
  const middle = (name: string) => {
    const told = looks.flatMap((look) => look[name] ?? []);
    return told.length < looks.length ? null : median(told);
  };
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as F;
}
