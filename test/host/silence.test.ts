import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Link, openLink } from '../../src/host/link.ts';
import { report, saying } from '../support/report.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';

/** A cable between the page and a real desk, which can be pulled: nothing is closed, and nothing arrives any more. */
let cable: Server;
let ends: Socket[] = [];
let pulled = false;
let desk: SmallDesk;
let link: Link;

beforeEach(async () => {
  desk = await smallDesk();
  pulled = false;
  ends = [];
  cable = createServer((page) => {
    const far = connect(Number(new URL(desk.url).port), '127.0.0.1');
    ends.push(page, far);
    page.on('data', (data) => pulled || far.write(data));
    far.on('data', (data) => pulled || page.write(data));
    for (const [one, other] of [[page, far] as const, [far, page] as const])
      one.on('error', () => {}).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => cable.listen(0, '127.0.0.1', resolve));
  link = openLink('program', { url: `http://127.0.0.1:${(cable.address() as AddressInfo).port}` });
  await until('it is live', () => link.replica().connection === 'live');
});

afterEach(async () => {
  link.close();
  for (const end of ends) end.destroy();
  cable.close();
  await desk.stop();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const program = () => desk.desk.register.pages().list.find(({ role }) => role === 'program');

it('a page whose desk fell silent knows it after three seconds, holds the picture, and comes back', async () => {
  await until('there is a race', () => link.replica().race !== null);
  const sinceMs = performance.now();
  pulled = true;
  await until('it is lost', () => link.replica().connection === 'lost');
  const tookMs = performance.now() - sinceMs;
  expect(tookMs).toBeGreaterThan(1500);
  // Three seconds, and what a busy machine adds.
  expect(tookMs).toBeLessThan(4500);
  expect(link.replica().race).not.toBeNull();
  await until('the desk lists it as lost', () => program()?.lost === true);
  pulled = false;
  for (const end of ends) end.destroy();
  await until('it is live again', () => link.replica().connection === 'live');
  await until('the desk has it back', () => program()?.lost === false);
  expect(desk.desk.register.pages().list).toHaveLength(1);
});

it('a page reports at once, then once a second at most, and the newest wins', async () => {
  const heard: number[] = [];
  const look = setInterval(() => {
    const frames = program()?.report?.droppedFrames;
    if (frames !== undefined && frames !== heard.at(-1)) heard.push(frames);
  }, 5);
  const dropped = (droppedFrames: number) => link.report(report({ droppedFrames }));
  dropped(1);
  await until('it is heard', () => heard.length === 1);
  for (let i = 2; i <= 40; i += 1) {
    dropped(i);
    await pause(10);
  }
  await until('the newest is heard', () => heard.at(-1) === 40);
  expect(heard).toEqual([1, 40]);
  clearInterval(look);
});

it('a page tells a desk that comes back what it shows', async () => {
  link.report(saying('gap-ticker', 'on'));
  await until('it is heard', () => program()?.report?.lives.length === 1);
  for (const end of ends) end.destroy();
  await until('it is lost', () => program()?.lost === true);
  await until('it is back, and has said it again', () => program()?.lost === false && program()?.report !== null);
  expect(program()?.report?.lives).toEqual(saying('gap-ticker', 'on').lives);
});
