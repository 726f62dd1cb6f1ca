import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { mayFeed, mayOperate } from '../../wire/trust.ts';
import type { FeedDoor } from '../feeds/feed.ts';
import type { Notices } from '../notices.ts';
import { authorOf } from './author.ts';
import { feedDoorAt } from './feed-doors.ts';
import { createPace } from './pace.ts';
import { type Guest, type Porter, tokenIn } from './porter.ts';
import { createPanelOutlet } from './remote/panel-outlet.ts';
import { tokenSaid } from './remote/token-said.ts';
import { askedOf } from './reply.ts';
import { closeUpgrade, refuseUpgrade } from './upgrade.ts';

const TEXTS = { perS: 100, burst: 1000 };
/** Who does not answer a ping until the next one is gone. */
const PING_MS = 5000;
const MOST_BYTES = 1_000_000;

const TOO_MUCH = `More than ${TEXTS.perS} messages a second came, and not all of them were taken in: put more rows into one.`;

/** The doors of feeds as a WebSocket: each text is brought like the body of a request, and answered. */
export interface FeedSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

export function createFeedSocket(doors: readonly FeedDoor[], porter: Porter, notices: Notices): FeedSocket {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const guests = new WeakMap<WebSocket, Guest>();
  const alive = new WeakSet<WebSocket>();

  function welcome(client: WebSocket, request: IncomingMessage, door: FeedDoor, path: string, first: Guest): void {
    let guest = first;
    const { searchParams: query } = askedOf(request)!;
    const mayBring = createPace(TEXTS.perS, TEXTS.burst, () => performance.now());
    const put = createPanelOutlet(client, () => notices.add('warning', unread(guest.address, door.name)));
    const bring = (text: string): object => {
      if (!mayBring()) return { ok: false, error: TOO_MUCH };
      const token = tokenSaid(text);
      if (token === null) {
        const { address, trust } = guest;
        const headers = { authorization: request.headers.authorization, 'content-type': undefined };
        const body = Buffer.byteLength(text) <= door.mostBytes ? text : null;
        const asked = { path, method: 'POST', query, headers, body, atMs: Date.now() } as const;
        const author = authorOf(request, guest);
        return door.receive({ ...asked, address, author, mayFeed: mayFeed(trust), mayOperate: mayOperate(trust) }).body;
      }
      const admitted = porter.admit(request, token);
      if (!admitted.ok) return { ok: false, error: admitted.why };
      guest = admitted.guest;
      guests.set(client, guest);
      return guest.wrongToken === null ? { ok: true } : { ok: false, error: guest.wrongToken };
    };
    guests.set(client, guest);
    client.on('message', (data: RawData) => put(JSON.stringify(bring(String(data)))));
    // Too long a message, or no WebSocket at all: it is closed with the reason.
    client.on('error', () => {});
  }

  const pings = setInterval(() => {
    porter.look();
    for (const client of server.clients) {
      const guest = guests.get(client);
      if ((guest && !porter.isStill(guest)) || !alive.delete(client)) client.terminate();
      else client.ping();
    }
  }, PING_MS);
  pings.unref();

  return {
    upgrade(request, socket, head) {
      const url = askedOf(request);
      const asked = url && feedDoorAt(doors, url.pathname);
      if (!asked?.door) return closeUpgrade(socket, '404 Not Found');
      const { door, path } = asked;
      const admitted = porter.admit(request, tokenIn(request.headers));
      if (!admitted.ok) return refuseUpgrade(socket, admitted.why);
      if (!porter.hasTime(admitted.guest)) return refuseUpgrade(socket, TOO_MUCH);
      server.handleUpgrade(request, socket, head, (client) => {
        alive.add(client);
        client.on('pong', () => alive.add(client));
        welcome(client, request, door, path, admitted.guest);
      });
    },
    stop() {
      clearInterval(pings);
      for (const client of server.clients) client.terminate();
    },
  };
}

const unread = (address: string, door: string): string =>
  `A program at ${address} that brings ${door} did not read its answers and was cut off: look at it.`;
