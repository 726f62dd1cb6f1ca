import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Delivery, FromFeed, Live } from '../../../../src/desk/feeds/feed.ts';
import { traccarServer } from '../../../../src/desk/feeds/traccar/index.ts';
import type { Sample } from '../../../../src/race/event.ts';
import type { Result } from '../../../../src/wire/result.ts';
import { soon } from '../../../support/soon.ts';
import { traccarInProcess } from './server.ts';

const WAITS = { soonMs: 10, lateMs: 50 };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function serving() {
  const server = await traccarInProcess();
  stops.push(server.shut);
  return server;
}

/** A desk's end, which takes up the tape of another one where it is given. */
function follow(opened: Result<Live>, left: readonly FromFeed[] = []) {
  if (!opened.ok) throw new Error(opened.error);
  const live = opened.value;
  const tape: FromFeed[] = [];
  const samples: Sample[] = [];
  const troubles: string[] = [];
  const faults: string[] = [];
  const read = live.reader();
  for (const input of left) read(input);
  const stop = live.listen(
    (input) => {
      tape.push(input);
      const parsed = read(input);
      faults.push(...parsed.faults);
      for (const event of parsed.events) if (event.kind === 'positions') samples.push(...event.samples);
      return parsed.events;
    },
    (text) => troubles.push(text),
  );
  stops.push(stop);
  const bring = (over: Partial<Delivery>) =>
    live.doors![0]!.receive({
      path: '',
      method: 'POST',
      query: new URLSearchParams(),
      headers: { authorization: undefined, 'content-type': undefined },
      body: '',
      atMs: Date.now(),
      address: '10.0.0.9',
      author: 'http 10.0.0.9',
      mayFeed: true,
      mayOperate: false,
      ...over,
    });
  return { tape, samples, troubles, faults, stop, bring, title: live.title };
}

const withPassword = (url: string, password = 's3cret%2F%40') =>
  url.replace('http://', `http://me%40club.org:${password}@`);

const now = () => {
  const time = new Date().toISOString();
  return { fixTime: time, deviceTime: time, longitude: 5 };
};

describe('a server of Traccar', () => {
  it('loses nothing and repeats nothing over ten drops under load', async () => {
    const server = await serving();
    for (let id = 1; id <= 20; id += 1) server.device(id, `${id} Rider`);
    const desk = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(server.heardBy()).toBe(1));
    let sent = 0;
    const burst = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        sent += 1;
        server.places({ ...now(), deviceId: 1 + (sent % 20), latitude: 45 + sent / 1e5 });
        // A device has one fix in a second or so: two of one moment are one.
        if (sent % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      }
    };
    // Each is heard once before it is missed.
    await burst(20);
    await soon(() => expect(desk.samples).toHaveLength(20));
    for (let drop = 0; drop < 10; drop += 1) {
      await burst(30);
      const closed = server.shut();
      await burst(50);
      await closed;
      await server.reopen();
      await burst(30);
      await soon(() => expect(server.heardBy()).toBe(1));
    }
    const lats = () => desk.samples.map(({ lat }) => Math.round((lat - 45) * 1e5));
    await soon(() => expect(new Set(lats()).size).toBe(sent));
    expect(lats().toSorted((a, b) => a - b)).toEqual(Array.from({ length: sent }, (_, i) => i + 1));
    expect(desk.faults).toEqual([]);
    expect(server.logins()).toBe(1);
    expect(desk.troubles.length).toBeGreaterThan(0);
    expect(desk.troubles[0]).toMatch(
      /^Traccar: the server 127\.0\.0\.1:\d+ is lost \(.+\); it is asked again and again\.$/,
    );
  });

  it('knows where all were last, from its first moment on', async () => {
    const server = await serving();
    server.device(5, '12 Dupont');
    server.places({ ...now(), deviceId: 5, latitude: 45 });
    const desk = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(desk.samples).toMatchObject([{ bib: '12', lat: 45, speedKph: expect.closeTo(37.04) }]));
    expect(desk.tape.map(({ topic }) => topic)).toEqual(['start', 'message', 'message']);
  });

  it('is asked by a desk that was killed for what came meanwhile, and nothing comes twice', async () => {
    const server = await serving();
    for (const id of [5, 6, 7]) server.device(id, `${id} Rider`);
    const first = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(server.heardBy()).toBe(1));
    let moment = Date.now();
    const sends = (deviceId: number, latitude: number) => {
      moment = Math.max(Date.now(), moment + 5);
      const time = new Date(moment).toISOString();
      server.places({ fixTime: time, deviceTime: time, longitude: 5, deviceId, latitude });
    };
    sends(5, 45.1);
    sends(6, 46.1);
    await soon(() => expect(first.samples).toHaveLength(2));
    first.stop();
    for (const lat of [45.2, 45.3, 45.4]) sends(5, lat);
    // Nobody has heard of it before.
    for (const lat of [47.1, 47.2]) sends(7, lat);
    const second = follow(traccarServer(withPassword(server.url), WAITS), first.tape);
    await soon(() => expect(second.samples).toHaveLength(5));
    sends(5, 45.5);
    await soon(() => expect(second.samples).toHaveLength(6));
    expect(second.samples.map(({ lat }) => lat).toSorted()).toEqual([45.2, 45.3, 45.4, 45.5, 47.1, 47.2]);
    expect(second.faults).toEqual([]);
    // A desk that begins knows where all are, and asks for no past.
    const third = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(third.samples).toHaveLength(3));
  });

  it('begins a new session when the old one has expired', async () => {
    const server = await serving();
    server.device(5, '12 Dupont');
    const desk = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(server.heardBy()).toBe(1));
    await soon(() => expect(desk.tape.length).toBeGreaterThan(0));
    server.expire();
    server.cut();
    await soon(() => expect(server.logins()).toBeGreaterThanOrEqual(2));
    await soon(() => expect(server.heardBy()).toBe(1));
    server.places({ ...now(), deviceId: 5, latitude: 45 });
    await soon(() => expect(desk.samples).toHaveLength(1));
  });

  it('asks for the name of a device that is new', async () => {
    const server = await serving();
    const desk = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(server.heardBy()).toBe(1));
    // It has asked once, and asks again ten seconds later at the earliest.
    await soon(() => expect(desk.tape.length).toBeGreaterThan(0));
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    server.device(5, '12 Dupont');
    server.places({ ...now(), deviceId: 5, latitude: 45 });
    await soon(() => expect(desk.samples).toMatchObject([{ bib: '12' }]));
    expect(desk.faults).toEqual([]);
  });

  it('takes who asks from the environment; nobody reads that, nor the phone numbers of riders', async () => {
    const server = await serving();
    server.device(5, '12 Dupont');
    vi.stubEnv('TRACCAR_USER', 'me@club.org');
    vi.stubEnv('TRACCAR_PASSWORD', 's3cret/@');
    const desk = follow(traccarServer(server.url, WAITS));
    await soon(() => expect(desk.tape.some(({ text }) => text.includes('12 Dupont'))).toBe(true));
    const wrong = follow(traccarServer(withPassword(server.url, 'w0rong'), WAITS));
    await soon(() => expect(wrong.troubles).toHaveLength(1));
    expect(wrong.troubles[0]).toContain('it does not know this user or password');
    const all = JSON.stringify([desk.tape, desk.title, desk.troubles, wrong.tape, wrong.title, wrong.troubles]);
    expect(all).not.toMatch(/s3cret|w0rong|club\.org|JSESSIONID|\+420/);
  });
});

