import { type Layer, layers } from '../../../show/zones.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { type Json, jsonOf, recordOf } from '../../feeds/json.ts';

/* What controllers say, read kindly: some send as a text what others send as an object. */

/** Nothing is an object without fields; null where the text is none. */
export const bodySaid = (text: string): Json | null => (text.trim() === '' ? {} : recordOf(jsonOf(text)));

/** How often a target may be a text within a text. */
const WRAPPED = 3;

/**
 * The zone that a render target names; null for one that names none. `{"zone": "stack"}`, the same as a text, as a text of
 * that text (Sofie asks so), or the bare word.
 */
export function zoneSaid(given: unknown, wrapped = WRAPPED): Layer | null {
  const word = typeof given === 'string' ? given.trim() : recordOf(given)?.zone;
  const zone = layers.find((one) => one === word);
  if (zone || typeof given !== 'string' || wrapped === 0) return zone ?? null;
  return zoneSaid(jsonOf(given), wrapped - 1);
}

/** The values for a graphic: an object, or one as a text; nothing said is none. */
export function dataSaid(params: unknown): Result<Json> {
  if (params === undefined || params === null) return ok({});
  const record = recordOf(params);
  if (!record) return fail('"params" is no object: send {"data": {…}}.');
  const { data } = record;
  if (data === undefined || data === null || data === '') return ok({});
  const values = recordOf(typeof data === 'string' ? jsonOf(data) : data);
  return values ? ok(values) : fail('"data" is no object of names and values.');
}

/** How far a graphic is to go; null for what is not said. */
export interface PlaySaid {
  readonly goto: number | null;
  readonly delta: number | null;
}

export function playSaid(params: unknown): Result<PlaySaid> {
  const record = recordOf(params ?? {});
  if (!record) return fail('"params" is no object: send {"delta": 1} or {"goto": 0}.');
  const [to, by] = [wholeSaid(record.goto), wholeSaid(record.delta)];
  if (to === undefined || (to ?? 0) < 0) return fail('"goto" is no step: a whole number from 0 is wanted.');
  return by === undefined
    ? fail('"delta" is no number of steps: a whole number is wanted.')
    : ok({ goto: to, delta: by });
}

/** Null where it is not said, undefined where it is no whole number. */
function wholeSaid(given: unknown): number | null | undefined {
  if (given === undefined || given === null) return null;
  const number = typeof given === 'string' && /^\s*-?\d{1,9}\s*$/.test(given) ? Number(given) : given;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

export const skipsSaid = (params: unknown): boolean => {
  const skip = recordOf(params)?.skipAnimation;
  return skip === true || skip === 'true';
};
