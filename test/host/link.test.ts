import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Link, openLink } from '../../src/host/link.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { type FrameEvent, frameOf } from '../../src/wire/frame.ts';
import { PROTOCOL } from '../../src/wire/protocol.ts';
import { raceEncoder } from '../../src/wire/public/encode.ts';
import { airOf } from '../../src/wire/public/half.ts';
import { until } from '../support/small-desk.ts';
import { fullField } from '../wire/race.arbitrary.ts';

/** A desk that says what the test wants, and counts what it is asked. */
let http: HttpServer;
let io: Server;
let port = 0;
let link: Link;
let asked: string[] = [];
let reloads: number[] = [];
let page: Socket | null = null;
let greet: (socket: Socket) => void;
/** Whether it hears what is said with the opening of a socket; a desk of before does not. */
let hearsAtOnce = true;

const show = (step: number): Show => ({ ...emptyShow, program: { flash: { overlay: 'a-b', params: {}, step } } });
const snapshot = (seq: number, over: object = {}) => ({
  protocol: PROTOCOL,
  seq,
  sentMs: 0,
  air: airOf(show(seq)),
  ...over,
});
const clock = (seq: number) => ({ atMs: 1000 * seq, rate: 1, sentMs: 0 });
const air = (step: number) => ({ sentMs: 0, air: airOf(show(step)) });
/** What a desk greets a page with. */
const greetWith =
  (seq: number, over: object = {}) =>
  (socket: Socket) => {
    say(socket, 'clock', clock(seq));
    say(socket, 'snapshot', snapshot(seq, over));
  };
/** As the desk does: one message of bytes. */
const say = (to: Socket | null, event: FrameEvent, message: object) => {
  to!.conn.write(frameOf(event, message).bytes);
};
const stepOnAir = () => link.replica().show.program.flash?.step;

async function begin(): Promise<void> {
  http = createServer();
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  ({ port } = http.address() as AddressInfo);
  io = new Server(http);
  io.on('connection', (socket) => {
    page = socket;
    const hear = ({ role }: { role: string }) => {
      asked.push(`hello ${role}`);
      greet(socket);
    };
    if (hearsAtOnce) hear(socket.handshake.auth.hello);
    socket.on('hello', hear);
    socket.on('resync', () => asked.push('resync'));
  });
}

beforeEach(async () => {
  port = 0;
  asked = [];
  greet = greetWith(5);
  hearsAtOnce = true;
  await begin();
  link = openLink('program', { url: `http://127.0.0.1:${port}`, reload: (protocol) => reloads.push(protocol) });
  reloads = [];
});

afterEach(async () => {
  link.close();
  await io.close();
});

const live = () => until('the link is live', () => link.replica().connection === 'live');

