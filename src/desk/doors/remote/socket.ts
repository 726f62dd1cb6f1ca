import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Manifest } from '../../../show/manifest.ts';
import { seesCrew } from '../../../wire/trust.ts';
import type { Desk } from '../../desk.ts';
import type { Notices } from '../../notices.ts';
import { createPace } from '../pace.ts';
import { type Guest, type Porter, tokenIn, whyNot } from '../porter.ts';
import { crewState, type FlatState, publicState } from '../state.ts';
import { refuseUpgrade } from '../upgrade.ts';
import { readTextAsk } from './line.ts';
import { createPanelOutlet } from './panel-outlet.ts';
import { createRemote, type RemoteAnswer } from './remote.ts';
import { createStateFeed } from './state-feed.ts';
import { tokenSaid } from './token-said.ts';

/** A command is a few words. */
const MOST_BYTES = 20_000;
const ASKS = { perS: 100, burst: 500 };
/** Who asks too much is told so less often. */
const REFUSALS = { perS: 2, burst: 2 };
/** Who does not answer a ping until the next one is gone. */
const PING_MS = 5000;

const TOO_MUCH = `This panel asks more than ${ASKS.perS} times a second, and not all of it was done: ask less often.`;

/** The plain socket for button panels: the flat state at each change, commands as texts. */
export interface RemoteSocket {
  /** An upgrade of a connection to it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

export function createRemoteSocket(
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
  porter: Porter,
  notices: Notices,
): RemoteSocket {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const remote = createRemote(desk, manifests);
  const guests = new WeakMap<WebSocket, Guest>();
  const crew = { read: () => crewState(desk, manifests), feed: createStateFeed(() => crewState(desk, manifests)) };
  const listener = { read: () => publicState(desk), feed: createStateFeed(() => publicState(desk)) };
  desk.onFrame(() => {
    crew.feed.look();
    listener.feed.look();
  });

  /** Who is told: the crew's state, or what anyone may see. */
  const shownTo = ({ trust }: Guest) => (seesCrew(trust) ? crew : listener);

  function welcome(client: WebSocket, request: IncomingMessage, first: Guest): void {
    let guest = first;
    const { address } = guest;
    const now = () => performance.now();
    const mayAsk = createPace(ASKS.perS, ASKS.burst, now);
    const mayHear = createPace(REFUSALS.perS, REFUSALS.burst, now);
    /** What became of the newest command of this client: with each state, so that a button can show it. */
    let last = { answered: 0, did: '', note: '', error: '' };
    const put = createPanelOutlet(client, () => notices.add('warning', unread(address)));
    const send = (state: FlatState) => put(JSON.stringify({ ...state, ...last }));
    const tell = () => send(shownTo(guest).read());
    let unlisten = shownTo(guest).feed.listen(send);
    const ask = (text: string): RemoteAnswer | null => {
      if (!mayAsk()) return mayHear() ? { ok: false, error: TOO_MUCH } : null;
      const token = tokenSaid(text);
      if (token !== null) return bring(token);
      const line = readTextAsk(text, { manifests, rundown: desk.rundown(null)! });
      if (!line.ok) return line;
      if (line.value === 'nothing') return null;
      if (line.value === 'state') return { ok: true, did: 'state' };
      const why = whyNot(guest, line.value.name);
      if (why !== null) return { ok: false, error: why };
      return remote(line.value.name, line.value.said, guest.holder?.name ?? `socket ${address}`);
    };
    /** A panel that cannot send a header brings its token as its first text. */
    const bring = (token: string): RemoteAnswer => {
      const admitted = porter.admit(request, token);
      if (!admitted.ok) return { ok: false, error: admitted.why };
      guest = admitted.guest;
      guests.set(client, guest);
      unlisten();
      unlisten = shownTo(guest).feed.listen(send);
      return guest.wrongToken === null ? { ok: true, did: 'token' } : { ok: false, error: guest.wrongToken };
    };
    guests.set(client, guest);
    client.on('message', (data: RawData) => {
      const answer = ask(String(data));
      if (!answer) return;
      const [did, note, error] = answer.ok ? [answer.did, answer.note ?? '', ''] : ['', '', answer.error];
      last = { answered: last.answered + 1, did, note, error };
      tell();
    });
    client.on('close', () => unlisten());
    // Too long a message, or no WebSocket at all: it is closed with the reason.
    client.on('error', () => {});
    tell();
  }

  const alive = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    porter.look();
    for (const client of server.clients) {
      const guest = guests.get(client);
      if (guest && !porter.isStill(guest)) client.terminate();
      else if (!alive.delete(client)) client.terminate();
      else client.ping();
    }
  }, PING_MS);
  pings.unref();

  return {
    upgrade(request, socket, head) {
      const admitted = porter.admit(request, tokenIn(request.headers));
      if (!admitted.ok) return refuseUpgrade(socket, admitted.why);
      const { guest } = admitted;
      if (!porter.hasTime(guest)) return refuseUpgrade(socket, TOO_MUCH);
      server.handleUpgrade(request, socket, head, (client) => {
        alive.add(client);
        client.on('pong', () => alive.add(client));
        welcome(client, request, guest);
      });
    },
    stop() {
      clearInterval(pings);
      crew.feed.stop();
      listener.feed.stop();
      for (const client of server.clients) client.terminate();
    },
  };
}

const unread = (address: string): string =>
  `A panel at ${address} did not read what it was sent and was cut off: look at its network.`;
