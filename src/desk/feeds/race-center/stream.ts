import { createParser } from 'eventsource-parser';
import { createComeBack, type Waits } from '../come-back.ts';
import { request } from './http.ts';

export interface StreamHands {
  /** What is sent, and as what: "update", "groups"; "" where it does not say. */
  heard(text: string, event: string): void;
  /** The first word after a connection was lost: what was said meanwhile was said to others. */
  back(): void;
  /** Nothing came before the connection was lost; once, until something comes. */
  trouble(why: string): void;
}

/** Listens to server-sent events for ever. The server drops every connection about once a minute: that is no trouble. */
export function listen(url: URL, hands: StreamHands, waits?: Waits): () => void {
  let isFirst = true;
  let hangUp = () => {};
  const connect = () => {
    let heard = false;
    const parser = createParser({
      onEvent({ event = '', data }) {
        if (!heard && !isFirst) hands.back();
        heard = true;
        isFirst = false;
        comeBack.heard();
        hands.heard(data, event);
      },
    });
    hangUp = request(url, {
      text: (chunk) => parser.feed(chunk),
      over: (failed) => comeBack.lost(heard ? null : (failed ?? 'it hung up')),
    });
  };
  const comeBack = createComeBack({ again: connect, say: hands.trouble, ...(waits && { waits }) });
  connect();
  return () => {
    comeBack.stop();
    hangUp();
  };
}