describe('a server that forwards', () => {
  const position = () => ({ deviceId: 5, latitude: 45, speed: 20, valid: true, ...now() });
  const device = { id: 5, name: '12 Dupont', uniqueId: '861107036012345', phone: '+420 600 000 000' };

  it('is taken at the door, as JSON', () => {
    const desk = follow(traccarServer(''));
    const body = JSON.stringify({ position: position(), device });
    expect(desk.bring({ body })).toEqual({ status: 200, body: { ok: true } });
    expect(desk.bring({ body }).status).toBe(200);
    expect(desk.samples).toMatchObject([{ bib: '12', lat: 45, speedKph: expect.closeTo(37.04) }]);
    expect(JSON.stringify(desk.tape)).not.toContain('+420');
  });

  it('is taken at the door as an address, as older ones do', () => {
    const desk = follow(traccarServer(''));
    const at = Date.now();
    const query = { id: '861107036012345', name: '12 Dupont', lat: '45', lon: '5', fixTime: `${at}`, speed: '20' };
    const more = { attributes: '{"batteryLevel":61}', valid: 'true', token: 'ard_secret' };
    expect(desk.bring({ method: 'GET', query: new URLSearchParams({ ...query, ...more }) }).status).toBe(200);
    expect(desk.samples).toMatchObject([
      { bib: '12', lat: 45, atMs: at, speedKph: expect.closeTo(37.04), batteryPct: 61 },
    ]);
    expect(JSON.stringify(desk.tape)).not.toContain('ard_secret');
    const invalid = { ...query, valid: 'false', fixTime: `${at + 1000}` };
    desk.bring({ method: 'GET', query: new URLSearchParams(invalid) });
    expect(desk.samples).toHaveLength(1);
  });

  it('is refused without a token, and where it says nothing', () => {
    const desk = follow(traccarServer(''));
    const body = JSON.stringify({ position: position(), device });
    expect(desk.bring({ body, mayFeed: false })).toMatchObject({ status: 401 });
    expect(desk.bring({ body: null })).toMatchObject({ status: 413 });
    for (const odd of ['', '[]', 'hello', '{"position":{}}', '{"device":{}}'])
      expect(desk.bring({ body: odd }), odd).toMatchObject({ status: 400 });
    expect(desk.samples).toEqual([]);
  });

  it('is taken once where it is asked as well', async () => {
    const server = await serving();
    server.device(5, '12 Dupont');
    const desk = follow(traccarServer(withPassword(server.url), WAITS));
    await soon(() => expect(server.heardBy()).toBe(1));
    server.places({ deviceId: 5, latitude: 45, ...now() });
    await soon(() => expect(desk.samples).toHaveLength(1));
    desk.bring({ body: JSON.stringify({ position: server.history[0], device }) });
    expect(desk.samples).toHaveLength(1);
  });
});

describe('the address of a server', () => {
  it.each(['demo', 'mqtt://demo', 'https://', 'https://u:pa/ss@host'])('is not "%s"', (address) => {
    const opened = traccarServer(address);
    expect(opened).toMatchObject({ ok: false, error: expect.stringContaining('--feed traccar:https://host') });
    expect(JSON.stringify(opened)).not.toContain('pa/ss');
  });

  it('wants to know who asks', () => {
    expect(traccarServer('https://demo.example.org')).toMatchObject({
      ok: false,
      error: 'Say who asks demo.example.org: set TRACCAR_USER and TRACCAR_PASSWORD, or write user:password@ before it.',
    });
  });
});
