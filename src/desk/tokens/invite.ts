import { ok, type Result } from '../../wire/result.ts';
import type { TokenTrust } from '../../wire/trust.ts';
import type { Arguments } from '../arguments.ts';
import { isLoopback } from '../doors/loopback.ts';
import { firstTokens, tokenFileIn } from './token-file.ts';

/** Tokens that were just made, and are to be shown this once. */
export type Invited = readonly { readonly trust: TokenTrust; readonly token: string }[];

/** A desk that strangers reach makes the first tokens; null is one that only its own machine reaches. */
export function invite({ host, behindProxy, tapes, tokens }: Arguments): Result<Invited | null> {
  return isLoopback(host) && !behindProxy ? ok(null) : firstTokens(tokens ?? tokenFileIn(tapes));
}
