import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** A server that knows nothing of us: files of a folder, in a folder of its own among other sites. */
export interface StaticSite {
  /** "http://127.0.0.1:41234/somebody/graphics/" */
  readonly url: string;
  /** What was asked for so far, with where it was not there. */
  readonly asked: readonly { readonly path: string; readonly status: number }[];
  stop(): Promise<void>;
}

const FOLDER = '/somebody/graphics/';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export async function staticSite(pages: string): Promise<StaticSite> {
  const asked: { path: string; status: number }[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || 'index.html' : null;
    const bytes = file === null ? null : await readFile(join(pages, normalize(`/${file}`))).catch(() => null);
    asked.push({ path: pathname, status: bytes ? 200 : 404 });
    response.writeHead(bytes ? 200 : 404, { 'content-type': types[extname(file ?? '')] ?? 'application/octet-stream' });
    response.end(bytes ?? 'There is no such file.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
