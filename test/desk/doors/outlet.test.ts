import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOutlet, type Outlet } from '../../../src/desk/doors/outlet.ts';
import { frameOf } from '../../../src/wire/frame.ts';
import { rawPage } from '../../support/raw-page.ts';
import { until } from '../../support/small-desk.ts';

let server: Server;
let url: string;
let outlets: Outlet[];
let full: number;

beforeEach(async () => {
  outlets = [];
  full = 0;
  const http = createServer();
  server = new Server(http);
  server.on('connection', (socket) => {
    const outlet = createOutlet(socket, () => {
      full += 1;
    });
    outlets.push(outlet);
    outlet.send(frameOf('clock', { atMs: 1, rate: 1 }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

const large = frameOf('delta', { seq: 1, race: new Uint8Array(250_000) });

it('cuts off who reads nothing before it costs 8 MiB, and says so once', async () => {
  const page = await rawPage({ url, role: 'program' });
  page.stopReading();
  let sent = 0;
  for (; sent < 200 && full === 0; sent += 1) {
    outlets[0]!.send(large);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(full).toBe(1);
  // The system keeps some megabytes for a connection besides.
  expect(sent * large.bytes.length).toBeLessThan(20 * 1024 * 1024);
  await until('the server has let it go', () => server.engine.clientsCount === 0);
});

it('lets who reads have as much as there is', async () => {
  const page = await rawPage({ url, role: 'program' });
  for (let i = 0; i < 60; i += 1) {
    outlets[0]!.send(large);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await until('all has come', () => page.messages === 61);
  expect(full).toBe(0);
  page.destroy();
});

it('gives a program that takes no frames the same as events', async () => {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  const heard: unknown[] = [];
  socket.onAny((...event) => heard.push(event));
  await until('it is greeted', () => heard.length === 1);
  outlets[0]!.send(frameOf('delta', { seq: 1, race: new Uint8Array([1, 2, 3]) }));
  await until('it hears', () => heard.length === 2);
  expect(heard).toEqual([
    ['clock', { atMs: 1, rate: 1 }],
    ['delta', { seq: 1, race: Buffer.from([1, 2, 3]) }],
  ]);
  socket.close();
});
