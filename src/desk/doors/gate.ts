import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Notices } from '../notices.ts';
import type { TlsFiles } from '../tls-files.ts';
import type { FeedSocket } from './feed-socket.ts';
import { isLoopback } from './loopback.ts';
import { isOgrafPath, replyOgrafSoon } from './ograf/reply-ograf.ts';
import type { Judge } from './origin.ts';
import type { RemoteSocket } from './remote/socket.ts';
import { askedOf, type Handler, replyJson, replyText } from './reply.ts';
import { setSafeHeaders } from './safe-headers.ts';
import { closeUpgrade } from './upgrade.ts';
import { replyWaiting } from './waiting.ts';

/** Where the desk's own socket is asked for. */
const SOCKET_PATH = '/socket.io/';
const API_PATH = '/api/';
/** Where panels listen. */
const REMOTE_PATH = '/api/socket';
/** Where feeds have doors. */
const FEED_PATH = '/api/feed/';
const THEMES_PATH = '/themes/';

/** A request takes its time, but not ours: without its headers, without its body, or without a word. */
const HEADERS_MS = 10_000;
const WHOLE_MS = 30_000;
const SILENT_MS = 30_000;
const LOOK_MS = 5000;

/** Of all connections, what those of one address beyond this machine may have: one neighbour never takes them all. */
const STRANGERS_SHARE = 0.5;

/** What lies behind the gate, as it becomes ready; until then its visitors are asked to come back in a second. */
export interface Behind {
  readonly api?: Handler;
  readonly pages?: Handler;
  /** What controllers of OGraf ask. */
  readonly ograf?: Handler;
  /** Themes of the user. */
  readonly themes?: Handler;
  /** Where panels listen, and command. */
  readonly remote?: Pick<RemoteSocket, 'upgrade'>;
  /** Where feeds are brought what they tell. */
  readonly feeds?: Pick<FeedSocket, 'upgrade'>;
  /** Upgrades that are somebody else's, such as the hot reload of pages in the making. */
  readonly isOtherSocket?: (request: IncomingMessage) => boolean;
}

/** The desk's one server: answers from its first moment on, and whatever a visitor does ends at most with that visitor. */
export interface Gate {
  readonly server: Server;
  open(behind: Behind): void;
}

export interface GateOptions {
  readonly judge: Judge;
  readonly notices: Notices;
  /** How many connections are held at once. */
  readonly mostConnections: number;
  /** With them it speaks https alone; null is http. */
  readonly tls?: TlsFiles | null;
}

export function createGate({ judge, notices, mostConnections, tls = null }: GateOptions): Gate {
  let behind: Behind = {};
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    setSafeHeaders(response);
    const path = askedOf(request)?.pathname;
    if (path === undefined) return replyText(response, 400, 'That is no address of a page: begin at "/".');
    // It answers in JSON, refusals too.
    if (path.startsWith(API_PATH)) return behind.api ? behind.api(request, response) : soonJson(response);
    if (isOgrafPath(path)) return behind.ograf ? behind.ograf(request, response) : replyOgrafSoon(request, response);
    if (path.startsWith(SOCKET_PATH)) return soonJson(response);
    const verdict = judge(request.headers);
    if (verdict.who === 'nobody') return replyText(response, 403, verdict.why);
    if (path.startsWith(THEMES_PATH) && behind.themes) return behind.themes(request, response);
    return behind.pages ? behind.pages(request, response) : replyWaiting(response, 'Ardoise is starting');
  };
  const limits = {
    headersTimeout: HEADERS_MS,
    requestTimeout: WHOLE_MS,
    connectionsCheckingInterval: LOOK_MS,
    // Who names no host is told so by us.
    requireHostHeader: false,
  };
  const answer = guarded(handle, notices);
  const server = tls ? createSecureServer({ ...limits, ...tls }, answer) : createServer(limits, answer);
  server.timeout = SILENT_MS;
  server.maxConnections = mostConnections;
  boundStrangers(server, Math.ceil(mostConnections * STRANGERS_SHARE));
  server.on('drop', () =>
    notices.add('error', `${server.maxConnections} connections are open, the most that this desk holds: close pages.`),
  );
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {});
    if (request.url?.startsWith(SOCKET_PATH)) {
      // The desk's socket listens from `api` on, and judges by itself.
      if (!behind.api) closeUpgrade(socket, '503 Service Unavailable\r\nRetry-After: 1');
      return;
    }
    const path = askedOf(request)?.pathname ?? '';
    if (path === REMOTE_PATH || path.startsWith(FEED_PATH)) {
      const door = path === REMOTE_PATH ? behind.remote : behind.feeds;
      if (door) door.upgrade(request, socket, head);
      else closeUpgrade(socket, '503 Service Unavailable\r\nRetry-After: 1');
    } else if (!behind.isOtherSocket?.(request)) closeUpgrade(socket, '404 Not Found');
  });
  return {
    server,
    open(more) {
      behind = { ...behind, ...more };
    },
  };
}

function boundStrangers(server: Server, most: number): void {
  const counts = new Map<string, number>();
  server.on('connection', (socket) => {
    const { remoteAddress: address = '' } = socket;
    if (isLoopback(address)) return;
    const count = (counts.get(address) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    counts.set(address, count);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
  });
}

/** A handler that throws costs its own request. */
const guarded =
  (handle: Handler, notices: Notices): Handler =>
  (request, response) => {
    try {
      handle(request, response);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notices.add('error', `The answer to ${request.method} ${askedPath(request)} failed (${why}): the desk goes on.`);
      if (response.headersSent) response.destroy();
      else replyText(response, 500, 'The desk stumbled over this request; control says more.');
    }
  };

/** What stands behind the door of a feed may be a key: it is said to nobody. */
const askedPath = (request: IncomingMessage): string =>
  (askedOf(request)?.pathname ?? 'something odd').replace(/^(\/api\/feed\/[^/]+\/).+/, '$1…').slice(0, 100);

const soon = { 'retry-after': '1' };

const soonJson = (response: ServerResponse): void =>
  replyJson(response, 503, { ok: false, error: 'The desk is starting: ask again in a second.' }, soon);
