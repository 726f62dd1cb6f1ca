import { createParser } from 'eventsource-parser';
import { request } from './http.ts';

/** The server drops every connection about once a minute: come back at once, and less eagerly the longer it is away. */
const SOON_MS = 500;
const LATE_MS = 10_000;

/** Listens to server-sent events for ever. `trouble` is said when nothing came before the connection was lost. */
export function listen(url: URL, data: (text: string) => void, trouble: (why: string) => void): () => void {
  let stopped = false;
  let waitMs = SOON_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hangUp = () => {};
  const connect = () => {
    let heard = false;
    const parser = createParser({
      onEvent(event) {
        heard = true;
        data(event.data);
      },
    });
    hangUp = request(url, {
      text: (chunk) => parser.feed(chunk),
      over(failed) {
        if (stopped) return;
        if (!heard) trouble(failed ?? 'it hung up');
        waitMs = heard ? SOON_MS : Math.min(LATE_MS, waitMs * 2);
        timer = setTimeout(connect, waitMs);
      },
    });
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    hangUp();
  };
}
