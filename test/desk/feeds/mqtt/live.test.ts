import { connect, createServer, type Server, type Socket } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import type { FromFeed, Live } from '../../../../src/desk/feeds/feed.ts';
import { ownTracksBroker } from '../../../../src/desk/feeds/mqtt/index.ts';
import type { Sample } from '../../../../src/race/event.ts';
import type { Result } from '../../../../src/wire/result.ts';
import { soon } from '../../../support/soon.ts';

const WAITS = { soonMs: 10, lateMs: 50 };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const listening = (server: Server, port = 0) =>
  new Promise<number>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });

/** A broker with two doors: phones are never cut off, the desk is at will. */
async function broker(password: string | null = null, maySubscribe: (topic: string) => boolean = () => true) {
  const aedes = await Aedes.createBroker();
  if (password !== null)
    aedes.authenticate = (_client, user, given, done) => done(null, user === 'desk' && String(given) === password);
  aedes.authorizeSubscribe = (_client, asked, done) => done(null, maySubscribe(asked.topic) ? asked : null);
  const phones = createServer(aedes.handle);
  const sockets = new Set<Socket>();
  const phonePort = await listening(phones);
  let isDeaf = false;
  const desks = createServer((socket) => {
    const inner = connect(phonePort, '127.0.0.1');
    sockets.add(socket);
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
    socket.on('data', (data) => {
      if (!isDeaf) inner.write(data);
    });
    inner.pipe(socket);
  });
  const deskPort = await listening(desks);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const clients: MqttClient[] = [];
  stops.push(async () => {
    for (const client of clients) client.end(true);
    cut();
    phones.close();
    desks.close();
    await new Promise<void>((resolve) => aedes.close(resolve));
  });
  return {
    deskPort,
    cut,
    /** What desks say comes nowhere: the broker does not know what they have heard. */
    deafen(is: boolean) {
      isDeaf = is;
    },
    /** Nobody is let in by the desk's door; `cut` those who are. */
    shut: () => new Promise<void>((resolve) => desks.close(() => resolve())),
    reopen: () => listening(desks, deskPort),
    async phone() {
      const client = await connectAsync(`mqtt://127.0.0.1:${phonePort}`, {
        username: 'desk',
        password: password ?? '',
      });
      clients.push(client);
      return client;
    },
  };
}

/** A desk's end. */
function follow(opened: Result<Live>) {
  if (!opened.ok) throw new Error(opened.error);
  const tape: FromFeed[] = [];
  const samples: Sample[] = [];
  const troubles: string[] = [];
  const read = opened.value.reader();
  const stop = opened.value.listen(
    (input) => {
      tape.push(input);
      const { events } = read(input);
      for (const event of events) if (event.kind === 'positions') samples.push(...event.samples);
      return events;
    },
    (text) => troubles.push(text),
  );
  stops.push(stop);
  return { tape, samples, troubles, stop, title: opened.value.title };
}

const location = (n: number) =>
  JSON.stringify({ _type: 'location', tst: Math.floor(Date.now() / 1000), lat: 45 + n / 1e5, lon: 5 });

