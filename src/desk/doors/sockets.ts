import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import {
  parseHello,
  parseLate,
  parseOperator,
  parseReport,
  parseRundownEdit,
  parseTransport,
} from '../../wire/parse-asked.ts';
import { type Answer, type FromDesk, type Heard, isCrew, PROTOCOL } from '../../wire/protocol.ts';
import { ok, type Result } from '../../wire/result.ts';
import type { Desk } from '../desk.ts';
import type { Notices } from '../notices.ts';
import type { HalfName, Output } from '../publisher.ts';
import type { PageEntry } from '../register/register.ts';
import { guard } from './guard.ts';
import { type Judge, LISTENS_ONLY } from './origin.ts';
import { createOutlet, type Outlet } from './outlet.ts';
import { createPace } from './pace.ts';

/** A page that answers no more is lost after the sum of both; a page hears of a desk that is silent as soon. */
const PING = { pingInterval: 1000, pingTimeout: 2000 };
/** How often one page is given everything. */
const SNAPSHOTS = { perS: 1, burst: 3 };

type PageSocket = Socket<Heard, FromDesk>;

/** A page that said a proper hello. */
interface Member {
  readonly outlet: Outlet;
  readonly entry: PageEntry;
  /** What it is told. */
  readonly halves: readonly HalfName[];
  /** Null where it is none. */
  output: Output | null;
  /** Who gives its commands: "control 1", "program"; null for who only listens. */
  readonly author: string | null;
}

/** Hangs the desk's socket on the server that also gives the pages. */
export function attachSockets(server: HttpServer, desk: Desk, notices: Notices, judge: Judge): Server {
  const io = new Server<Heard, FromDesk>(server, {
    ...PING,
    serveClient: false,
    // A socket compresses for each page anew. A delta (1.9 kB with 176 riders) would be 1.3 kB, a snapshot (60 kB) 33 kB, for
    // 1.4 ms of the desk's time a page: a thousand pages that come in would hold it up for more than a second.
    perMessageDeflate: false,
    // Pages of other sites may listen.
    cors: { origin: '*' },
    // The gate closes upgrades to elsewhere.
    destroyUpgrade: false,
    maxHttpBufferSize: 100_000,
    allowRequest: (request, decide) => decide(null, judge(request.headers).who !== 'nobody'),
  });
  const members = new Map<PageSocket, Member>();
  let controls = 0;

  desk.onFrame((half, frame) => {
    for (const { halves, outlet } of members.values()) if (halves.includes(half)) outlet.send(frame);
  });
  io.on('connection', (socket) => {
    const now = () => performance.now();
    const mayHaveAll = createPace(SNAPSHOTS.perS, SNAPSHOTS.burst, now);
    guard(socket, now);
    const greet = ({ halves, outlet, output }: Member) => {
      if (!mayHaveAll()) return;
      if (output) outlet.sendPast(desk.greetingOf(output));
      for (const half of halves)
        if (!output || half !== 'public') for (const frame of desk.greeting(half)) outlet.send(frame);
    };
    const come = (input: unknown): Member | null => {
      const hello = parseHello(input);
      if (!hello.ok) {
        notices.add('warning', hello.error);
        socket.emit('refused', hello.error, PROTOCOL);
        return null;
      }
      const listens = judge(socket.handshake.headers).who === 'listener';
      const { monitor = false, page = socket.id, output: name, lateS = 0 } = hello.value;
      // The past is much: it is for pages of this desk.
      const output = !listens && name !== undefined ? { name, lateS } : null;
      const role = listens ? 'listener' : hello.value.role;
      if (role === 'control') controls += 1;
      const { address } = socket.handshake;
      return {
        outlet: createOutlet(socket, () => notices.add('warning', unread(role, address))),
        entry: desk.register.hello({ page, role, monitor, output: output?.name ?? null, address }),
        output,
        halves: [
          'public',
          ...(isCrew(role) ? (['crew'] as const) : []),
          ...(role === 'control' ? (['log'] as const) : []),
        ],
        author: listens ? null : role === 'control' ? `control ${controls}` : role,
      };
    };

    const welcome = (input: unknown) => {
      const member = members.get(socket) ?? come(input);
      if (!member) return;
      greet(member);
      members.set(socket, member);
    };

    const { hello } = socket.handshake.auth;
    if (hello !== undefined) welcome(hello);
    socket.on('hello', welcome);
    socket.on('resync', (input) => {
      const member = members.get(socket);
      if (!member) return;
      const late = parseLate(input);
      if (member.output && late.ok) member.output = { ...member.output, lateS: late.value };
      greet(member);
    });
    socket.on('report', (input) => {
      const report = parseReport(input);
      if (report.ok) members.get(socket)?.entry.report(report.value);
      else notices.add('warning', report.error);
    });
    socket.on('disconnect', (reason) => {
      members.get(socket)?.entry.end(reason === 'client namespace disconnect' ? 'closed' : 'lost');
      members.delete(socket);
    });
    const on = <T>(
      event: 'command' | 'transport' | 'race' | 'rundown',
      parse: (input: unknown) => Result<T>,
      ask: (value: T, author: string) => Answer,
    ) =>
      socket.on(event, (input, answer) => {
        const said = answerTo(members.get(socket), parse(input), ask);
        if (typeof answer === 'function') answer(said);
      });
    on('command', ok<unknown>, desk.command);
    on('transport', parseTransport, desk.transport);
    on('race', parseOperator, desk.tell);
    on('rundown', parseRundownEdit, desk.edit);
  });
  return io;
}

function answerTo<T>(member: Member | undefined, asked: Result<T>, ask: (value: T, author: string) => Answer): Answer {
  if (!member) return stranger;
  if (member.author === null) return { ok: false, error: LISTENS_ONLY };
  return asked.ok ? ask(asked.value, member.author) : asked;
}

const stranger: Answer = { ok: false, error: 'A page says hello before it asks: reload it from this desk.' };

const unread = (role: string, address: string): string =>
  `A ${role} page at ${address} did not read what it was sent and was cut off: look at its network, or reload it.`;
