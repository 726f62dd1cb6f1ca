import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { readArguments } from '../../../../src/desk/arguments.ts';
import { remoteCommands } from '../../../../src/desk/doors/remote/commands.ts';
import { remoteDocuments } from '../../../../src/desk/doors/remote/documents.ts';
import { exampleOsc, exampleUrl, exampleWords } from '../../../../src/desk/doors/remote/examples.ts';
import { type OscDoor, openOsc } from '../../../../src/desk/doors/remote/osc.ts';
import { readFeedKinds } from '../../../../src/desk/feeds/kinds.ts';
import { readManifests } from '../../../../src/desk/manifests.ts';
import { manifest as gaps, type SmallDesk, until } from '../../../support/small-desk.ts';
import { fieldsOf, quotedIn, rowsOf, sectionOf } from './readme.ts';
import { message, openSurface, type Surface } from './surface.ts';
import { deskOfTwo, strap } from './two-graphics.ts';

/* The README is followed to the letter by clients that know nothing else. Only ports are others: many tests run at once. */

let desk: SmallDesk;
/** As the README writes the desk, and where it is here. */
const here = (text: string): string => {
  expect(text).toContain('127.0.0.1:4000');
  return text.replace('127.0.0.1:4000', new URL(desk.url).host);
};
const item = () => desk.desk.picture().show.program.stack;

beforeAll(async () => {
  desk = await deskOfTwo();
});
afterAll(() => desk.stop());
beforeEach(() => fetch(`${desk.url}/api/clear`));

