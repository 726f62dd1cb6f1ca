import type { ServerResponse } from 'node:http';

/**
 * Where a page will be, but is not yet: transparent, because it may be on air, and it asks again by itself, because
 * nobody sits before a browser source. `why` is for who looks into its source.
 */
export function replyWaiting(response: ServerResponse, why: string): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '1',
    // It may be waited for inside a frame.
    'content-security-policy': "default-src 'none'",
  });
  response.end(
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>${asText(why)}</title>\n`,
  );
}

const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
