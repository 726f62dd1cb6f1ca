import { quantile } from '../../src/desk/truth/quantile.ts';

const ascending = (values: readonly number[]) => Float64Array.from(values).sort();

export function median(values: readonly number[]): number {
  return ascending(values)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Rounded to hundredths. */
export const percentile = (values: readonly number[], percent: number): number =>
  quantile(ascending(values), percent / 100);

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
