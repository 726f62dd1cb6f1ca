import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { fail, ok, type Result } from '../../wire/result.ts';
import { type TokenTrust, tokenTrusts } from '../../wire/trust.ts';
import { jsonOf } from '../feeds/json.ts';
import { type Holder, hashOf, holdersShape, newToken } from './token.ts';

/** Beside the tapes, readable by the desk's user alone. */
export const tokenFileIn = (tapes: string): string => join(tapes, 'tokens.json');

/** Nobody where there is no file; one sentence where it cannot be read, for nobody may guess whom it meant. */
export function readHolders(file: string): Result<readonly Holder[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok([]);
    return fail(`${file} cannot be read: nobody's token is valid until it can.`);
  }
  const read = v.safeParse(holdersShape, jsonOf(text));
  return read.success
    ? ok(read.output.holders)
    : fail(`${file} is no list of tokens: delete it, and make new ones with "npm run tokens -- add operator Ana".`);
}

function writeHolders(file: string, holders: readonly Holder[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.draft`, `${JSON.stringify({ holders }, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/** A token and its holder, who is in the file from now on; the token is to be shown once. */
export function addHolder(file: string, trust: TokenTrust, name: string, now = Date.now): Result<string> {
  const held = readHolders(file);
  if (!held.ok) return held;
  if (held.value.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    return fail(`There is a token of ${name} already: remove it first, or choose another name.`);
  const token = newToken();
  writeHolders(file, [...held.value, { name, trust, hash: hashOf(token), madeAt: now() }]);
  return ok(token);
}

export function removeHolder(file: string, name: string): Result<Holder> {
  const held = readHolders(file);
  if (!held.ok) return held;
  const holder = held.value.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!holder) return fail(`There is no token of ${name}; "npm run tokens -- list" says which there are.`);
  writeHolders(
    file,
    held.value.filter((one) => one !== holder),
  );
  return ok(holder);
}

/** One for each trust where there is none yet, with its name; what is given back is to be shown once. */
export function firstTokens(file: string): Result<readonly { readonly trust: TokenTrust; readonly token: string }[]> {
  const held = readHolders(file);
  if (!held.ok) return held;
  if (held.value.length > 0) return ok([]);
  const made = tokenTrusts.map((trust) => ({ trust, token: newToken() }));
  writeHolders(
    file,
    made.map(({ trust, token }) => ({ name: trust, trust, hash: hashOf(token), madeAt: Date.now() })),
  );
  return ok(made);
}

/** When a file was written last, and how long it is; "" where there is none. */
export function stampOf(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return '';
  }
}
