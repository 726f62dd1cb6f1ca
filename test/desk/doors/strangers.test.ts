import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createNotices } from '../../../src/desk/notices.ts';
import { firstTokens, removeHolder, tokenFileIn } from '../../../src/desk/tokens/token-file.ts';
import { openTokens } from '../../../src/desk/tokens/tokens.ts';
import { PROTOCOL } from '../../../src/wire/protocol.ts';
import type { TokenTrust } from '../../../src/wire/trust.ts';
import { saying } from '../../support/report.ts';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

const file = tokenFileIn(mkdtempSync(join(tmpdir(), 'ardoise-strangers-')));
const tokens: Record<string, string> = {};
const open: Socket[] = [];
let desk: SmallDesk;

beforeAll(async () => {
  const made = firstTokens(file);
  if (!made.ok) throw new Error(made.error);
  for (const { trust, token } of made.value) tokens[trust] = token;
  desk = await smallDesk({
    tokens: openTokens(
      file,
      createNotices(() => {}),
    ),
  });
  await until('there is a race', () => desk.desk.picture().race !== null);
});
afterAll(async () => {
  for (const one of open.splice(0)) one.close();
  await desk.stop();
});

interface Visitor {
  readonly socket: Socket;
  readonly heard: Set<string>;
}

/** A page that says it is this, with the token of that trust, a token that is none, or none. */
async function visitor(role: string, trust: TokenTrust | 'nonsense' | null, page = role): Promise<Visitor> {
  const token = trust === null ? null : (tokens[trust] ?? 'ard_nonsense');
  const hello = { protocol: PROTOCOL, role, page };
  const socket = io(desk.url, { transports: ['websocket'], forceNew: true, auth: { hello, token } });
  open.push(socket);
  const heard = new Set<string>();
  socket.onAny((event) => heard.add(event));
  await until(`${role} has heard the race`, () => heard.has('snapshot'));
  return { socket, heard };
}
const ask = (socket: Socket, event: string, input: unknown): Promise<{ ok: boolean; error?: string }> =>
  socket.timeout(5000).emitWithAck(event, input);
const askedAll = ({ socket }: Visitor) =>
  Promise.all([
    ask(socket, 'command', { do: 'take-direct', overlay: 'gap-ticker' }),
    ask(socket, 'command', { do: 'panic' }),
    ask(socket, 'transport', { do: 'pause' }),
    ask(socket, 'race', { kind: 'camera', group: null }),
    ask(socket, 'rundown', { do: 'new', name: 'Theirs' }),
  ]);

const http = (path: string, trust: string | null, method = 'GET') =>
  fetch(`${desk.url}/api/${path}`, {
    method,
    headers: trust === null ? {} : { authorization: `Bearer ${tokens[trust] ?? 'ard_nonsense'}` },
  });
const commands = ['take-direct?overlay=gap-ticker', 'panic', 'clear', 'undo', 'freeze', 'slate?line=p: -1', 'confirm'];

