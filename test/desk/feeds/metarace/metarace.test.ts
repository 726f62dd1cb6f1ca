import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { metarace } from '../../../../src/desk/feeds/metarace/index.ts';
import { metaraceParse } from '../../../../src/desk/feeds/metarace/parse.ts';
import { START_MS } from '../../../support/race.ts';
import { follow, readBy } from '../../../support/timing-feed.ts';

const [date, time] = new Date(START_MS).toISOString().slice(0, 23).split('T') as [string, string];

it('reads who crossed which channel when, once; a light barrier names nobody', () => {
  const parse = metaraceParse();
  const read = (...messages: readonly string[]) =>
    readBy(
      parse,
      messages.map((message) => ({ topic: 'timer', text: `${START_MS + 400} 0 ${message}` })),
    );
  const { passings, faults } = read(
    `1;rrs;C1;52474;${time.replace(':', 'h')}`,
    `1;rrs;C1;52474;${time};${date}`,
    `2;timy;C1;;${time}`,
  );
  expect(passings).toEqual([{ bib: '52474', mark: 'C1', atMs: START_MS }]);
  expect(faults).toEqual([]);
  expect(read('x;y').faults).toEqual(['what came is no message of a timer and was left out: "x;y"']);
  expect(read('3;rrs;C1;1;25:00:00').faults).toHaveLength(1);
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
  onTestFinished(async () => {
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
  const { told, troubles } = follow(
    metarace(`mqtt://127.0.0.1:${port}/meet/timer`, '/tapes', { soonMs: 5, lateMs: 20 }),
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
