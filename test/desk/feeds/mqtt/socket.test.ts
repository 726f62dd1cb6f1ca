import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { afterEach, expect, it } from 'vitest';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { ownTracksBroker } from '../../../../src/desk/feeds/mqtt/index.ts';
import { soon } from '../../../support/soon.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A broker that is reached by a WebSocket alone, at one path, as behind a proxy. */
async function broker(path: string) {
  const aedes = await Aedes.createBroker();
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, path });
  sockets.on('connection', (socket, request) => {
    const stream = createWebSocketStream(socket);
    stream.on('error', () => {});
    aedes.handle(stream, request);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  stops.push(async () => {
    cut();
    sockets.close();
    http.close();
    await new Promise<void>((resolve) => aedes.close(resolve));
  });
  return { host: `127.0.0.1:${(http.address() as AddressInfo).port}`, cut };
}

it('a broker is followed by a WebSocket, and what is published while that is cut off comes once', async () => {
  const { host, cut } = await broker('/ws');
  const opened = ownTracksBroker(`mqtt+ws://${host}/ws?topic=owntracks/+/phone`, '/tapes', { soonMs: 10, lateMs: 50 });
  if (!opened.ok) throw new Error(opened.error);
  const read = opened.value.reader();
  const lats: number[] = [];
  const troubles: string[] = [];
  stops.push(
    opened.value.listen(
      (input) => {
        const { events } = read(input);
        for (const event of events) if (event.kind === 'positions') lats.push(...event.samples.map(({ lat }) => lat));
        return events;
      },
      (text) => troubles.push(text),
    ),
  );
  const phone = await connectAsync(`ws://${host}/ws`, { reconnectPeriod: 5 });
  stops.push(() => phone.end(true));
  const publish = (lat: number) => {
    const body = { _type: 'location', tst: Math.floor(Date.now() / 1000), lat, lon: 5 };
    return phone.publishAsync('owntracks/12/phone', JSON.stringify(body), { qos: 1 });
  };
  await soon(async () => {
    await publish(45);
    expect(lats.length).toBeGreaterThan(0);
  });
  for (let drop = 1; drop <= 5; drop += 1) {
    cut();
    await publish(45 + drop);
  }
  await soon(() => expect(lats.filter((lat) => lat > 45)).toEqual([46, 47, 48, 49, 50]));
  expect(troubles[0]).toMatch(new RegExp(`^Phones: the broker ${host} is lost \\(.+\\); what is published meanwhile`));
});
