import * as v from 'valibot';
import { bib } from '../hand-schema.ts';
import { fail, ok, type Result } from '../result.ts';

const givenShape = v.pipe(
  v.object({
    bib,
    /** As he typed it; null where a start list knows it. */
    name: v.nullable(v.string()),
    /** On the wall clock. */
    atMs: v.number(),
  }),
  v.readonly(),
);
/** Whose phone may speak for him. */
export type GivenPhone = v.InferOutput<typeof givenShape>;

const phonesShape = v.pipe(
  v.object({
    /** Who has it may join. */
    code: v.string(),
    /** By which others of the network reach the desk's machine. */
    addresses: v.pipe(v.array(v.string()), v.readonly()),
    /** Who has joined, in the order in which they came. */
    phones: v.pipe(v.array(givenShape), v.readonly()),
  }),
  v.readonly(),
);
/** What control shows of the phones of a desk, asked for by `/api/feed/phones`. */
export type PhonesView = v.InferOutput<typeof phonesShape>;

/** The phones as the desk tells them. */
export function parsePhones(input: unknown): Result<PhonesView> {
  const parsed = v.safeParse(phonesShape, input);
  if (parsed.success) return ok(parsed.output);
  const where = v.getDotPath(parsed.issues[0]) ?? 'all of it';
  return fail(`What the desk tells of its phones cannot be read (${where} is wrong): reload this page.`);
}
