import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.webp': 'image/webp',
};

/** Any server of files: it knows nothing of what it serves. `/` is an empty page, on which a host mounts what it likes; `imported` brings it modules. */
export async function serveFiles(folder: string): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const headers = { 'access-control-allow-origin': '*' };
    if (pathname === '/') {
      const page =
        '<!doctype html><meta charset="utf-8"><title>A host</title><style>body{margin:0}</style><script>window.imported = (url) => import(url)</script>';
      return response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(page);
    }
    const type = types[extname(pathname)] ?? 'application/octet-stream';
    const body = await readFile(join(folder, normalize(pathname))).catch(() => null);
    if (!body) return response.writeHead(404, headers).end();
    return response.writeHead(200, { ...headers, 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
