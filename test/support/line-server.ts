import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server that speaks in lines, of which one client is served at a time. */
export interface LineServer {
  readonly port: number;
  /** Of the client that is connected; waits for one. */
  client(): Promise<Socket>;
  /** Cuts the connection, in the middle of whatever is under way. */
  drop(): void;
  close(): Promise<void>;
}

/** `greet` speaks first to each client that comes. */
export async function lineServer(greet: (client: Socket) => void): Promise<LineServer> {
  let current: Socket | null = null;
  const server = createServer((socket) => {
    current = socket;
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('close', () => {
      if (current === socket) current = null;
    });
    greet(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async client() {
      while (!current) await new Promise((resolve) => setTimeout(resolve, 2));
      return current;
    },
    drop() {
      current?.destroy();
      current = null;
    },
    async close() {
      current?.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
