import type { LimitTable, Scale } from './rules.ts';

/** Puts a foreign value over one of ours. Undefined where it does not fit: `errors` then says where and why. */
export type Check<T> = (over: unknown, path: string, errors: string[], base: T) => T | undefined;

/** A check of a value that is replaced as a whole. */
export type Leaf<T> = (over: unknown, path: string, errors: string[]) => T | undefined;

/** An object of exactly these fields, each of them optional where a file says its own. */
export function fields<T extends object>(checks: { readonly [K in keyof T]: Check<T[K]> }): Check<T> {
  return (over, path, errors, base) => {
    if (!isObject(over)) return refuse(over, 'an object', path, errors);
    const result = { ...base };
    for (const key of Object.keys(over)) {
      if (!isKey(checks, key)) {
        errors.push(`${path}.${key}: unknown field; known are ${Object.keys(checks).join(', ')}`);
        continue;
      }
      const checked = checks[key](over[key], `${path}.${key}`, errors, base[key]);
      if (checked !== undefined) result[key] = checked;
    }
    return result;
  };
}

/** An object whose names are free: new ones are added. */
export const named =
  <T>(check: Leaf<T>): Check<{ readonly [name: string]: T }> =>
  (over, path, errors, base) => {
    if (!isObject(over)) return refuse(over, 'an object', path, errors);
    const result: { [name: string]: T } = { ...base };
    for (const [name, value] of Object.entries(over)) {
      const checked = check(value, `${path}.${name}`, errors);
      if (checked !== undefined) result[name] = checked;
    }
    return result;
  };

/** Null is a value here, not a lack of one. */
export const nullOr =
  <T>(check: Leaf<T>): Leaf<T | null> =>
  (over, path, errors) =>
    over === null ? null : check(over, path, errors);

export const number =
  (least = 0): Leaf<number> =>
  (over, path, errors) =>
    isNumber(over) && over >= least ? over : refuse(over, `a number from ${least} on`, path, errors);

/** A place or an age: 1, 2, 3 ... */
export const count: Leaf<number> = (over, path, errors) =>
  isNumber(over) && Number.isInteger(over) && over >= 1 ? over : refuse(over, 'a whole number from 1 on', path, errors);

export const text: Leaf<string> = (over, path, errors) =>
  typeof over === 'string' && over !== '' ? over : refuse(over, 'a text', path, errors);

export const flag: Leaf<boolean> = (over, path, errors) =>
  typeof over === 'boolean' ? over : refuse(over, 'true or false', path, errors);

export const oneOf =
  <T extends string>(known: readonly T[]): Leaf<T> =>
  (over, path, errors) =>
    known.find((one) => one === over) ?? refuse(over, `one of ${known.join(', ')}`, path, errors);

/** What the first, the second, ... gets. */
export const scale: Leaf<Scale> = (over, path, errors) =>
  Array.isArray(over) && over.every((one) => isNumber(one) && one >= 0)
    ? over
    : refuse(over, 'a list of numbers from 0 on', path, errors);

/** A table of time limits: speeds in rising order, null for any speed last. */
export const limitTable: Leaf<LimitTable> = (over, path, errors) =>
  Array.isArray(over) && over.length > 0 && over.every(isBand) && isRising(over.map(({ uptoKph }) => uptoKph))
    ? over
    : refuse(over, 'a list of { uptoKph, pct } in rising order, uptoKph null for any speed', path, errors);

const isBand = (value: unknown): value is LimitTable[number] =>
  isObject(value) &&
  Object.keys(value).every((key) => key === 'uptoKph' || key === 'pct') &&
  (value.uptoKph === null || isNumber(value.uptoKph)) &&
  isNumber(value.pct) &&
  value.pct >= 0;

const isRising = (speeds: readonly (number | null)[]): boolean =>
  speeds.every((kph, i) => i === 0 || (kph ?? Number.POSITIVE_INFINITY) > (speeds[i - 1] ?? Number.POSITIVE_INFINITY));

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKey = <T extends object>(object: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(object, key);

function refuse(over: unknown, wanted: string, path: string, errors: string[]): undefined {
  const seen = (JSON.stringify(over) ?? String(over)).slice(0, 60);
  errors.push(`${path}: must be ${wanted}, but is ${seen}`);
}
