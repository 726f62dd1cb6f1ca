import type { IncomingMessage, ServerResponse } from 'node:http';

/** What lets scripts of any site read an answer: for what anyone may see. */
export const forAnyone: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' };

/** Answers a browser that asks, before the real question, what its page may ask: read, nothing else. */
export function replyPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    ...forAnyone,
    'access-control-allow-methods': 'GET',
    'access-control-max-age': '600',
    // From a public site to an address of the studio, a browser asks this too.
    ...(request.headers['access-control-request-private-network'] && {
      'access-control-allow-private-network': 'true',
    }),
  });
  response.end();
}