describe('a broker', () => {
  it('loses nothing and repeats nothing over ten drops under load', async () => {
    const { deskPort, cut, deafen, shut, reopen, phone } = await broker();
    const desk = follow(ownTracksBroker(`mqtt://127.0.0.1:${deskPort}`, '/tapes', WAITS));
    const client = await phone();
    let sent = 0;
    const burst = async (count: number) => {
      const all = Array.from({ length: count }, () => {
        sent += 1;
        return client.publishAsync(`owntracks/${1 + (sent % 20)}/phone`, location(sent), { qos: 1 });
      });
      await Promise.all(all);
    };
    await client.publishAsync('owntracks/1/phone', location(0), { qos: 1, retain: true });
    await soon(() => expect(desk.tape.length).toBeGreaterThan(1));
    const before = desk.samples.length;
    const lats = () => desk.samples.slice(before).map(({ lat }) => Math.round((lat - 45) * 1e5));
    for (let drop = 0; drop < 10; drop += 1) {
      if (drop % 2 === 0) {
        await soon(() => expect(new Set(lats()).size).toBe(sent));
        deafen(true);
        await burst(10);
        await soon(() => expect(new Set(lats()).size).toBe(sent));
      }
      const closed = shut();
      const load = burst(20);
      cut();
      deafen(false);
      await Promise.all([closed, load]);
      await burst(10);
      await reopen();
      await burst(10);
    }
    await soon(() => expect(new Set(lats()).size).toBe(sent));
    expect(lats().toSorted((a, b) => a - b)).toEqual(Array.from({ length: sent }, (_, i) => i + 1));
    // What it had not acknowledged came again.
    expect(desk.tape.length).toBeGreaterThan(sent + 25);
    expect(desk.troubles.length).toBeGreaterThan(0);
    expect(desk.troubles[0]).toMatch(/^Phones: the broker 127\.0\.0\.1:\d+ is lost \(.+\); what is published/);
  }, 30_000);

  it('brings what was published while the desk was away altogether', async () => {
    const { deskPort, phone } = await broker();
    const opened = () => ownTracksBroker(`mqtt://127.0.0.1:${deskPort}/owntracks/#`, '/tapes', WAITS);
    const client = await phone();
    const first = follow(opened());
    await soon(async () => {
      await client.publishAsync('owntracks/12/phone', location(1), { qos: 1 });
      expect(first.samples.length).toBeGreaterThan(0);
    });
    first.stop();
    await client.publishAsync('owntracks/12/phone', location(500), { qos: 1 });
    const second = follow(opened());
    await soon(() => expect(second.samples.map(({ lat }) => lat)).toContain(45.005));
  });

  it('tells names that it has retained, and no places; a portrait is not kept', async () => {
    const { deskPort, phone } = await broker();
    const client = await phone();
    const retained = { qos: 1, retain: true } as const;
    await client.publishAsync('owntracks/12/phone', location(1), retained);
    const card = { _type: 'card', name: 'Ana Novak', face: 'iVBORw0KGgo' };
    await client.publishAsync('owntracks/12/phone/info', JSON.stringify(card), retained);
    const desk = follow(ownTracksBroker(`mqtt://127.0.0.1:${deskPort}`, '/tapes', WAITS));
    await soon(() => expect(desk.tape.filter(({ text }) => text.includes('"retain":true'))).toHaveLength(2));
    expect(desk.samples).toEqual([]);
    expect(desk.tape.some(({ text }) => text.includes('Ana Novak'))).toBe(true);
    expect(desk.tape.some(({ text }) => text.includes('iVBOR'))).toBe(false);
  });

  it('lets in who knows the password, which is said nowhere', async () => {
    const { deskPort, phone } = await broker('s3cret/@');
    const client = await phone();
    const wrong = follow(ownTracksBroker(`mqtt://desk:w0rong@127.0.0.1:${deskPort}`, '/tapes', WAITS));
    await soon(() => expect(wrong.troubles).toHaveLength(1));
    expect(wrong.troubles[0]).toContain('lets this user or password not in');
    const desk = follow(ownTracksBroker(`mqtt://desk:s3cret%2F%40@127.0.0.1:${deskPort}`, '/tapes', WAITS));
    await soon(async () => {
      await client.publishAsync('owntracks/12/phone', location(1), { qos: 1 });
      expect(desk.samples.length).toBeGreaterThan(0);
    });
    const all = JSON.stringify([wrong.troubles, wrong.title, wrong.tape, desk.troubles, desk.title, desk.tape]);
    expect(all).not.toMatch(/s3cret|w0rong/);
  });

  it('says when it refuses the topic', async () => {
    const { deskPort } = await broker(null, (topic) => topic.startsWith('owntracks/'));
    const desk = follow(ownTracksBroker(`mqtt://127.0.0.1:${deskPort}/secret/#`, '/tapes', WAITS));
    await soon(() => expect(desk.troubles[0]).toContain('it refuses the topic secret/#'));
  });

  it('says when another desk comes by the same name, and is followed when that has gone', async () => {
    const { deskPort, phone } = await broker();
    const client = await phone();
    const [one, other] = ['one', 'other'].map(() =>
      follow(ownTracksBroker(`mqtt://127.0.0.1:${deskPort}`, '/tapes', WAITS)),
    );
    const publish = () => client.publishAsync('owntracks/12/phone', location(Math.random()), { qos: 1 });
    await soon(async () => {
      await publish();
      expect([...one!.troubles, ...other!.troubles].join()).toContain('as if another desk had come by our name');
    });
    other!.stop();
    const count = one!.samples.length;
    await soon(async () => {
      await publish();
      expect(one!.samples.length).toBeGreaterThan(count);
    });
  });

  it('refuses a flood and what is too long, and names the phone', async () => {
    const { deskPort, phone } = await broker();
    const client = await phone();
    const desk = follow(ownTracksBroker(`mqtt://127.0.0.1:${deskPort}`, '/tapes', WAITS));
    await soon(async () => {
      await client.publishAsync('owntracks/12/phone', location(1), { qos: 1 });
      expect(desk.samples.length).toBeGreaterThan(0);
    });
    await client.publishAsync('owntracks/eve/phone', 'x'.repeat(1_000_000), { qos: 1 });
    await soon(() => expect(desk.troubles).toHaveLength(1));
    expect(desk.troubles[0]).toContain('eve/phone publishes more than 200000 letters');
    expect(desk.tape.some(({ text }) => text.includes('eve'))).toBe(false);
  });
});

describe('the address of a broker', () => {
  it.each(['', 'broker', 'http://broker', 'mqtt://', 'mqtt://u:pa/ss@host'])(
    'is not "%s", and says how one is written',
    (argument) => {
      const opened = ownTracksBroker(argument, '/tapes');
      expect(opened).toMatchObject({
        ok: false,
        error: expect.stringContaining('--feed mqtt:mqtt://host:1883/owntracks/#'),
      });
      expect(JSON.stringify(opened)).not.toContain('pa/ss');
    },
  );
});
