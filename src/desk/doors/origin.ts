import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * From where somebody asks. `own`: the desk's own pages, and programs that are no browser. `foreign`: a page of any other
 * site. `unsaid`: a browser that does not say, as it does for a plain address of the network. Who reached the desk under a name that is not its own is `nobody`, and gets nothing.
 */
export type Verdict =
  | { readonly who: 'own' }
  | { readonly who: 'foreign' }
  | { readonly who: 'unsaid' }
  | { readonly who: 'nobody'; readonly why: string };

/** Judges a request, or the request that a socket begins with, by its headers alone. */
export type Judge = (headers: IncomingHttpHeaders) => Verdict;

/** Why the command of a page of another site is refused. */
export const LISTENS_ONLY =
  "A page of another site may listen to this desk but not command it: command from the desk's own control page, or from a program that is no web page.";

/**
 * A page of another site must not be able to command this desk: neither by a request of its own, nor by an image, a
 * link or a form, nor by a name that its owner lets point here. `allowed` are names that the operator trusts.
 */
export function judgeOf(allowed: readonly string[]): Judge {
  const ownNames = new Set(['localhost', ...machineNames(), ...allowed.map(plainName)]);
  return (headers) => {
    const name = nameOf(headers.host);
    if (name === null) return nobody('A request names the host that it asks (a Host header): this one does not.');
    if (isIP(name) === 0 && !ownNames.has(name))
      return nobody(
        `This desk does not answer to the name ${name}: use its IP address, or start it with --allow-host ${name}.`,
      );
    return { who: whenceOf(headers) };
  };
}

const nobody = (why: string): Verdict => ({ who: 'nobody', why });

function machineNames(): string[] {
  const name = plainName(hostname());
  return [name, `${name}.local`];
}

const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The name or the address in a Host header, without its port; null for what can be neither. */
function nameOf(host: string | undefined): string | null {
  const [, name] = /^(\[[\da-f:.]+\]|[\w.-]{1,255})(?::\d{1,5})?$/i.exec(host ?? '') ?? [];
  return name === undefined ? null : plainName(name.replace(/^\[|\]$/g, ''));
}

/**
 * Everything that a browser says of where the request comes from must be this very host, and it must say something: to
 * a plain address of the network an image of another site may come without any such header.
 */
function whenceOf(headers: IncomingHttpHeaders): 'own' | 'foreign' | 'unsaid' {
  const { host, origin, referer } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
  const from = [origin, referer].filter((given) => given !== undefined);
  if (!from.every((given) => hostOf(given) === host?.toLowerCase())) return 'foreign';
  return site !== undefined || from.length > 0 || !isBrowser(headers) ? 'own' : 'unsaid';
}

/**
 * No page can hide this: scripts of another site may not set it without being asked first. A browser says in brackets where
 * it runs; programs made with Qt call themselves Mozilla/5.0 and no more.
 */
const isBrowser = (headers: IncomingHttpHeaders): boolean => /^Mozilla\/\S+ \(/.test(headers['user-agent'] ?? '');

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}
