import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remoteCommands } from '../../../../src/desk/doors/remote/commands.ts';
import { ownNames } from '../../../../src/desk/doors/remote/fields.ts';
import { readManifests } from '../../../../src/desk/manifests.ts';
import { asksOfAll, asksOfOne, asksWithParams } from '../../../../src/show/command.ts';
import type { SmallDesk } from '../../../support/small-desk.ts';
import { deskOfTwo } from './two-graphics.ts';

let desk: SmallDesk;

beforeAll(async () => {
  desk = await deskOfTwo();
});
afterAll(() => desk.stop());

const overlays = join(import.meta.dirname, '../../../../overlays');

async function get(path: string) {
  const response = await fetch(`${desk.url}/api/${path}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
async function post(path: string, body: string, type?: string) {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  const response = await fetch(`${desk.url}/api/${path}`, { method: 'POST', body: Buffer.from(body), headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const onAir = () => desk.desk.picture().show.program;

describe('one table of all commands', () => {
  beforeEach(() => get('clear'));

  it('has every ask of the show, and each with a call that is done', async () => {
    const names = remoteCommands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...asksWithParams, ...asksOfOne, ...asksOfAll]));
    const { commands } = (await get('commands')).body as { commands: { name: string; url: string }[] };
    expect(commands.map(({ name }) => name)).toEqual(names);
    // What needs more than a desk with a small race says so in a sentence of its own, and is known all the same.
    const needsMore = ['confirm', 'dismiss', 'status', 'override', 'slate', 'choose'];
    for (const { name, url } of commands.filter((one) => !needsMore.includes(one.name))) {
      const { status, body } = await get(url.slice('/api/'.length));
      expect([name, status, body.error]).toEqual([name, 200, undefined]);
      if (name === 'panic') await get('release');
    }
    for (const name of needsMore) expect((await get(name)).body.error ?? '', name).not.toMatch(/There is no command/);
  });

  it('says what there is now, each graphic with its values, each item by what a button calls it', async () => {
    const { body } = await get('commands');
    const set = (body.commands as Record<string, unknown>[]).find(({ name }) => name === 'set');
    expect(set).toMatchObject({ takesParams: true, url: '/api/set?overlay=gap-ticker&groups=2' });
    expect(set?.osc).toEqual({ address: '/ardoise/set/gap-ticker', args: ['groups=2'] });
    expect(body.overlays).toContainEqual({
      id: 'rider-strap',
      title: 'Écharpe',
      params: [{ name: 'bib', type: 'text', label: 'Bib', default: '1', maxLength: 6, takes: 'bib' }],
    });
    expect((body.items as { item: string; title: string }[]).map(({ item, title }) => `${item} ${title}`)).toEqual([
      '2 Écarts',
      '6 Pogačar',
      '7 Vingegaard',
      '2.3 Winner',
      expect.stringMatching(/^i\d+ Winner$/),
    ]);
    for (const { item } of body.items as { item: string }[])
      expect((await get(`cue?item=${item}`)).status, item).toBe(200);
  });

  it('has what is read and brought beside it, and that is there', async () => {
    const { documents } = (await get('commands')).body as { documents: { url: string; method: string }[] };
    expect(documents.length).toBeGreaterThan(5);
    for (const { url, method } of documents) {
      const path = url.slice('/api/'.length);
      const { status, body } = method === 'POST' ? await post(path, 'junk: "') : await get(path);
      expect([url, body.error ?? '']).toEqual([url, expect.not.stringMatching(/There is no command/)]);
      // Without a tape it ends the rehearsal.
      const isWhole = method === 'GET' || path === 'rehearse';
      // No row was said.
      const expected = path === 'still' ? 404 : isWhole ? 200 : method === 'POST' ? 400 : 426;
      expect([url, status]).toEqual([url, expected]);
    }
  });

  it('has names of its own that no graphic uses for a value', async () => {
    const manifests = await readManifests(overlays);
    expect(manifests.size).toBe(readdirSync(overlays).length);
    for (const { id, params } of manifests.values())
      expect([id, Object.keys(params).filter((name) => ownNames.includes(name))]).toEqual([id, []]);
  });
});

describe('a graphic and an item by what they are called', () => {
  beforeEach(() => get('clear'));

  it('finds a graphic by its title, without accents and capitals', async () => {
    expect((await get('take-direct?overlay=echarpe&bib=9')).body).toMatchObject({ did: 'take-direct rider-strap' });
    expect(onAir().strap).toMatchObject({ params: { bib: '9' } });
  });

  it('takes an item with its values, by key, bank and key, title or id, and with a value over them', async () => {
    for (const said of ['item=6', 'item=pogacar', 'item=%20POGA%C4%8CAR%20', 'item=6&bank=1']) {
      await get('clear');
      expect((await get(`take-direct?${said}`)).body, said).toMatchObject({ ok: true, item_6_state: 'taken' });
      expect(onAir().strap?.params, said).toEqual({ bib: '3' });
    }
    expect(desk.desk.picture().show.program.strap).toBeDefined();
    for (const said of ['item=2.3', 'item=3&bank=2', 'item=2.3&bank=2'])
      expect((await get(`take-direct?${said}`)).body, said).toMatchObject({
        item_2_3: 'Winner',
        item_2_3_state: 'taken',
      });
    await get('take-direct?item=ecarts&mode=interval');
    expect(onAir().stack?.params).toEqual({ groups: 3, mode: 'interval', trend: true });
  });

  it('says in one sentence whom it does not find', async () => {
    const wrong = {
      'cue?item=9':
        'There is no item "9" in the rundown "Étape"; there are 2 Écarts, 6 Pogačar, 7 Vingegaard, 2.3 Winner.',
      'cue?item=9&bank=2': 'There is no item "9" in bank 2 of the rundown "Étape"; there are 2.3 Winner.',
      'cue?item=9&bank=5': '"5" is no bank: there are 1, 2, 3, 4.',
      'cue?item=2.3&bank=1': '"2.3" says bank 2 and "bank" says 1: say one of them.',
      'cue?item=': 'There is no item "" in the rundown "Étape"; there are',
      'cue?overlay=../gap-ticker': 'There is no overlay "../gap-ticker"; there are gap-ticker, rider-strap.',
      'cue?item=pogacar!': 'There is no item "pogacar!" in',
      'cue?bank=2': '"bank" says where an item is: say "item" with it.',
      'cue?item=2&overlay=gap-ticker': 'Say "overlay" or "item", not both.',
      'toggle?item=2&seen=red': '"red" is nothing that was seen: "seen" is air or off.',
      toggle: 'Say which overlay: one of gap-ticker, rider-strap.',
    };
    for (const [path, error] of Object.entries(wrong)) {
      const { status, body } = await get(path);
      expect([path, status, String(body.error).slice(0, error.length)]).toEqual([path, 400, error]);
    }
    expect((await get('cue?item=winner')).body.error).toMatch(
      /^2 items are called "winner": say one by its key, 2\.3 or i\d+\.$/,
    );
  });

  it('toggles an item by its own values, or as it was seen', async () => {
    expect((await get('toggle?item=6')).body).toMatchObject({ did: 'take-direct rider-strap' });
    // The same graphic with other values is another item.
    expect((await get('toggle?item=7')).body).toMatchObject({ did: 'take-direct rider-strap', item_6_state: 'off' });
    expect(onAir().strap?.params).toEqual({ bib: '4' });
    expect((await get('toggle?item=7')).body).toMatchObject({ did: 'out rider-strap' });
    // Two who saw it off want it on, both of them.
    for (const _ of [1, 2]) await get('toggle?item=7&seen=off');
    expect(onAir().strap?.params).toEqual({ bib: '4' });
    for (const _ of [1, 2]) await get('toggle?item=7&seen=air');
    expect(onAir().strap).toBeUndefined();
    await get('toggle?overlay=gap-ticker');
    expect((await get('toggle?overlay=gap-ticker&groups=4')).body.did).toBe('out gap-ticker');
  });

  it('leaves by itself as its item says, or as the call says', async () => {
    const left = async (path: string) => (await get(path)).body['rider-strap_left'];
    expect(await left('take-direct?item=6')).toBe(8);
    await get('clear');
    expect(await left('take-direct?item=6&outS=20')).toBe(20);
    expect(await left('take-direct?item=7')).toBe(0);
    expect(await left('out?item=7')).toBe(0);
  });
});

describe('the desk itself', () => {
  it('is held, goes on, and opens another rundown', async () => {
    expect((await get('pause')).body).toMatchObject({ did: 'pause', rate: 0 });
    expect((await get('play')).body).toMatchObject({ did: 'play', rate: 1 });
    const first = 'Rundown';
    expect((await get(`choose?name=${first}`)).body).toMatchObject({ did: 'choose', rundown: first, item_6: '' });
    expect((await get('choose?name=%C3%89tape')).body).toMatchObject({ rundown: 'Étape', item_6: 'Pogačar' });
    expect((await get('choose?name=moon')).body.error).toMatch(/moon/);
  });
});

describe('what a POST brings', () => {
  beforeEach(() => get('clear'));

  it('is read as JSON, as a form, or as what it looks like, over what the address says', async () => {
    const bodies: [string, string?][] = [
      ['{"overlay":"gap-ticker","groups":3,"trend":false}', 'application/json'],
      ['{"overlay":"gap-ticker","params":{"groups":3,"trend":false}}', 'application/json; charset=utf-8'],
      ['overlay=gap-ticker&groups=3&trend=false', 'application/x-www-form-urlencoded'],
      ['overlay=gap-ticker&groups=3&trend=0', 'text/plain'],
      [' {"overlay":"Gaps","groups":3,"trend":false}\n'],
    ];
    for (const [body, type] of bodies) {
      await get('clear');
      expect((await post('take-direct?groups=5', body, type)).body, body).toMatchObject({ ok: true });
      expect(onAir().stack?.params, body).toEqual({ groups: 3, mode: 'gap', trend: false });
    }
    // Panels send an empty object, and whatever type, with what needs no body.
    expect((await post('take-direct?overlay=gap-ticker', '{}', 'application/json')).status).toBe(200);
    expect((await post('clear', '', 'image/png')).status).toBe(200);
  });

  it('is one sentence where it cannot be read, and nothing is done', async () => {
    const wrong: [string, string, RegExp][] = [
      ['{"item":', 'application/json', /^This is no JSON that can be read: send it as JSON, \{"item": "2"\}/],
      ['["take"]', 'application/json', /^This is no list of names/],
      ['{"item":{"key":"2"}}', 'application/json', /^"item" is a list in a list/],
      ['{"params":[1]}', 'application/json', /^"params" is a list in a list/],
      ['<take/>', 'text/xml', /^A body of type "text\/xml" cannot be read/],
      [`{"item":"${'2'.repeat(1_100_000)}"}`, 'application/json', /^The body is longer than a megabyte/],
    ];
    for (const [body, type, sentence] of wrong) {
      const answer = await post('take-direct?item=2', body, type);
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatch(sentence);
    }
    expect(onAir()).toEqual({});
  });
});
