import { io } from 'socket.io-client';
import type { Race } from '../race/race.ts';
import type { Ask } from '../show/command.ts';
import { emptyShow, type Show } from '../show/show.ts';
import { foldDelta, parseDelta, parseSnapshot } from '../wire/parse.ts';
import {
  type Answer,
  type DeskState,
  type OperatorEvent,
  PROTOCOL,
  type RaceClock,
  type Snapshot,
  type Transport,
} from '../wire/protocol.ts';

/** A page's copy of what the desk knows. A new object after each change; parts that did not change are the same. */
export interface Replica {
  readonly race: Race | null;
  readonly show: Show;
  readonly clock: RaceClock;
  /** `performance.now()` when `clock` came in. */
  readonly clockReceivedMs: number;
  readonly desk: DeskState;
  readonly connection: 'connecting' | 'live' | 'lost' | 'refused';
  /** Why the desk refused this page: one sentence. */
  readonly refusal: string | null;
}

/** The one socket of a page. Reconnects by itself, asks again after a hole, and never loses the last picture. */
export interface Link {
  replica(): Replica;
  /** Calls back after each change; returns the way to stop. */
  onChange(listener: () => void): () => void;
  command(ask: Ask): Promise<Answer>;
  transport(transport: Transport): Promise<Answer>;
  /** The name of a group, the group on camera. */
  tell(event: OperatorEvent): Promise<Answer>;
  close(): void;
}

const nothing: Replica = {
  race: null,
  show: emptyShow,
  clock: { atMs: 0, rate: 0 },
  clockReceivedMs: 0,
  desk: { feed: '', span: null, notices: [], pages: [] },
  connection: 'connecting',
  refusal: null,
};

/** How long an answer may take, and how long a refused page waits before it tries again: the desk may be a new one. */
const ANSWER_MS = 3000;
const REFUSED_MS = 5000;

export function openLink(role: string, url?: string): Link {
  const options = { transports: ['websocket'], reconnectionDelay: 250, reconnectionDelayMax: 2000, timeout: 4000 };
  const socket = url === undefined ? io(options) : io(url, options);
  const listeners = new Set<() => void>();
  let replica = nothing;
  /** What the desk sent, folded; null while a snapshot is awaited. */
  let held: Snapshot | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  const change = (changes: Partial<Replica>) => {
    replica = { ...replica, ...changes };
    for (const listener of listeners) listener();
  };
  const show = (next: Snapshot, clockIsNew: boolean) => {
    held = next;
    const { show, clock, desk } = next;
    // A desk that was started again knows no race until it has read its tape: meanwhile the last picture holds.
    const race = next.race ?? replica.race;
    const clockReceivedMs = clockIsNew ? performance.now() : replica.clockReceivedMs;
    change({ race, show, clock, clockReceivedMs, desk, connection: 'live', refusal: null });
  };
  const refuse = (refusal: string) => {
    held = null;
    change({ connection: 'refused', refusal });
    socket.disconnect();
    again = setTimeout(() => socket.connect(), REFUSED_MS);
  };
  const resync = () => {
    held = null;
    socket.emit('resync');
  };

  socket.on('connect', () => {
    held = null;
    socket.emit('hello', { protocol: PROTOCOL, role });
  });
  socket.on('disconnect', () => {
    if (replica.connection !== 'refused') change({ connection: 'lost' });
  });
  socket.on('connect_error', () => {
    if (replica.connection === 'live') change({ connection: 'lost' });
  });
  socket.on('refused', (why: unknown) => refuse(String(why)));
  socket.on('snapshot', (input: unknown) => {
    const snapshot = parseSnapshot(input);
    if (snapshot.ok) show(snapshot.value, true);
    else refuse(snapshot.error);
  });
  socket.on('delta', (input: unknown) => {
    if (!held) return;
    const delta = parseDelta(input);
    if (!delta.ok || delta.value.seq > held.seq + 1) resync();
    else if (delta.value.seq === held.seq + 1) show(foldDelta(held, delta.value), delta.value.clock !== undefined);
  });

  const ask = (event: string, question: object): Promise<Answer> =>
    socket.connected
      ? socket
          .timeout(ANSWER_MS)
          .emitWithAck(event, question)
          .catch(() => fault('The desk did not answer; look at its terminal.'))
      : Promise.resolve(fault('The desk is not connected: look at its terminal, and start it again if it has ended.'));

  return {
    replica: () => replica,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: (command) => ask('command', command),
    transport: (transport) => ask('transport', transport),
    tell: (event) => ask('race', event),
    close() {
      clearTimeout(again);
      socket.close();
    },
  };
}

const fault = (error: string): Answer => ({ ok: false, error });