describe('beyond this machine', () => {
  it.each([null, 'nonsense'] as const)(
    'a page with the token %s is given the public half, and obeyed in nothing',
    async (trust) => {
      const page = await visitor('control', trust);
      const before = desk.desk.picture().show;
      for (const answer of await askedAll(page))
        expect(answer).toEqual({
          ok: false,
          error: expect.stringMatching(trust ? /not known to the desk/ : /wants a token/),
        });
      desk.desk.command({ do: 'cue', overlay: 'gap-ticker' }, 'test');
      desk.desk.command({ do: 'uncue', overlay: 'gap-ticker' }, 'test');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect([...page.heard].sort().filter((event) => event !== 'delta')).toEqual([
        'admitted',
        'clock',
        'snapshot',
        'themes',
      ]);
      expect(desk.desk.picture().show).toEqual(before);
    },
  );

  it('a program is refused alike by HTTP, and reads what is public', async () => {
    for (const trust of [null, 'nonsense'])
      for (const command of commands)
        for (const method of ['GET', 'POST']) {
          const answer = await http(command, trust, method);
          expect(answer.status, command).toBe(401);
          expect(await answer.json()).toMatchObject({ ok: false, error: expect.any(String) });
        }
    for (const path of ['as-run', 'rundown']) expect((await http(path, null)).status, path).toBe(401);
    for (const path of ['classification', 'starts', 'kits', 'rundown'])
      expect((await http(path, null, 'POST')).status, path).toBe(401);
    const state = await (await http('state', null)).json();
    expect(Object.keys(state).sort()).toEqual(['clock', 'clockMs', 'confirmed', 'onAir', 'rate', 'wished']);
    expect(await (await http('scorecard', null)).json()).toMatchObject({ reliability: expect.any(Object) });
  });

  it('what a stranger says that he draws is on no air', async () => {
    desk.desk.command({ do: 'take-direct', overlay: 'gap-ticker' }, 'test');
    const [stranger, viewer] = [await visitor('program', null), await visitor('program', 'viewer')];
    for (const { socket } of [stranger, viewer]) socket.emit('report', saying('gap-ticker', 'on'));
    const output = await visitor('program', 'output');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(desk.desk.picture().shown.air.find(({ on }) => on > 0)).toBeUndefined();
    output.socket.emit('report', saying('gap-ticker', 'on'));
    await until('it is on air', () => desk.desk.picture().shown.air.some(({ on, of }) => on === 1 && of === 1));
    desk.desk.command({ do: 'clear' }, 'test');
    for (const { socket } of [stranger, viewer, output]) socket.close();
  });

  it('a stranger is not taken for a page that was lost', async () => {
    const output = await visitor('program', 'output', 'camera truck');
    output.socket.io.engine.close();
    output.socket.disconnect();
    await visitor('program', null, 'camera truck');
    const rows = desk.desk.register.pages().list.filter(({ page }) => page === 'camera truck');
    expect(rows.every(({ role }) => role === 'program')).toBe(true);
  });

  it('a viewer sees what the crew sees, and commands nothing', async () => {
    const viewer = await visitor('control', 'viewer');
    await until('it is told all', () => viewer.heard.has('crew') && viewer.heard.has('log'));
    for (const answer of await askedAll(viewer)) expect(answer.error).toMatch(/link of a viewer/);
    for (const command of commands) expect((await http(command, 'viewer')).status, command).toBe(403);
    for (const read of ['as-run', 'as-run.csv', 'as-run?format=csv', 'as-run?words=all'])
      expect((await http(read, 'viewer')).status, read).toBe(200);
    expect((await http('still?n=1', 'viewer')).status).toBe(404);
    for (const read of ['as-run', 'as-run.csv', 'still?n=1'])
      for (const [who, status] of [
        [null, 401],
        ['nonsense', 401],
        ['output', 403],
      ] as const)
        expect((await http(read, who)).status, `${read} ${who}`).toBe(status);
    expect((await http('rundown', 'viewer', 'POST')).status).toBe(403);
  });

  it('a picture is given what is public, and commands nothing', async () => {
    const output = await visitor('control', 'output');
    for (const answer of await askedAll(output)) expect(answer.error).toMatch(/token of a picture/);
    expect(output.heard.has('crew')).toBe(false);
    expect((await http('as-run', 'output')).status).toBe(403);
  });

  it('an operator commands, by his name, but for what is the engineer’s', async () => {
    const operator = await visitor('control', 'operator');
    for (const answer of await askedAll(operator)) expect(answer).toEqual({ ok: true });
    expect(await ask(operator.socket, 'command', { do: 'release' })).toEqual({ ok: true });
    expect((await ask(operator.socket, 'command', { do: 'claim-over', layer: 'stack' })).error).toMatch(/engineer/);
    expect((await http('claim-over?layer=stack', 'operator')).status).toBe(403);
    expect((await http('claim?layer=stack', 'operator')).status).toBe(200);
    const theirs = await http('take-direct?overlay=gap-ticker', 'engineer');
    expect([theirs.status, (await theirs.json()).error]).toEqual([
      400,
      expect.stringMatching(/^The stack is operator's/),
    ]);
    expect((await http('claim-over?layer=stack', 'engineer')).status).toBe(200);
    expect((await http('free?layer=stack', 'engineer')).status).toBe(200);
    expect(readFileSync(desk.tape, 'utf8')).toMatch(/"author":"operator"/);
  });

  it('a panel brings its token as a header or as its first text', async () => {
    const url = `${desk.url.replace('http', 'ws')}/api/socket`;
    const states: Record<string, unknown>[] = [];
    const panel = new WebSocket(url);
    panel.onmessage = ({ data }) => states.push(JSON.parse(String(data)));
    const newest = () => states.at(-1) ?? {};
    await until('it is told what is public', () => states.length > 0);
    expect(newest()).not.toHaveProperty('cued');
    panel.send('panic');
    await until('it is refused', () => /wants a token/.test(String(newest().error)));
    panel.send('token ard_nonsense');
    await until('it is refused again', () => /not known|Too many/.test(String(newest().error)));
    panel.send(`token ${tokens.viewer}`);
    await until('it is told all', () => 'cued' in newest());
    panel.send('panic');
    await until('it only watches', () => /link of a viewer/.test(String(newest().error)));
    panel.send(JSON.stringify({ token: tokens.operator }));
    await until('it is an operator', () => newest().did === 'token');
    panel.send('freeze');
    await until('it commands', () => newest().frozen === true);
    panel.send('claim-over stack');
    await until('but not as an engineer', () => /engineer/.test(String(newest().error)));
    panel.send('thaw');
    await until('it commands still', () => newest().frozen === false);
    expect(states.map((state) => JSON.stringify(state)).join()).not.toContain('ard_');
    panel.close();
  });

  it('a token that is taken away is heard no more', async () => {
    const operator = await visitor('control', 'operator');
    let isCut = false;
    operator.socket.io.reconnection(false);
    operator.socket.on('disconnect', () => {
      isCut = true;
    });
    removeHolder(file, 'operator');
    expect((await http('take', 'operator')).status).toBe(401);
    await until('it is cut off', () => isCut);
  });

  it('tokens stand in nothing that is kept or told', () => {
    const said = [
      readFileSync(desk.tape, 'utf8'),
      readFileSync(file, 'utf8'),
      JSON.stringify(desk.desk.register.pages()),
      JSON.stringify(desk.notices.list()),
    ].join();
    for (const token of [...Object.values(tokens), 'ard_nonsense']) expect(said).not.toContain(token);
  });

  it('every answer says that it is what it is, and may do nothing', async () => {
    for (const path of ['/api/state', '/api/take', '/', '/nowhere', '/themes/none.json', '/socket.io/?EIO=4', '//x']) {
      const { headers } = await fetch(desk.url + path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/);
    }
  });
});