describe('a link', () => {
  it('is connecting, then live with the snapshot', async () => {
    expect(link.replica()).toMatchObject({ connection: 'connecting', race: null, show: emptyShow });
    await live();
    expect(asked).toEqual(['hello program']);
    expect(link.replica()).toMatchObject({ race: null, show: show(5), clock: { atMs: 5000, rate: 1 }, refusal: null });
    expect(performance.now() - link.replica().clockReceivedMs).toBeLessThan(1000);
  });

  it('says hello again to a desk that did not hear it with the socket', async () => {
    await live();
    await io.close();
    hearsAtOnce = false;
    greet = greetWith(7);
    await begin();
    await until('it is live again', () => stepOnAir() === 7);
    expect(asked).toEqual(['hello program', 'hello program']);
  });

  it('folds deltas by their number, and keeps what did not change', async () => {
    const encoder = raceEncoder();
    encoder.delta(fullField());
    greet = greetWith(5, { race: encoder.snapshot() });
    await live();
    const before = link.replica();
    page!.emit('delta', { seq: 6, ...air(6) });
    await until('step 6', () => stepOnAir() === 6);
    const after = link.replica();
    expect(after.race).toBe(before.race);
    expect(after.clock).toBe(before.clock);
    expect(after.clockReceivedMs).toBe(before.clockReceivedMs);
    page!.emit('delta', { seq: 6, ...air(99) });
    say(page, 'delta', { seq: 7, sentMs: 0, race: encoder.delta(fullField(before.race!.atMs + 1000)) });
    await until('the race moves', () => link.replica().race!.atMs === before.race!.atMs + 1000);
    expect(stepOnAir()).toBe(6);
    expect(link.replica().race!.sheet).toBe(before.race!.sheet);
    expect(asked).toEqual(['hello program']);
  });

  it('asks again after a hole, once, and holds the picture meanwhile', async () => {
    await live();
    page!.emit('delta', { seq: 8, ...air(8) });
    page!.emit('delta', { seq: 9, ...air(9) });
    await until('it asks', () => asked.includes('resync'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual(['hello program', 'resync']);
    expect(stepOnAir()).toBe(5);
    page!.emit('snapshot', snapshot(9));
    page!.emit('delta', { seq: 10, ...air(10) });
    await until('it goes on', () => stepOnAir() === 10);
  });

  it('asks again when what it gets is junk', async () => {
    await live();
    for (const junk of [null, 'delta', { seq: 6, air: 'none' }]) {
      asked = [];
      page!.emit('delta', junk);
      await until('it asks', () => asked.includes('resync'));
      page!.emit('snapshot', snapshot(5));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    say(page, 'delta', { seq: 6, sentMs: 0, race: Buffer.from('no race') });
    await until('it asks for a race as well', () => asked.length === 2);
    expect(stepOnAir()).toBe(5);
  });

  it('holds the picture when the desk is gone, says so, and comes back by itself', async () => {
    await live();
    await io.close();
    await until('it is lost', () => link.replica().connection === 'lost');
    expect(stepOnAir()).toBe(5);
    expect(await link.command({ do: 'take' })).toEqual({ ok: false, error: expect.stringMatching(/not connected/) });
    greet = greetWith(1);
    await begin();
    await live();
    expect(stepOnAir()).toBe(1);
    expect(asked).toEqual(['hello program', 'hello program']);
  });

  it('holds the race while a new desk reads its tape and knows none yet', async () => {
    const encoder = raceEncoder();
    encoder.delta(fullField());
    greet = greetWith(5, { race: encoder.snapshot() });
    await live();
    const before = link.replica().race;
    page!.emit('snapshot', snapshot(1));
    await until('the new desk has spoken', () => stepOnAir() === 1);
    expect(link.replica().race).toBe(before);
  });

  it('that is refused says why and holds the picture; a new desk may take it', async () => {
    await live();
    greet = (socket) => socket.emit('refused', 'reload');
    page!.emit('refused', 'reload');
    await until('it is refused', () => link.replica().connection === 'refused');
    expect(link.replica()).toMatchObject({ refusal: 'reload', show: show(5) });
    greet = greetWith(2);
    await until('it is taken again', () => link.replica().connection === 'live');
    expect(link.replica().refusal).toBeNull();
  });

  it('does not believe a desk of another protocol', async () => {
    greet = (socket) => socket.emit('snapshot', snapshot(1, { protocol: PROTOCOL + 1 }));
    await until('it is refused', () => link.replica().connection === 'refused');
    expect(link.replica().refusal).toMatch(/reload the page from this desk\.$/);
    expect(reloads).toEqual([PROTOCOL + 1]);
  });

  it('tells its listeners of each change until they stop', async () => {
    await live();
    let heard = 0;
    const stop = link.onChange(() => {
      heard += 1;
    });
    page!.emit('delta', { seq: 6, ...air(6) });
    await until('it is heard', () => heard === 1);
    stop();
    page!.emit('delta', { seq: 7, ...air(7) });
    await until('step 7', () => stepOnAir() === 7);
    expect(heard).toBe(1);
  });

  it('says so when the desk does not answer', async () => {
    await live();
    expect(await link.command({ do: 'take' })).toEqual({ ok: false, error: expect.stringMatching(/did not answer/) });
  });
});
