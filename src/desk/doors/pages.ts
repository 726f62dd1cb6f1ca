import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The pages as `vite build` made them; where they are missing, a page that says so. */
export function builtPages(root: string): Handler {
  const folder = join(root, 'dist');
  if (!existsSync(join(folder, 'index.html')))
    return plain(503, 'The pages are not built: start the desk with "npm start", which builds them, or "npm run dev".');
  const serve = sirv(folder, { etag: true });
  const missing = plain(404, 'There is no such page here.');
  return (request, response) => serve(request, response, () => missing(request, response));
}

const plain =
  (status: number, text: string): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${text}\n`);
  };

/** The pages from their source, with hot reload on the same port. */
export async function livePages(root: string, server: Server): Promise<Handler> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    logLevel: 'warn',
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server } },
  });
  return vite.middlewares;
}