describe('the tables', () => {
  it('have every command as the desk has it, and no other', async () => {
    const manifests = [...(await readManifests(join(import.meta.dirname, '../../../../overlays'))).values()];
    const rows = remoteCommands.map((command) => {
      const words = exampleWords(command, manifests);
      const { address, args } = exampleOsc(command, words);
      const osc = [address, ...args].map((one) => `\`${one}\``).join(' ');
      return [decodeURIComponent(exampleUrl(command.name, words).replaceAll('+', ' ')), osc, command.what];
    });
    const written = rowsOf(sectionOf('### Commands')).map(([url = '', ...more]) => [
      url.slice(1, -1).replaceAll('%2B', '+'),
      ...more,
    ]);
    expect(written).toEqual(rows);
  });

  it('have every field of the state, and every file', async () => {
    await fetch(`${desk.url}/api/delay?output=ott&s=9`);
    const state = Object.keys((await (await fetch(`${desk.url}/api/state`)).json()) as object);
    const written = rowsOf(sectionOf('### The state')).flatMap(([names = '']) => quotedIn(names));
    expect(written.filter((name) => !state.includes(name))).toEqual([]);
    const sort = (name: string) =>
      name
        .replace(/^rider-strap/, 'gap-ticker')
        .replace(/^item_([1-4]_)?\d/, (_, bank) => (bank ? 'item_2_3' : 'item_2'));
    const unsaid = state.map(sort).filter((name) => !written.includes(name) && name !== 'item_2_3_state');
    expect(unsaid).toEqual([]);
    const files = rowsOf(sectionOf('### What comes and goes as a file')).map(([call = '']) => quotedIn(call)[0]);
    const known = remoteDocuments.filter(({ path }) => !['state', 'commands', 'socket'].includes(path));
    expect(files).toEqual(known.map(({ method, path }) => `${method} /api/${path}`));
  });

  it('start the desk with words that it knows', async () => {
    const kinds = await readFeedKinds();
    const lines = [...sectionOf('### OSC surfaces').matchAll(/^npm start -- ((?:.*\\\n)*.*)$/gm)].map(
      ([, words = '']) =>
        words
          .replaceAll(/\s*#.*$/gm, '')
          .replaceAll('\\\n', ' ')
          .trim()
          .split(/\s+/),
    );
    expect(lines).toHaveLength(2);
    for (const words of lines) expect(readArguments(words, kinds), words.join(' ')).toMatchObject({ ok: true });
  });
});

/** What a button of Generic HTTP does: the URI behind the Base URL, its header as JSON. */
async function pressHttp(url: string, method: string, body = '', type = ''): Promise<Record<string, unknown>> {
  // Companion sends the body of a GET never, and that of a POST as its type says.
  const headers: Record<string, string> = { 'user-agent': 'got (https://github.com/sindresorhus/got)' };
  if (method === 'POST') headers['content-type'] = type;
  const sent = type === 'application/json' ? JSON.stringify(JSON.parse(body)) : body;
  const response = await fetch(url, { method, headers, ...(method === 'POST' && { body: sent }) });
  return (await response.json()) as Record<string, unknown>;
}

describe('Companion, as the README says', () => {
  it('presses by Generic HTTP, by GET and by POST', async () => {
    const field = fieldsOf('Field of Generic HTTP');
    const base = here(field('Base URL'));
    expect(field('header input(JSON)')).toBe('');
    const url = `${base}${field('URI').trim()}`;
    expect(await pressHttp(url, field('Action'))).toMatchObject({ ok: true, item_2_state: 'taken' });
    expect(item()).toMatchObject({ overlay: 'gap-ticker', params: { groups: 3 } });
    expect(await pressHttp(url, field('Action'))).toMatchObject({ ok: true, item_2_state: 'off' });
    const post = fieldsOf('Field of Generic HTTP, POST');
    const done = await pressHttp(`${base}${post('URI')}`, 'POST', post('Body'), post('Content Type'));
    expect(done).toMatchObject({ ok: true, 'gap-ticker_left': 8 });
  });

  it('presses and lights by Generic WebSocket', async () => {
    const field = fieldsOf('Field of Generic WebSocket');
    // What the module takes for an address, and for a name of a variable.
    expect(field('Target URL')).toMatch(/^wss?:\/\/([\da-z.-]+)(:\d{1,5})?(?:\/(.*))?$/);
    expect(field('Variable')).toMatch(/^[-a-zA-Z0-9_]+$/);
    expect([field('Reconnect'), field('User Agent')]).toEqual(['on', 'None']);
    const variables = new Map<string, unknown>();
    const socket = new WebSocket(here(field('Target URL')));
    socket.on('message', (data) => {
      const value = byPath(JSON.parse(String(data)), field('JSON Path'));
      if (value !== undefined) variables.set(`${field('Label')}:${field('Variable')}`, value);
    });
    await once(socket, 'open');
    const lit = () => variables.get('ardoise:item_2_state');
    await until('it is told', () => lit() === 'off');
    for (const end of ['', '\r\n', '\n\r', '\r', '\n']) {
      socket.send(`${field('data')}${end}`);
      await until('it is lit', () => lit() === 'taken');
      socket.send(`${field('data')}${end}`);
      await until('it is off', () => lit() === 'off');
    }
    const [asShown = ''] = /`(toggle item=2 seen=off)`/.exec(sectionOf('### Bitfocus Companion'))?.slice(1) ?? [];
    for (const _ of [1, 2]) socket.send(asShown);
    await until('it is lit, though it was pressed twice', () => lit() === 'taken');
    const [, said = ''] = /`(\{"do".*?\})`/.exec(sectionOf('### The state')) ?? [];
    socket.send(said);
    await until('JSON does it too', () => lit() === 'off');
    for (const text of quotedIn(sectionOf('### The state')).filter((one) => /^(toggle|take-direct)\W/.test(one))) {
      socket.send('clear');
      await until('it is clear', () => item() === undefined);
      socket.send(text);
      await until(text, () => item()?.params.groups === 3);
    }
    socket.close();
  });

  it('presses and lights by Generic OSC', async () => {
    const field = fieldsOf('Field of Generic OSC');
    expect([field('Protocol'), field('Listen for Feedback'), field('Comparison')]).toEqual(['UDP', 'on', '=']);
    const started = sectionOf('### Bitfocus Companion').match(/`(--osc \d+ --osc-to \S+)`/)?.[1];
    expect(started).toBe(
      `--osc ${field('Target Port')} --osc-to ${field('Target Hostname or IP')}:${field('Source Port')}`,
    );
    await withOsc(async (surface, port) => {
      const isLit = () => surface.lit.get(field('OSC Path of the feedback')) === 'taken';
      expect(field('Value')).toBe('air');
      surface.send(message(field('OSC Path')), port);
      await until('it is lit', isLit);
      surface.send(message(field('OSC Path')), port);
      await until('it is off', () => !isLit());
    });
  });
});

describe('a Stream Deck, as the README says', () => {
  it('presses in the background, as a program that calls itself Mozilla and no more', async () => {
    const field = fieldsOf('Field of System: Website');
    expect(field('GET request in background')).toBe('on');
    const asked = request(here(field('URL')), { headers: { 'user-agent': 'Mozilla/5.0' } }).end();
    const [response] = await once(asked, 'response');
    expect(response.statusCode).toBe(200);
    response.resume();
    expect(item()?.overlay).toBe('gap-ticker');
  });

  it('is not let in as a web page, which the README says', async () => {
    const headers = { origin: 'null', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) QtWebEngine/5.15' };
    const response = await fetch(here(fieldsOf('Field of System: Website')('URL')), { headers });
    expect(response.status).toBe(403);
    expect(sectionOf('### Stream Deck without Companion')).toContain('come from another site');
  });
});

describe('an OSC surface, as the README says', () => {
  it('presses, lets go, is lit, and hears why not', async () => {
    const [connection, button] = [fieldsOf('Field of a TouchOSC connection'), fieldsOf('A button of the surface')];
    const section = sectionOf('### OSC surfaces');
    expect(connection('Protocol')).toBe('UDP');
    expect(section).toContain(`--osc ${connection('Send Port')}`);
    expect(section).toMatch(new RegExp(`--osc-to [\\d.]+:${connection('Receive Port')}\\b`));
    await withOsc(async (surface, port) => {
      const press = (argument: string) =>
        surface.send(message(button('Address'), ['f', Number(button(argument))]), port);
      press('Argument when pressed');
      press('Argument when released');
      await until('it is lit', () => surface.lit.get(button('Lit by')) === 'taken');
      press('Argument when pressed');
      await until('it is off', () => surface.lit.get(button('Lit by')) === 'off');
      surface.send(message('/ardoise/toggle/9', ['f', 1]), port);
      await until('it hears why not', () => /There is no item "9"/.test(String(surface.lit.get('/ardoise/error'))));
    });
  });
});

/** As the library of Companion's module reads a path: a dot leads into an object. */
const byPath = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], from);

async function withOsc(use: (surface: Surface, port: number) => Promise<void>): Promise<void> {
  const surface = await openSurface();
  const to = [{ address: '127.0.0.1', port: surface.port }];
  const manifests = new Map([gaps, strap].map((one) => [one.id, one]));
  const door: OscDoor = openOsc({ port: 0, from: [], to, host: '127.0.0.1' }, desk.desk, manifests, desk.notices);
  await until('it listens', () => door.port() !== null);
  await use(surface, door.port()!);
  door.stop();
  surface.close();
}
