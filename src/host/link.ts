import { io, type Socket } from 'socket.io-client';
import type { Ask } from '../show/command.ts';
import type { RundownEdit } from '../show/rundown-edit.ts';
import { foldLog } from '../wire/crew/log.ts';
import type { Report } from '../wire/crew/report.ts';
import {
  type Answer,
  type FromDesk,
  type Hello,
  isCrew,
  type OperatorEvent,
  PROTOCOL,
  type ToDesk,
  type Transport,
} from '../wire/protocol.ts';
import type { LateOutput } from './hold/late-race.ts';
import { inFrames } from './link-frames.ts';
import { followHalves } from './link-halves.ts';
import { forgetReloads, reloadFor } from './link-reload.ts';
import { emptyReplica, type Replica, withHalves } from './link-replica.ts';
import { createReporter } from './link-report.ts';
import { tokenOfPage } from './link-token.ts';
import { type WitnessStand, witnessStand } from './link-witness.ts';

export type { Replica };

/** The one socket of a page. Reconnects by itself, asks again after a hole, and never loses the last picture. */
export interface Link {
  replica(): Replica;
  /** Calls back after each change; returns the way to stop. */
  onChange(listener: () => void): () => void;
  command(ask: Ask): Promise<Answer>;
  transport(transport: Transport): Promise<Answer>;
  /** The name of a group, the group on camera. */
  tell(event: OperatorEvent): Promise<Answer>;
  /** An edit of the rundowns. */
  edit(edit: RundownEdit): Promise<Answer>;
  /** What this page shows; call it after each change. */
  report(report: Report): void;
  /** What is held and not shown yet is shown at once: a panic beside the desk makes it void. */
  letGo(): void;
  /** Where the desk asks this page what is to be read in its picture. */
  readonly stand: WitnessStand;
  /** Says goodbye, so that the desk does not take the page for lost. */
  close(): void;
}

export interface LinkOptions {
  /** Where the desk is; left out, where the page came from. */
  readonly url?: string;
  /** What is shown to that desk; left out, the token of this page. */
  readonly token?: () => string | null;
  /** This page is one of control's own monitors. */
  readonly monitor?: boolean;
  /** Which output this page is; left out, it is none, and never late. */
  readonly output?: LateOutput;
  /** Loads the page anew for a desk of another protocol. */
  readonly reload?: (protocol: number) => void;
}

/** How long an answer may take, and how long a refused page waits before it tries again: the desk may be a new one. */
const ANSWER_MS = 3000;
const REFUSED_MS = 5000;
/** A greeting that was asked for and did not come is asked for again. */
const GREETING_MS = 2000;

const SOCKET = {
  ...inFrames,
  transports: ['websocket'],
  reconnectionDelay: 250,
  reconnectionDelayMax: 2000,
  timeout: 4000,
};

export function openLink(
  role: string,
  { url, token = tokenOfPage, monitor = false, output = null, reload = reloadFor }: LinkOptions = {},
): Link {
  const page = nameOfPage();
  /** How late it is now: so much of the past it needs. */
  const hello = (): Hello => {
    const its = { protocol: PROTOCOL, role, monitor, page };
    return output ? { ...its, output: output.name, lateS: halves.lateS() } : its;
  };
  // Asked at each opening: a token may have come since.
  const auth = (give: (data: object) => void) => give({ hello: hello(), token: token() });
  const options = { ...SOCKET, auth };
  const socket: Socket<FromDesk, ToDesk> = url === undefined ? io(options) : io(url, options);
  const listeners = new Set<() => void>();
  let replica = emptyReplica;
  let again: ReturnType<typeof setTimeout> | undefined;

  const become = (changes: Partial<Replica>) => {
    replica = { ...replica, ...changes };
    for (const listener of listeners) listener();
  };
  const halves = followHalves(socket, isCrew(role), output, {
    clock(clock, clockReceivedMs) {
      replica = { ...replica, clock, clockReceivedMs };
    },
    admitted: (admitted) => become({ admitted }),
    themes: (themes) => become({ themes: url === undefined ? themes : { ...themes, desk: url } }),
    log: (news) => become({ log: foldLog(replica.log, news) }),
    halves(snapshot, crew) {
      clearTimeout(again);
      if (replica.connection !== 'live') forgetReloads(PROTOCOL);
      const next = withHalves(replica, snapshot, crew);
      // What was held is shown though the desk is gone.
      become(socket.connected ? next : { ...next, connection: replica.connection });
    },
    greeted: () => isCrew(role) || clearTimeout(again),
    hole: () => resync(),
    late: () => reporter.late(halves.lateS()),
    refused: (why, protocol) => refuse(why, protocol),
  });
  const resync = () => {
    clearTimeout(again);
    if (output) socket.emit('resync', halves.lateS());
    else socket.emit('resync');
    again = setTimeout(resync, GREETING_MS);
  };
  const sayHello = () => {
    socket.emit('hello', hello());
    again = setTimeout(resync, GREETING_MS);
  };
  const refuse = (refusal: string, protocol: unknown) => {
    become({ connection: 'refused', refusal });
    socket.disconnect();
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), REFUSED_MS);
    if (typeof protocol === 'number' && protocol !== PROTOCOL) reload(protocol);
  };
  const reporter = createReporter((report) => socket.emit('report', report));
  if (output) reporter.late(halves.lateS());

  socket.on('connect', () => {
    halves.forget();
    // It was said with the opening of the socket: a desk that has not heard it there is told again.
    again = setTimeout(sayHello, GREETING_MS);
    reporter.connected(true);
  });
  socket.on('disconnect', () => {
    clearTimeout(again);
    reporter.connected(false);
    if (replica.connection !== 'refused') become({ connection: 'lost' });
  });
  socket.on('connect_error', () => {
    if (replica.connection === 'live' || replica.connection === 'connecting') become({ connection: 'lost' });
  });
  // A page that is closed says goodbye; one that the browser brings back is there again.
  globalThis.addEventListener?.('pagehide', () => socket.disconnect());
  globalThis.addEventListener?.('pageshow', ({ persisted }) => persisted && socket.connect());
  socket.on('refused', (why, protocol) => refuse(String(why), protocol));

  const ask = (asking: (socket: Asking) => Promise<Answer>): Promise<Answer> =>
    socket.connected
      ? asking(socket.timeout(ANSWER_MS)).catch(() => fault('The desk did not answer; look at its terminal.'))
      : Promise.resolve(fault('The desk is not connected: look at its terminal, and start it again if it has ended.'));

  return {
    replica: () => replica,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: (command) => ask((asking) => asking.emitWithAck('command', command)),
    transport: (transport) => ask((asking) => asking.emitWithAck('transport', transport)),
    tell: (event) => ask((asking) => asking.emitWithAck('race', event)),
    edit: (edit) => ask((asking) => asking.emitWithAck('rundown', edit)),
    report: reporter.report,
    letGo: halves.letGo,
    stand: witnessStand(socket),
    close() {
      clearTimeout(again);
      reporter.connected(false);
      halves.close();
      if (socket.connected || !socket.active) return void socket.close();
      // What is on its way is greeted by the desk, and would be missed there: it says goodbye when it has come.
      socket.io.reconnection(false);
      socket.once('connect', () => {
        clearTimeout(again);
        socket.close();
      });
    },
  };
}

type Asking = ReturnType<Socket<FromDesk, ToDesk>['timeout']>;

const fault = (error: string): Answer => ({ ok: false, error });

/** Random; browsers keep `crypto.randomUUID` from pages that come without TLS from another machine. */
const nameOfPage = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
