import type { ServerResponse } from 'node:http';

/** With every answer: it is what it says, its address goes nowhere, and it does nothing by itself. */
export function setSafeHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('content-security-policy', NOTHING);
}

/** For what is no page. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/**
 * What a page of the desk may load and ask: what comes from this desk, and nothing else. `scripts` are the hashes of those
 * that stand in the document. Pages for hands stand in no page of somebody else, where a viewer could be led to press
 * their buttons; pictures may. `desk` is the origin of another desk that it may ask, or null. `host` is a Host header that
 * was judged: neither holds anything that could end a policy.
 */
export function pagePolicy(
  host: string | undefined,
  scripts: readonly string[],
  { isForHands, desk }: { readonly isForHands: boolean; readonly desk: string | null },
): string {
  // Chromium 103 does not count the sockets of a page's own host as its own.
  const sockets = host === undefined ? '' : ` ws://${host} wss://${host}`;
  const other = desk === null ? '' : ` ${desk} ${desk.replace(/^http/, 'ws')}`;
  return [
    "default-src 'self'",
    `script-src 'self'${scripts.map((hash) => ` '${hash}'`).join('')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' data: blob:${sockets}${other}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(isForHands ? ["frame-ancestors 'self'"] : []),
  ].join('; ');
}
