import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNotices } from '../../../../src/desk/notices.ts';
import { firstTokens, tokenFileIn } from '../../../../src/desk/tokens/token-file.ts';
import { openTokens } from '../../../../src/desk/tokens/tokens.ts';
import { manifest as gaps, type SmallDesk } from '../../../support/small-desk.ts';
import { ask, idOf, ografDesk, type Told } from './controller.ts';

const tokens: Record<string, string> = {};
let beyond: SmallDesk;
let here: SmallDesk;

beforeAll(async () => {
  const file = tokenFileIn(mkdtempSync(join(tmpdir(), 'ardoise-ograf-trust-')));
  const made = firstTokens(file);
  if (!made.ok) throw new Error(made.error);
  for (const { trust, token } of made.value) tokens[trust] = token;
  const known = openTokens(
    file,
    createNotices(() => {}),
  );
  [beyond, here] = await Promise.all([ografDesk({ tokens: known }), ografDesk()]);
});
afterAll(() => Promise.all([beyond.stop(), here.stop()]));

const at = '/renderers/program/target/graphicInstance';
const load = { renderTarget: { zone: 'stack' }, graphicId: idOf(gaps), params: { data: {} } };
const commands: [string, string, object][] = [
  ['POST', `${at}/load`, load],
  ['POST', '/renderers/preview/target/graphicInstance/load', load],
  ['POST', `${at}/playAction`, {}],
  ['POST', `${at}/updateAction`, {}],
  ['POST', `${at}/stopAction`, {}],
  ['POST', `${at}/customActions/x`, {}],
  ['PUT', `${at}/clear`, { filters: [] }],
  ['POST', '/renderers/program/customActions/panic', {}],
  ['DELETE', `/graphics/${idOf(gaps)}`, {}],
];
const open = ['/', '/graphics', `/graphics/${idOf(gaps)}`];
const crews = ['/renderers', '/renderers/program', '/renderers/preview', '/events'];
const untouched = { program: {}, preview: {}, latched: false };

/** With a Host header of its own choice, which `fetch` sets by itself. */
const asked = (desk: SmallDesk, headers: Record<string, string>) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const one = request(`${desk.url}/ograf/v1/`, { headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    one.on('error', reject).end();
  });

describe('a controller from another machine', () => {
  const by = (trust: string | null): Record<string, string> =>
    trust === null ? {} : { authorization: `Bearer ${tokens[trust] ?? 'ard_nonsense'}` };

  it.each([null, 'nonsense'])('reads what is no secret without a token (%s), and commands nothing', async (trust) => {
    for (const path of open) expect((await ask(beyond, 'GET', path, undefined, by(trust))).status, path).toBe(200);
    for (const path of crews) expect((await ask(beyond, 'GET', path, undefined, by(trust))).status, path).toBe(401);
    for (const [method, path, body] of commands) {
      const told = await ask(beyond, method, path, body, by(trust));
      expect([told.status, told.body.detail], path).toEqual([
        401,
        expect.stringMatching(trust === null ? /wants a token/ : /not known to the desk|Too many wrong tokens/),
      ]);
    }
    expect(beyond.desk.picture().show).toMatchObject(untouched);
  });

  it.each(['viewer', 'output', 'source'])('commands nothing with the token of a(n) %s', async (trust) => {
    const mayRead = trust === 'viewer' ? 200 : 403;
    for (const path of crews.slice(0, -1))
      expect((await ask(beyond, 'GET', path, undefined, by(trust))).status, path).toBe(mayRead);
    for (const [method, path, body] of commands)
      expect((await ask(beyond, method, path, body, by(trust))).status, path).toBe(403);
    expect(beyond.desk.picture().show).toMatchObject(untouched);
  });

  it('commands with the token of an operator, and signs with its name', async () => {
    const loaded = await ask(beyond, 'POST', `${at}/load`, load, by('operator'));
    const { graphicInstanceId } = loaded.body;
    const play = { ...load, graphicInstanceId, params: {} };
    expect((await ask(beyond, 'POST', `${at}/playAction`, play, by('operator'))).body.currentStep).toBe(0);
    expect(beyond.desk.picture().show.program.stack?.overlay).toBe(gaps.id);
    expect((await ask(beyond, 'PUT', `${at}/clear`, { filters: [] }, by('operator'))).status).toBe(200);
  });

  it('that knows addresses only brings its token as the password in one', async () => {
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const path = '/renderers/program/customActions/freeze';
    for (const said of ['', ':', 'sofie:', `${tokens.operator}:`, 'sofie:ard_nonsense', `sofie:${tokens.viewer}`])
      expect([401, 403], said).toContain((await ask(beyond, 'POST', path, {}, basic(said))).status);
    expect((await ask(beyond, 'POST', path, {}, { authorization: 'Basic !' })).status).toBe(401);
    expect(beyond.desk.picture().show.frozen).toBe(false);
    // As a program asks that was given http://sofie:ard_…@host:
    const url = new URL(`${beyond.url}/ograf/v1${path}`);
    const { username, password } = Object.assign(url, { username: 'sofie', password: tokens.operator });
    const status = await new Promise((resolve) =>
      request({ port: url.port, path: url.pathname, method: 'POST', auth: `${username}:${password}` }, (response) =>
        resolve(response.resume().statusCode),
      ).end('{}'),
    );
    expect([status, beyond.desk.picture().show.frozen]).toEqual([200, true]);
    await ask(beyond, 'POST', '/renderers/program/customActions/thaw', {}, by('operator'));
  });
});

describe('a page of another site', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example', 'user-agent': 'Mozilla/5.0 (X11) Chrome/103.0' },
    { origin: 'null' },
    { referer: 'https://evil.example/x' },
  ];

  it('commands nothing, not even at this machine and with a token', async () => {
    for (const headers of foreign)
      for (const authorization of [{}, { authorization: `Bearer ${tokens.engineer}` }] as Record<string, string>[]) {
        const told: Told[] = [];
        for (const [method, path, body] of commands)
          told.push(await ask(here, method, path, body, { ...headers, ...authorization }));
        expect(told.map(({ status }) => status)).toEqual(commands.map(() => 403));
        expect(told[0]!.body.detail).toMatch(/^A page of another site may listen/);
        expect((await ask(here, 'GET', '/', undefined, headers)).status).toBe(200);
      }
    expect(here.desk.picture().show).toMatchObject(untouched);
  });

  it('does not come in by another name of this desk', async () => {
    for (const host of ['evil.example', 'evil.example:80']) {
      const { status, text } = await asked(here, { host });
      expect([status, JSON.parse(text).status]).toEqual([403, 403]);
    }
  });
});
