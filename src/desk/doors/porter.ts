import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Trust } from '../../wire/trust.ts';
import type { Holder } from '../tokens/token.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isLoopback } from './loopback.ts';
import { type Judge, LISTENS_ONLY } from './origin.ts';
import { createPaces } from './paces.ts';
import { whyNotAsk } from './why-not.ts';

/** Who asks, as far as the desk knows. */
export interface Guest {
  readonly trust: Trust;
  /** Of a token: who signs what is asked with it. */
  readonly holder: Holder | null;
  readonly address: string;
  /** A page of another site: it listens only, whoever sits before it. */
  readonly isForeign: boolean;
  /** What is wrong with the token that it brought; null where nothing is. */
  readonly wrongToken: string | null;
}

export type Admission =
  | { readonly ok: true; readonly guest: Guest }
  | { readonly ok: false; readonly status: 403; readonly why: string };

/** Decides who somebody is who knocks at a door of the desk. */
export interface Porter {
  admit(request: Knock, token: string | null): Admission;
  /** Looks whether tokens have changed; call it now and then. */
  look(): void;
  /** Whether what somebody was admitted for still holds: his token may have been taken away since. */
  isStill(guest: Guest): boolean;
  /** Whether one more request of his is in time: who sits at this machine is not held up. */
  hasTime(guest: Guest): boolean;
}

/** What is looked at of a request, or of the request that a socket begins with. */
export type Knock = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

export interface PorterOptions {
  readonly judge: Judge;
  readonly tokens: Tokens;
  /** Whoever comes by a proxy seems to sit at this machine: then nobody is trusted for where he sits. */
  readonly isBehindProxy: boolean;
  /** Told of who tries tokens that are none. */
  readonly onWrongToken: (address: string) => void;
  /** Runs evenly, in milliseconds. */
  readonly now: () => number;
}

/** So many requests of one address; nobody presses so many buttons. */
const REQUESTS = { perS: 100, burst: 1000 };
/** So often an address may be wrong about a token before it is not even told so. */
const WRONG = { perS: 0.1, burst: 10 };

const NO_TOKEN = 'This token is not known to the desk: ask its engineer for a new one ("npm run tokens").';
const TOO_OFTEN = 'Too many wrong tokens came from this address: wait a minute.';

export function createPorter({ judge, tokens, isBehindProxy, onWrongToken, now }: PorterOptions): Porter {
  const requests = createPaces(REQUESTS, now);
  const wrong = createPaces(WRONG, now);

  function admit({ headers, socket }: Knock, token: string | null): Admission {
    const verdict = judge(headers);
    if (verdict.who === 'nobody') return { ok: false, status: 403, why: verdict.why };
    const address = addressOf(headers, socket.remoteAddress, isBehindProxy);
    // An image of another site brings no token, and its script may bring none: the browser asks us first.
    const isForeign = verdict.who === 'foreign' || (verdict.who === 'unsaid' && token === null);
    const guest = (trust: Trust, holder: Holder | null = null, wrongToken: string | null = null): Admission => ({
      ok: true,
      guest: { trust, holder, address, isForeign, wrongToken },
    });
    if (isForeign) return guest('listener');
    if (token === null) return guest(!isBehindProxy && isHere(address, headers) ? 'engineer' : 'listener');
    tokens.look();
    const holder = tokens.holder(token);
    if (holder) return guest(holder.trust, holder);
    const isToldSo = wrong(address);
    if (isToldSo) onWrongToken(address);
    return guest('listener', null, isToldSo ? NO_TOKEN : TOO_OFTEN);
  }
  return {
    admit,
    isStill: ({ holder }) => holder === null || tokens.isHeld(holder),
    look: tokens.look,
    hasTime: ({ trust, holder, address }) => (trust === 'engineer' && holder === null) || requests(address),
  };
}

/** Null where this guest may do that, else why not, in one sentence: a command of the show, or anything else that operators do. */
export function whyNot({ trust, isForeign, wrongToken }: Guest, command: unknown = null): string | null {
  const why = whyNotAsk(trust, command);
  return why && (isForeign ? LISTENS_ONLY : (wrongToken ?? why));
}

/** What a request brings: "Authorization: Bearer …"; null where it brings none. */
export function tokenIn({ authorization }: IncomingHttpHeaders): string | null {
  const [, token] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return token ?? null;
}

/** Of a proxy, the one that it spoke to: what stands before in the header, anybody may have written. */
function addressOf(headers: IncomingHttpHeaders, remote: string | undefined, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return (forwarded || (remote ?? '')).replace(/^::ffff:/, '').slice(0, 64);
}

/** Somebody at this very machine; who says that he speaks for another does not sit here. */
const isHere = (address: string, headers: IncomingHttpHeaders): boolean =>
  isLoopback(address) &&
  ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].every((name) => headers[name] === undefined);
