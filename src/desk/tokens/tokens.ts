import type { Notices } from '../notices.ts';
import { type Holder, hashOf, LONGEST_TOKEN } from './token.ts';
import { readHolders, stampOf } from './token-file.ts';

/** Who holds which token, as its file says now. */
export interface Tokens {
  /** Null for what is nobody's. */
  holder(token: string): Holder | null;
  /** Whether it is still in the file. */
  isHeld(holder: Holder): boolean;
  /** Reads the file where it changed; call it now and then. */
  look(): void;
}

export const noTokens: Tokens = { holder: () => null, isHeld: () => false, look: () => {} };

export function openTokens(file: string, notices: Pick<Notices, 'stand'>): Tokens {
  let stamp: string | null = null;
  let byHash: ReadonlyMap<string, Holder> = new Map();
  const look = () => {
    const now = stampOf(file);
    if (now === stamp) return;
    stamp = now;
    const read = readHolders(file);
    notices.stand(file, read.ok ? null : read.error);
    byHash = new Map((read.ok ? read.value : []).map((holder) => [holder.hash, holder]));
  };
  look();
  return {
    holder: (token) => (token.length > LONGEST_TOKEN ? null : (byHash.get(hashOf(token)) ?? null)),
    isHeld: ({ hash }) => byHash.has(hash),
    look,
  };
}
