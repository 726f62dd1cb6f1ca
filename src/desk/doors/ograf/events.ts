import type { ServerResponse } from 'node:http';
import type { Guest } from '../porter.ts';
import { rendererIds } from './instances.ts';
import type { Renderers } from './renderers.ts';

/** So often at most is somebody told: what changes between is told together. */
const TELL_MS = 100;
/** A line without meaning, so that nobody between takes the connection for dead; and whether tokens still are some. */
const PING_MS = 5000;
/** So much may wait for one who does not read; then he is cut off. */
const MOST_WAITING_BYTES = 1024 * 1024;
/** No studio has so many controllers. */
const MOST_LISTENERS = 100;

/**
 * What changes, as it changes: the specification has controllers ask again and again. A stream of server-sent events:
 * `target` (a renderer, with one of its targets as `GET …/target` has it) and `status` (a renderer, and how it is). It begins
 * with all of them.
 */
export interface OgrafEvents {
  /** False where there are too many. */
  listen(response: ServerResponse, headers: Readonly<Record<string, string>>, guest: Guest): boolean;
  /** Something may have changed. */
  look(): void;
  stop(): void;
}

export function createOgrafEvents(renderers: Renderers, isStill: (guest: Guest) => boolean): OgrafEvents {
  const listeners = new Map<ServerResponse, Guest>();
  let told: ReadonlyMap<string, string> = new Map();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let toldMs = Number.NEGATIVE_INFINITY;

  function tell(): void {
    timer = null;
    toldMs = performance.now();
    const now = textsOf(renderers);
    const news = [...now].flatMap(([name, text]) => (told.get(name) === text ? [] : text)).join('');
    told = now;
    if (news !== '') for (const one of listeners.keys()) send(one, news);
  }
  function send(response: ServerResponse, text: string): void {
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
    else response.write(text);
  }
  const pings = setInterval(() => {
    for (const [response, guest] of listeners)
      if (isStill(guest)) send(response, ': still here\n\n');
      else response.end();
  }, PING_MS);
  pings.unref();

  return {
    listen(response, headers, guest) {
      if (listeners.size >= MOST_LISTENERS) return false;
      if (listeners.size === 0) told = textsOf(renderers);
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      send(response, [...told.values()].join(''));
      listeners.set(response, guest);
      response.on('close', () => listeners.delete(response));
      return true;
    },
    look() {
      if (timer !== null || listeners.size === 0) return;
      timer = setTimeout(tell, Math.max(0, TELL_MS - (performance.now() - toldMs)));
    },
    stop() {
      clearInterval(pings);
      if (timer !== null) clearTimeout(timer);
      for (const response of listeners.keys()) response.destroy();
    },
  };
}

/** Each event as it is sent, by what it is about. */
function textsOf(renderers: Renderers): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const put = (name: string, event: string, data: object) =>
    texts.set(name, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  for (const rendererId of rendererIds) {
    put(rendererId, 'status', { rendererId, ...renderers.status(rendererId) });
    for (const target of renderers.targets(rendererId))
      put(`${rendererId} ${target.renderTarget.zone}`, 'target', { rendererId, ...target });
  }
  return texts;
}
