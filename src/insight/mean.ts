/** NaN of nothing. */
export function mean<T>(list: readonly T[], of: (one: T) => number): number {
  return list.length > 0 ? list.reduce((sum, one) => sum + of(one), 0) / list.length : Number.NaN;
}
