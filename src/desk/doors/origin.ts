import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * A page of another site must not be able to command this desk: neither by a request of its own, nor by an image or a
 * form, nor by a name that its owner lets point here. Programs that are no browser send none of these headers.
 */
export function isOurs(headers: IncomingHttpHeaders): boolean {
  const { host, origin, referer } = headers;
  const site = headers['sec-fetch-site'];
  if (!host || !isOurName(host)) return false;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return [origin, referer].every((from) => from === undefined || hostOf(from) === host);
}

/** By address, or by a name that only this machine and its network have. */
function isOurName(host: string): boolean {
  const name = (hostOf(`http://${host}`) ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const own = hostname().toLowerCase();
  return isIP(name) !== 0 || name === 'localhost' || name === own || name === `${own}.local`;
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}
