import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import {
  parseHello,
  parseLate,
  parseOperator,
  parseReport,
  parseRundownEdit,
  parseStillHead,
  parseTransport,
  parseWordsTold,
} from '../../wire/parse-asked.ts';
import {
  type Admitted,
  type Answer,
  type FromDesk,
  type Heard,
  isCrew,
  isOperator,
  PROTOCOL,
} from '../../wire/protocol.ts';
import { ok, type Result } from '../../wire/result.ts';
import { mayOperate, mayReport, seesCrew } from '../../wire/trust.ts';
import type { Seat } from '../as-run/air-log.ts';
import type { Desk } from '../desk.ts';
import type { Notices } from '../notices.ts';
import type { HalfName, Output } from '../publisher.ts';
import type { PageEntry } from '../register/register.ts';
import { guard } from './guard.ts';
import { createOutlet, cut, type Outlet } from './outlet.ts';
import { createPace } from './pace.ts';
import { type Guest, type Porter, whyNot } from './porter.ts';
import { setSafeHeaders } from './safe-headers.ts';

/** A page that answers no more is lost after the sum of both; a page hears of a desk that is silent as soon. */
const PING = { pingInterval: 1000, pingTimeout: 2000 };
/** How often it is asked whether tokens still are some. */
const LOOK_MS = 2000;
/** How often one page is given everything. */
const SNAPSHOTS = { perS: 1, burst: 3 };

type PageSocket = Socket<Heard, FromDesk>;

/** A page that said a proper hello. */
interface Member {
  readonly outlet: Outlet;
  readonly entry: PageEntry;
  /** Where it is asked how its picture looks; null where it is no page on air. */
  readonly sit: (() => Seat) | null;
  /** What it is told. */
  readonly halves: readonly HalfName[];
  readonly guest: Guest;
  /** Who gives its commands: "Ana", "control 1", "program". */
  readonly author: string;
  /** Null where it is none. */
  output: Output | null;
}

/** Hangs the desk's socket on the server that also gives the pages. */
export function attachSockets(server: HttpServer, desk: Desk, notices: Notices, porter: Porter): Server {
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
    allowRequest: (request, decide) => {
      const admitted = porter.admit(request, null);
      decide(null, admitted.ok && porter.hasTime(admitted.guest));
    },
  });
  // What is asked at the path of the socket never comes to the gate.
  server.prependListener('request', (_, response) => setSafeHeaders(response));
  const members = new Map<PageSocket, Member>();
  let controls = 0;

  desk.onFrame((half, frame) => {
    for (const { halves, outlet } of members.values()) if (halves.includes(half)) outlet.send(frame);
  });
  io.on('connection', (socket) => {
    const now = () => performance.now();
    const mayHaveAll = createPace(SNAPSHOTS.perS, SNAPSHOTS.burst, now);
    const admitted = porter.admit(socket.request, tokenOf(socket.handshake.auth));
    if (!admitted.ok) return cut(socket);
    const { guest } = admitted;
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
        if (guest.trust !== 'listener') notices.add('warning', hello.error);
        socket.emit('refused', hello.error, PROTOCOL);
        return null;
      }
      const { monitor = false, page = socket.id, role, output: name, lateS = 0 } = hello.value;
      const { trust, holder, address, wrongToken } = guest;
      if (role === 'control' && mayOperate(trust)) controls += 1;
      const isInCrew = isCrew(role) && seesCrew(trust);
      const author = holder?.name ?? (role === 'control' ? `control ${controls}` : role);
      if (isOperator(role)) socket.emit('admitted', { trust, author, why: wrongToken } satisfies Admitted);
      const kind = mayReport(trust) ? role : trust;
      // The past is much: it is for pages that are believed.
      const output = mayReport(trust) && name !== undefined ? { name, lateS } : null;
      const sit = () =>
        desk.asRun.sit({
          page,
          appoint: (isWitness) => socket.emit('witness', isWitness),
          still: (n) => socket.emit('still', n),
        });
      return {
        output,
        outlet: createOutlet(socket, () => notices.add('warning', unread(kind, address))),
        // A stranger is not taken for a page that is missed, whatever he calls himself.
        entry: desk.register.hello({
          page: mayReport(trust) ? page : socket.id,
          role: kind,
          monitor,
          output: output?.name ?? null,
          address,
        }),
        sit: kind === 'program' && !monitor ? sit : null,
        halves: [
          'public',
          ...(isInCrew ? (['crew'] as const) : []),
          ...(isInCrew && role === 'control' ? (['log'] as const) : []),
        ],
        guest,
        author,
      };
    };

    let seat: Seat | null = null;
    const welcome = (input: unknown) => {
      const member = members.get(socket) ?? come(input);
      if (!member) return;
      greet(member);
      members.set(socket, member);
      seat ??= member.sit?.() ?? null;
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
      if (!mayReport(guest.trust)) return;
      if (report.ok) members.get(socket)?.entry.report(report.value);
      else notices.add('warning', report.error);
    });
    socket.on('words', (input) => {
      const words = parseWordsTold(input);
      if (words.ok) seat?.tell(words.value);
    });
    socket.on('still', (input, bytes) => {
      const still = parseStillHead(input);
      if (still.ok && bytes instanceof Uint8Array) seat?.take(still.value, bytes);
    });
    socket.on('disconnect', (reason) => {
      seat?.leave();
      // Who only listens is missed by nobody.
      const isMissed = mayReport(guest.trust) && reason !== 'client namespace disconnect';
      members.get(socket)?.entry.end(isMissed ? 'lost' : 'closed');
      members.delete(socket);
    });
    const on = <T>(
      event: 'command' | 'transport' | 'race' | 'rundown',
      parse: (input: unknown) => Result<T>,
      ask: (value: T, author: string) => Answer,
    ) =>
      socket.on(event, (input, answer) => {
        const said = answerTo(members.get(socket), event === 'command' ? commandIn(input) : null, parse(input), ask);
        if (typeof answer === 'function') answer(said);
      });
    on('command', ok<unknown>, desk.command);
    on('transport', parseTransport, desk.transport);
    on('race', parseOperator, desk.tell);
    on('rundown', parseRundownEdit, desk.edit);
  });
  /** Whose token was taken away is not heard any more, and hears no more than anyone. */
  const look = setInterval(() => {
    porter.look();
    for (const [socket, { guest }] of members) if (!porter.isStill(guest)) cut(socket);
  }, LOOK_MS).unref();
  server.once('close', () => clearInterval(look));
  return io;
}

function answerTo<T>(
  member: Member | undefined,
  command: unknown,
  asked: Result<T>,
  ask: (value: T, author: string) => Answer,
): Answer {
  if (!member) return stranger;
  const error = whyNot(member.guest, command);
  if (error !== null) return { ok: false, error };
  return asked.ok ? ask(asked.value, member.author) : asked;
}

/** What a page brings with the opening of its socket, in no address. */
const tokenOf = ({ token }: Readonly<Record<string, unknown>>): string | null =>
  typeof token === 'string' && token !== '' ? token : null;

const commandIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'do' in input ? input.do : null;

const stranger: Answer = { ok: false, error: 'A page says hello before it asks: reload it from this desk.' };

const unread = (role: string, address: string): string =>
  `A ${role} page at ${address} did not read what it was sent and was cut off: look at its network, or reload it.`;
