import { once } from 'node:events';
import WebSocket from 'ws';
import { until } from '../../../support/small-desk.ts';

/** A panel on the plain socket: keeps each message that it was told. */
export interface Panel {
  readonly told: readonly Record<string, unknown>[];
  /** The newest. */
  now(): Record<string, unknown>;
  /** Sends a text and gives the state that answers it. */
  ask(text: string): Promise<Record<string, unknown>>;
  send(text: string | Buffer): void;
  readonly closed: Promise<void>;
  close(): void;
}

/** `url` of the desk: http://…; resolves with the first state. */
export async function openPanel(url: string, headers: Record<string, string> = {}): Promise<Panel> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/socket`, { headers });
  const told: Record<string, unknown>[] = [];
  socket.on('message', (data) => told.push(JSON.parse(String(data))));
  const closed = once(socket, 'close').then(() => {});
  await once(socket, 'open');
  await until('the first state is told', () => told.length > 0);
  const now = () => told.at(-1)!;
  return {
    told,
    now,
    async ask(text) {
      const before = Number(now().answered);
      socket.send(text);
      await until(`"${text.slice(0, 60)}" is answered`, () => told.some(({ answered }) => Number(answered) > before));
      return told.find(({ answered }) => Number(answered) > before)!;
    },
    send: (text) => socket.send(text),
    closed,
    close: () => socket.close(),
  };
}
