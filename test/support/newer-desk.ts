import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { PROTOCOL } from '../../src/wire/protocol.ts';

/** What a desk of the next version gives to pages of this one: a refusal, and pages of its own. */
export interface NewerDesk {
  /** Paths of the pages that were asked for, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** `page` is what it serves under every address. */
export async function newerDesk(port: number, page: string): Promise<NewerDesk> {
  const asked: string[] = [];
  const http = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  const io = new Server(http);
  io.on('connection', (socket) => {
    if (socket.handshake.auth.hello) socket.emit('refused', 'Reload that page from this desk.', PROTOCOL + 1);
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return { asked, stop: () => io.close() };
}
