import { createParser } from 'eventsource-parser';
import { request } from './http.ts';

/** The server drops every connection about once a minute: come back at once, and less eagerly the longer it is away. */
export const SOON_MS = 500;
const LATE_MS = 10_000;

export interface StreamHands {
  /** What is sent, and as what: "update", "groups"; "" where it does not say. */
  heard(text: string, event: string): void;
  /** The first word after a connection was lost: what was said meanwhile was said to others. */
  back(): void;
  /** Nothing came before the connection was lost. */
  trouble(why: string): void;
}

/** Listens to server-sent events for ever; a lost connection is taken up again after `soonMs`. */
export function listen(url: URL, hands: StreamHands, soonMs = SOON_MS): () => void {
  let stopped = false;
  let waitMs = soonMs;
  let isFirst = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hangUp = () => {};
  const connect = () => {
    let heard = false;
    const parser = createParser({
      onEvent({ event = '', data }) {
        if (!heard && !isFirst) hands.back();
        heard = true;
        isFirst = false;
        hands.heard(data, event);
      },
    });
    hangUp = request(url, {
      text: (chunk) => parser.feed(chunk),
      over(failed) {
        if (stopped) return;
        if (!heard) hands.trouble(failed ?? 'it hung up');
        waitMs = heard ? soonMs : Math.min(LATE_MS, waitMs * 2);
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
