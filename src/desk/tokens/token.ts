import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type TokenTrust, tokenTrusts } from '../../wire/trust.ts';

/** Whose a token is. The token itself is printed once, and known to nobody after that. */
export interface Holder {
  /** "Ana", "companion": it signs what is done with it. */
  readonly name: string;
  readonly trust: TokenTrust;
  /** SHA-256 of the token, in hex: 160 random bits need no slower one. */
  readonly hash: string;
  /** On the wall clock. */
  readonly madeAt: number;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,23}$/u;

/** 1 to 24 letters, digits, spaces, dots or dashes: it stands in the log. */
export const isTokenName = (name: string): boolean => NAME.test(name);

/** How its file has them. */
export const holdersShape = v.object({
  holders: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(NAME)),
      trust: v.picklist(tokenTrusts),
      hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      madeAt: v.number(),
    }),
  ),
});

const MARK = 'ard_';
const BYTES = 20;

/** Recognisable, so that who finds one in a file knows what it is. */
export const newToken = (): string => MARK + randomBytes(BYTES).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Longer than any token: more is not looked at. */
export const LONGEST_TOKEN = 100;
