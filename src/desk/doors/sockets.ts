import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { parseHello, parseOperator, parseTransport } from '../../wire/parse-asked.ts';
import type { Answer } from '../../wire/protocol.ts';
import { ok, type Result } from '../../wire/result.ts';
import type { Desk } from '../desk.ts';
import type { Notices } from '../notices.ts';
import type { Judge } from './origin.ts';

/** Those who said a proper hello hear every delta and may ask. */
const PAGES = 'pages';

/** Hangs the desk's socket on the server that also gives the pages. */
export function attachSockets(server: HttpServer, desk: Desk, notices: Notices, judge: Judge): Server {
  const io = new Server(server, {
    serveClient: false,
    // The gate closes upgrades to elsewhere.
    destroyUpgrade: false,
    maxHttpBufferSize: 100_000,
    allowRequest: (request, decide) => decide(null, judge(request.headers).who === 'crew'),
  });
  const roles = new Map<Socket, string>();
  let controls = 0;
  const count = () => {
    const all = [...roles.values()];
    const kinds = [...new Set(all)].sort();
    desk.pages(kinds.map((role) => ({ role, count: all.filter((one) => one === role).length })));
  };

  desk.onDelta((delta) => io.to(PAGES).emit('delta', delta));
  io.on('connection', (socket) => {
    let author = '';
    socket.on('hello', (input: unknown) => {
      const hello = parseHello(input);
      if (!hello.ok) {
        notices.add('warning', hello.error);
        socket.emit('refused', hello.error);
        return;
      }
      const { role } = hello.value;
      if (role === 'control') controls += 1;
      author = role === 'control' ? `control ${controls}` : role;
      roles.set(socket, role);
      socket.emit('snapshot', desk.snapshot());
      socket.join(PAGES);
      count();
    });
    socket.on('disconnect', () => roles.delete(socket) && count());
    socket.on('resync', () => socket.rooms.has(PAGES) && socket.emit('snapshot', desk.snapshot()));
    on(socket, 'command', ok<unknown>, (ask) => desk.command(ask, author));
    on(socket, 'transport', parseTransport, desk.transport);
    on(socket, 'race', parseOperator, desk.tell);
  });
  return io;
}

/** Parses a question, asks the desk, answers. A page that wants no answer gets none. */
function on<T>(socket: Socket, event: string, parse: (input: unknown) => Result<T>, ask: (value: T) => Answer): void {
  socket.on(event, (input: unknown, answer: unknown) => {
    const parsed = parse(input);
    const said = socket.rooms.has(PAGES) ? (parsed.ok ? ask(parsed.value) : parsed) : stranger;
    if (typeof answer === 'function') answer(said);
  });
}

const stranger: Answer = { ok: false, error: 'A page says hello before it asks: reload it from this desk.' };
