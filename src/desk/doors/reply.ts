import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** One sentence, for people. */
export function replyText(response: ServerResponse, status: number, text: string, more: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more });
  response.end(`${text}\n`);
}

/** For programs; a text is JSON already. */
export function replyJson(
  response: ServerResponse,
  status: number,
  body: object | string,
  more: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...more });
  response.end(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`);
}

/** The path and the question of a request; null when it cannot be read as such. */
export function askedOf(request: IncomingMessage): URL | null {
  const url = request.url ?? '';
  try {
    // "//" would begin the name of a host.
    return url.startsWith('/') ? new URL(`http://desk${url}`) : null;
  } catch {
    return null;
  }
}
