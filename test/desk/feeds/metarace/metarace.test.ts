import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { afterEach, expect, it } from 'vitest';
import { metarace } from '../../../../src/desk/feeds/metarace/index.ts';
import { metaraceParse } from '../../../../src/desk/feeds/metarace/parse.ts';
import type { PassingsEvent } from '../../../../src/race/event.ts';
import { START_MS } from '../../../support/race.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

type Told = PassingsEvent['passings'][number];
const [date, time] = new Date(START_MS).toISOString().slice(0, 23).split('T') as [string, string];

it('reads who crossed which channel when, once; a light barrier names nobody', () => {
  const parse = metaraceParse();
  const all = [
    `1;rrs;C1;52474;${time.replace(':', 'h')}`,
    `1;rrs;C1;52474;${time};${date}`,
    `2;timy;C1;;${time}`,
    'x;y',
    `3;rrs;C1;1;25:00:00`,
  ].map((message) => parse({ topic: 'timer', text: `${START_MS + 400} 0 ${message}` }));
  expect(all.flatMap(({ events }) => events.flatMap((one) => (one.kind === 'passings' ? one.passings : [])))).toEqual([
    { bib: '52474', mark: 'C1', atMs: START_MS },
  ]);
  expect(all.map(({ faults }) => faults.length)).toEqual([0, 0, 0, 1, 1]);
  expect(all[3]?.faults).toEqual(['what came is no message of a timer and was left out: "x;y"']);
});

/** A broker with a door that is cut at will. */
async function broker() {
  const aedes = await Aedes.createBroker();
  const sockets = new Set<Socket>();
  const [own, desks] = [
    createServer(aedes.handle),
    createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      aedes.handle(socket);
    }),
  ];
  for (const server of [own, desks]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const timer = await connectAsync(`mqtt://127.0.0.1:${(own.address() as AddressInfo).port}`);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  ends.push(async () => {
    timer.end(true);
    cut();
    own.close();
    desks.close();
    await new Promise<void>((resolve) => aedes.close(resolve));
  });
  return { port: (desks.address() as AddressInfo).port, timer, cut };
}

it('loses nothing that is published and tells nothing twice, cut off ten times while it goes on', async () => {
  const { port, timer, cut } = await broker();
  const feed = metarace(`mqtt://127.0.0.1:${port}/meet/timer`, '/tapes', { soonMs: 5, lateMs: 20 });
  if (!feed.ok) throw new Error(feed.error);
  const read = feed.value.reader();
  const told: Told[] = [];
  const troubles: string[] = [];
  ends.push(
    feed.value.listen(
      (input) => {
        const { events } = read(input);
        for (const event of events) if (event.kind === 'passings') told.push(...event.passings);
        return events;
      },
      (text) => troubles.push(text),
    ),
  );
  let count = 0;
  const publish = () => {
    count += 1;
    const tod = new Date(START_MS + count * 100).toISOString().slice(11, 23);
    return timer.publishAsync('meet/timer', `${count};rrs;C1;${count % 50};${tod};${date}`, { qos: 1 });
  };
  // Until it is there, and its name is known.
  while (told.length === 0) {
    await publish();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const first = told.length;
  await publish();
  await expect.poll(() => told.length).toBeGreaterThan(first);
  const before = count - told.length;
  for (let drop = 0; drop < 10; drop += 1) {
    for (let i = 0; i < 20; i += 1) await publish();
    cut();
    for (let i = 0; i < 20; i += 1) await publish();
    await expect.poll(() => told.length, { timeout: 4000 }).toBe(count - before);
  }
  expect(new Set(told.map(({ bib, atMs }) => `${bib} ${atMs}`)).size).toBe(told.length);
  expect(troubles.length).toBeGreaterThanOrEqual(10);
  for (const text of troubles) expect(text).toMatch(/^Timing: the broker 127\.0\.0\.1:\d+ is lost \([^\n]+\);[^\n]+$/);
});

it.each(['', 'host', 'http://host/timer'])('refuses "%s" as an address', (address) => {
  expect(metarace(address, '/tapes')).toMatchObject({ ok: false, error: expect.stringContaining('--feed metarace:') });
});
