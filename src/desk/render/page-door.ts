import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { type DrawnFrame, openDrawn } from '../../wire/offline/drawn.ts';
import { jsonOf, recordOf, textOf } from '../feeds/json.ts';
import type { PageFile } from '../site/page-file.ts';
import { servePages } from '../site/serve.ts';

/** The pages, and the socket of the one that draws. All of its troubles are an error with one sentence. */
export interface PageDoor {
  /** "http://127.0.0.1:41234". */
  readonly url: string;
  /** The page is there and has its theme. */
  readonly ready: Promise<void>;
  /** Answered in the order in which it was asked. */
  ask(step: Uint8Array): Promise<DrawnFrame>;
  /** Nothing more comes of the page: whoever waits for it hears why. */
  fail(why: string): void;
  close(): void;
}

/** Until a page is there: a browser that begins on a busy machine takes some seconds. */
const PATIENCE_MS = 60_000;

export async function openPageDoor(
  pages: readonly PageFile[],
  theme: string,
  onFault: (sentence: string) => void,
): Promise<PageDoor> {
  const server = createServer(servePages(pages));
  const sockets = new WebSocketServer({ server, path: '/offline', perMessageDeflate: false, maxPayload: 2 ** 28 });
  const waiting: { readonly done: (drawn: DrawnFrame) => void; readonly failed: (error: Error) => void }[] = [];
  let page: WebSocket | null = null;
  let over: Error | null = null;
  let isReady = () => {};
  let isNot = (_: Error) => {};
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    isNot = reject;
  });
  ready.catch(() => {});
  const stop = (why: string) => {
    over ??= new Error(why);
    isNot(over);
    for (const { failed } of waiting.splice(0)) failed(over);
  };
  const patience = setTimeout(
    () => stop('The page that draws did not come: check that --browser names a Chromium of version 103 or later.'),
    PATIENCE_MS,
  );
  const hear = (text: string) => {
    const word = recordOf(jsonOf(text));
    if (word?.ready) {
      clearTimeout(patience);
      isReady();
    } else if (word?.fault) onFault(textOf(word.fault));
    else stop(textOf(word?.wrong) || 'The page that draws said what nobody understands.');
  };
  sockets.on('connection', (socket) => {
    if (page) return socket.close();
    page = socket;
    socket.on('message', (data, isBinary) => {
      if (!isBinary) return hear(String(data));
      try {
        waiting.shift()?.done(openDrawn(data as Buffer));
      } catch (error) {
        stop(`The page that draws answered what cannot be read (${error instanceof Error ? error.message : error}).`);
      }
    });
    socket.on('close', () =>
      stop(
        'The page that draws is gone, perhaps for want of memory: give the same command again, it goes on from there.',
      ),
    );
    socket.send(theme);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready,
    ask: (step) =>
      new Promise((done, failed) => {
        if (over || !page) return failed(over ?? new Error('The page that draws is not there yet.'));
        waiting.push({ done, failed });
        page.send(step);
      }),
    fail: stop,
    close() {
      clearTimeout(patience);
      stop('The rendering is over.');
      sockets.close();
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      server.closeAllConnections();
    },
  };
}
