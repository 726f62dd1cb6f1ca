import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Bib } from '../../../race/units.ts';
import type { GivenPhone } from '../../../wire/crew/phones.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { jsonOf } from '../json.ts';

/**
 * Which number has which key, kept beside the tapes, one file for each desk, and readable by its user alone. A key is made of a secret, of
 * the number and of how often it was taken back: the file names no key.
 */
export interface KeyBook {
  /** Who has it may join. */
  isCode(text: string): boolean;
  code(): string;
  given(): readonly GivenPhone[];
  /** Who has ever said his own name, on no list. */
  named(): ReadonlySet<Bib>;
  /** Null for what is nobody's key. */
  whose(key: string): Bib | null;
  /** His key, which is valid from now on; fails where he has one. */
  give(phone: GivenPhone): Result<string>;
  /** Takes a key back, or all of them and the code; whether there was a key. */
  free(bib: Bib | null): Result<boolean>;
}

/** Desks that share a folder have ports of their own. */
const fileOf = (port: number): string => `phones-${port}.json`;

const bookShape = v.object({
  secret: v.pipe(v.string(), v.minLength(40)),
  code: v.pipe(v.string(), v.minLength(6)),
  /** How often the key of a number was taken back. */
  freed: v.record(v.string(), v.number()),
  named: v.array(v.string()),
  given: v.array(v.object({ bib: v.string(), name: v.nullable(v.string()), atMs: v.number() })),
});
type Kept = v.InferOutput<typeof bookShape>;

/** Letters and figures that nobody takes for each other, by which 31 bits and more are spoken over a loudspeaker. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 8;
const KEY_LENGTH = 24;

const newCode = (): string => Array.from(randomBytes(CODE_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');

const newBook = (): Kept => ({
  secret: randomBytes(32).toString('base64url'),
  code: newCode(),
  freed: {},
  named: [],
  given: [],
});

export function openKeyBook(folder: string, port: number): Result<KeyBook> {
  const file = join(folder, fileOf(port));
  const read = readBook(file);
  if (!read.ok) return read;
  let kept = read.value ?? newBook();
  let keys = keysOf(kept);
  const keep = (next: Kept): Result<null> => {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.draft`, `${JSON.stringify(next)}\n`, { mode: 0o600 });
      renameSync(`${file}.draft`, file);
    } catch (error) {
      return fail(`${file} cannot be written (${error instanceof Error ? error.message : error}): no phone can join.`);
    }
    kept = next;
    keys = keysOf(next);
    return ok(null);
  };
  if (!read.value) {
    const made = keep(kept);
    if (!made.ok) return made;
  }
  return ok({
    isCode: (text) => isSame(text.trim().toLowerCase(), kept.code),
    code: () => kept.code,
    given: () => kept.given,
    named: () => new Set(kept.named),
    whose: (key) => keys.get(key) ?? null,
    give(phone) {
      if (kept.given.some(({ bib }) => bib === phone.bib)) return fail(taken(phone.bib));
      const named = phone.name === null ? kept.named : [...new Set([...kept.named, phone.bib])];
      const done = keep({ ...kept, named, given: [...kept.given, phone] });
      return done.ok ? ok(keyOf(kept, phone.bib)) : done;
    },
    free(bib) {
      const out = kept.given.filter((one) => bib === null || one.bib === bib);
      if (out.length === 0) return ok(false);
      const freed = { ...kept.freed };
      for (const one of out) freed[one.bib] = (freed[one.bib] ?? 0) + 1;
      const code = bib === null ? newCode() : kept.code;
      const done = keep({ ...kept, code, freed, given: kept.given.filter((one) => !out.includes(one)) });
      return done.ok ? ok(true) : done;
    },
  });
}

const taken = (bib: Bib): string =>
  `Number ${bib} has a phone already: if it is not yours, ask the crew to free the number.`;

/** Null where there is none yet. */
function readBook(file: string): Result<Kept | null> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok(null);
    return fail(`${file} cannot be read: nobody knows whose phone is whose until it can.`);
  }
  const read = v.safeParse(bookShape, jsonOf(text));
  return read.success
    ? ok(read.output)
    : fail(`${file} is no list of phones: delete it, and let all phones join anew.`);
}

const keyOf = ({ secret, freed }: Kept, bib: Bib): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([bib, freed[bib] ?? 0]))
    .digest('base64url')
    .slice(0, KEY_LENGTH);

const keysOf = (kept: Kept): ReadonlyMap<string, Bib> => new Map(kept.given.map(({ bib }) => [keyOf(kept, bib), bib]));

function isSame(text: string, code: string): boolean {
  const [a, b] = [Buffer.from(text), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}
