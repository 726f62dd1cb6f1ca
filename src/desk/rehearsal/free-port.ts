import { createServer } from 'node:net';

/** So many are tried. */
const TRIES = 50;

/** The first port from there on that nobody has, or any one. */
export async function freePortFrom(host: string, from: number): Promise<number> {
  for (let port = from; port < Math.min(from + TRIES, 65_536); port += 1) if (await isFree(host, port)) return port;
  return 0;
}

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
