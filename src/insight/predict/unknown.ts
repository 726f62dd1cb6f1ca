import type { Forecast, Silence } from '../forecast.ts';

/** Why nothing is said of two groups that are not known for long enough: they are new, or became others. */
export const unknownYet = (before: Forecast | undefined): Silence =>
  before && (before.silent === null || before.silent === 'groups changed') ? 'groups changed' : 'no history';
