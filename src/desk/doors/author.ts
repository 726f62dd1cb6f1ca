import type { IncomingMessage } from 'node:http';
import type { Guest } from './porter.ts';

/** "Ana", by her token; "http 10.0.0.7"; a form of the desk's own pages names where it came from, as browsers do. */
export function authorOf({ headers, method }: IncomingMessage, { holder, address }: Guest): string {
  return holder?.name ?? `${method === 'POST' && headers.origin !== undefined ? 'page at' : 'http'} ${address}`;
}
