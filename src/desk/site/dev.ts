import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'vite';
import { withDeskMark } from '../../wire/from-desk.ts';
import type { Handler } from '../doors/reply.ts';

/** The pages from their source, with hot reload on the same port. */
export async function pagesInTheMaking(root: string, server: Server): Promise<Handler> {
  const vite = await createServer({
    root,
    logLevel: 'warn',
    appType: 'spa',
    plugins: [{ name: 'ardoise-desk-mark', transformIndexHtml: { order: 'post', handler: withDeskMark } }],
    // The gate has looked at the name of the host already.
    server: { middlewareMode: true, hmr: { server }, allowedHosts: true },
  });
  return (request, response) => {
    // Hot reload writes scripts and styles into the document.
    response.removeHeader('content-security-policy');
    vite.middlewares(request, response);
  };
}

/** Hot reload has a socket of its own. */
export const isHotReload = (request: IncomingMessage): boolean =>
  /^vite-(hmr|ping)$/.test(request.headers['sec-websocket-protocol'] ?? '');
