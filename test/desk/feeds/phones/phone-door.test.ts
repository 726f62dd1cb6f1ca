import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, FeedDoor, FromFeed, Live } from '../../../../src/desk/feeds/feed.ts';
import phonesKind from '../../../../src/desk/feeds/phones/index.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../../src/desk/papers/rider-table.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import type { Bib } from '../../../../src/race/units.ts';

const NOON = Date.UTC(2026, 6, 4, 12);

/** A desk's end of the feed, with a list of riders where one is given. */
function begun({ list = null as string | null, folder = mkdtempSync(join(tmpdir(), 'ardoise-phones-')) } = {}) {
  const opened = phonesKind.open({ argument: '', seed: 1, folder, parserOf: () => null });
  if (!opened.ok) throw new Error(opened.error);
  const live: Live = opened.value;
  const listed = list === null ? null : riderTable(list, 'riders.csv');
  if (listed && !listed.ok) throw new Error(listed.error);
  const read = withOneSheet(live.reader, { feeds: live.feeds, listed: listed ? listed.value : null })();
  const tape: FromFeed[] = [];
  const events: RaceEvent[] = [];
  const troubles: (readonly [string, string | undefined])[] = [];
  const door: FeedDoor = live.doors![0]!;
  const stop = live.listen(
    (input) => {
      tape.push(input);
      const parsed = read(input);
      events.push(...parsed.events);
      return parsed.events;
    },
    (text, of) => troubles.push([text, of]),
  );
  const code = /code=(.+)$/.exec(live.invites!('http://desk/'))![1]!;
  const ask = (path: string, over: Partial<Delivery> = {}) =>
    door.receive({
      path,
      method: 'POST',
      query: new URLSearchParams(),
      headers: { authorization: undefined, 'content-type': undefined },
      body: '',
      atMs: NOON,
      address: '10.0.0.7',
      mayFeed: false,
      mayOperate: false,
      ...over,
    });
  const joins = (said: object) => ask('join', { body: JSON.stringify({ code, ...said }) });
  return {
    ask,
    joins,
    code,
    tape,
    events,
    troubles,
    folder,
    stop,
    keyOf(bib: Bib, name?: string): string {
      const { status, body } = joins({ bib, name });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return (body as { key: string }).key;
    },
    sends: (key: string, over: object = {}, atMs = NOON) =>
      ask(key, {
        atMs,
        body: JSON.stringify({ _type: 'location', tst: atMs / 1000, lat: 45, lon: 5, ...over }),
      }),
    bibs: () => events.flatMap((event) => (event.kind === 'positions' ? event.samples.map(({ bib }) => bib) : [])),
    names: () => {
      const sheet = events.findLast((event) => event.kind === 'sheet');
      return sheet?.kind === 'sheet'
        ? [...sheet.sheet.riders.values()].map(({ bib, family }) => `${bib} ${family}`)
        : [];
    },
  };
}

type Desk = ReturnType<typeof begun>;

describe('joining with a phone', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = begun();
  });

  it('takes no name that nobody sees, and none of the signs that turn a line of the picture around', () => {
    expect(desk.joins({ bib: '7', name: '\u200b\u200d' })).toMatchObject({ status: 400 });
    desk.keyOf('7', '\u202eAna\u0007\nNov\u2066ák');
    desk.keyOf('8', '\u{20000}'.repeat(50));
    expect(desk.names()).toEqual(['7 Ana Novák', `8 ${'\u{20000}'.repeat(40)}`]);
  });

  it('says of what is too long to be a number and a name that it is that, and no wrong code', () => {
    const { status, body } = desk.ask('join', { body: null });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: 'This is more than 200000 bytes: a number and a name are enough.' });
    expect(desk.troubles).toEqual([]);
  });

  it('makes a race with the riders who say their number and name, without any list', () => {
    expect(desk.ask('riders', { body: JSON.stringify({ code: desk.code }) }).body).toEqual({
      ok: true,
      riders: [],
      isOpen: true,
    });
    desk.keyOf('31', '  Ana   Novak ');
    desk.keyOf('7', 'Jo');
    expect(desk.names()).toEqual(['31 Ana Novak', '7 Jo']);
    expect(desk.joins({ bib: '12' })).toMatchObject({ status: 400, body: { error: expect.stringMatching(/name/) } });
    expect(desk.joins({ bib: '<b>' }).status).toBe(400);
  });

  it('gives a number once, until the crew frees it, which takes the first key back', () => {
    const first = desk.keyOf('31', 'Ana');
    expect(desk.joins({ bib: '31', name: 'Eve' })).toMatchObject({
      status: 409,
      body: { error: 'Number 31 has a phone already: if it is not yours, ask the crew to free the number.' },
    });
    const free = (over: Partial<Delivery>) => desk.ask('free', { query: new URLSearchParams({ bib: '31' }), ...over });
    expect(free({}).status).toBe(401);
    expect(free({ mayOperate: true, method: 'GET' }).status).toBe(405);
    expect(free({ mayOperate: true }).status).toBe(200);
    expect(free({ mayOperate: true }).status).toBe(404);
    expect(desk.sends(first).status).toBe(404);
    const second = desk.keyOf('31', 'Ana');
    expect(second).not.toBe(first);
    expect(desk.sends(second).status).toBe(200);
    expect(desk.bibs()).toEqual(['31']);
    // Who was freed is still no list.
    expect(desk.joins({ bib: '8', name: 'Jo' }).status).toBe(200);
  });

  it('offers the numbers of a list, and no others', () => {
    desk = begun({ list: 'bib,family,given\n001,Novak,Ana\n12,Dupont,Jo\n' });
    desk.keyOf('1');
    expect(desk.ask('riders', { body: JSON.stringify({ code: desk.code }) }).body).toEqual({
      ok: true,
      isOpen: false,
      riders: [
        { bib: '001', name: 'Ana Novak', isTaken: true },
        { bib: '12', name: 'Jo Dupont', isTaken: false },
      ],
    });
    expect(desk.joins({ bib: '99', name: 'Eve' }).status).toBe(400);
    expect(desk.joins({ bib: '12' }).body).toMatchObject({ bib: '12', name: 'Jo Dupont' });
    expect(desk.joins({ bib: '12', name: 'Eve' }).status).toBe(409);
    expect(desk.names()).toEqual(['001 Novak', '12 Dupont']);
  });

  it('wants the code, and tells nobody more who tries many', () => {
    const tries = Array.from({ length: 14 }, () =>
      desk.ask('join', { body: '{"code":"aaaaaaaa","bib":"1","name":"x"}' }),
    );
    expect(tries.map(({ status }) => status)).toEqual([...Array(10).fill(403), ...Array(4).fill(429)]);
    expect(desk.ask('riders', { address: '10.0.0.8', body: '{}' }).status).toBe(403);
    // Who has it is not held up by a neighbour.
    expect(desk.joins({ bib: '1', name: 'Ana' }).status).toBe(200);
    expect(desk.joins({ bib: '2', name: 'Jo', code: desk.code.toUpperCase() }).status).toBe(200);
  });

  it('tells the crew the code and who has joined, and nobody else', () => {
    desk.keyOf('31', 'Ana');
    expect(desk.ask('', { method: 'GET' }).status).toBe(401);
    expect(desk.ask('', { method: 'GET', mayOperate: true }).body).toMatchObject({
      code: desk.code,
      phones: [{ bib: '31', name: 'Ana', atMs: NOON }],
    });
  });

  it('is known again by the next desk, which frees all for the next race', () => {
    const key = desk.keyOf('31', 'Ana');
    desk.stop();
    expect(desk.sends(key).status).toBe(503);
    const next = begun({ folder: desk.folder });
    expect(next.code).toBe(desk.code);
    expect(next.names()).toEqual(['31 Ana']);
    expect(next.sends(key).status).toBe(200);
    expect(next.ask('free', { query: new URLSearchParams('all'), mayOperate: true }).status).toBe(200);
    expect(next.sends(key).status).toBe(404);
    expect(begun({ folder: desk.folder }).names()).toEqual([]);
  });

  it('leaves no secret on the tape, in a notice or in the open', () => {
    const key = desk.keyOf('31', 'Ana');
    desk.sends(key, { topic: `owntracks/${key}/x` });
    desk.ask(key, {
      method: 'GET',
      query: new URLSearchParams({ id: key, lat: '45', lon: '5', timestamp: '1783166400' }),
    });
    desk.ask(key, { body: 'junk' });
    desk.ask('join', { body: `{"code":"aaaaaaaa"}` });
    expect(desk.tape.map(({ topic }) => topic)).toEqual(['start', 'join', 'own-tracks', 'query']);
    const told = JSON.stringify([desk.tape, desk.troubles]);
    expect(told).not.toContain(key);
    expect(told).not.toContain(desk.code);
    const file = join(desk.folder, 'phones.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(key);
  });
});

describe('a phone that has joined', () => {
  let desk: Desk;
  let key: string;
  beforeEach(() => {
    desk = begun();
    key = desk.keyOf('31', 'Ana');
    desk.keyOf('12', 'Jo');
  });

  it('is heard as whatever app it has, and answered as that expects', () => {
    expect(desk.sends(key).body).toEqual([]);
    const location = { timestamp: NOON + 1000, coords: { latitude: 45, longitude: 5, speed: 10 } };
    expect(desk.ask(`${key}/`, { atMs: NOON + 1000, body: JSON.stringify({ location, device_id: 'x' }) }).status).toBe(
      200,
    );
    const query = (s: number) => new URLSearchParams({ lat: '45', lon: '5', timestamp: String(NOON / 1000 + s) });
    expect(desk.ask(key, { method: 'GET', query: query(2), atMs: NOON + 2000 }).status).toBe(200);
    expect(desk.ask(key, { query: query(3), atMs: NOON + 3000 }).status).toBe(200);
    expect(desk.ask(key, { body: query(4).toString(), atMs: NOON + 4000 }).status).toBe(200);
    expect(desk.bibs()).toEqual(['31', '31', '31', '31', '31']);
    // Nothing to say is nothing wrong.
    expect(desk.ask(key, { body: '{"_type":"status"}' })).toMatchObject({ status: 200 });
    expect(desk.ask(key).status).toBe(200);
    expect(desk.troubles).toEqual([]);
    expect(desk.tape.at(-1)?.topic).toBe('query');
  });

  it('speaks for its own rider alone, whoever it says it is', () => {
    expect(desk.sends(key, { topic: 'owntracks/x/12', tid: '12' }).status).toBe(200);
    expect(desk.bibs()).toEqual(['31']);
    expect(desk.troubles).toEqual([
      ['phones: number 31: its phone says that it is number 12; that is not believed.', '31'],
    ]);
  });

  it('is refused where it sends too often, too much or junk, with its number', () => {
    const statuses = Array.from({ length: 60 }, (_, i) => desk.sends(key, {}, NOON + i * 10).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(new Set(statuses.slice(50))).toEqual(new Set([429]));
    expect(desk.sends(desk.keyOf('44', 'Bo')).status).toBe(200);
    const other = desk.keyOf('5', 'Al');
    expect(desk.ask(other, { body: null }).status).toBe(413);
    expect(desk.ask(other, { body: 'junk' }).status).toBe(400);
    expect(desk.ask(other, { body: '{"lat":1}' }).status).toBe(400);
    expect(desk.ask(other, { body: '{"_type":"encrypted","data":"x"}' })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/encryption key/) },
    });
    expect(new Set(desk.troubles.map(([, of]) => of))).toEqual(new Set(['31', '5']));
    for (const [text] of desk.troubles) expect(text).toMatch(/^phones: number (31|5): [^\n]+\.$/);
  });

  it('is not guessed: an address that is nobody’s is refused, and soon without a word', () => {
    const tries = Array.from({ length: 12 }, (_, i) => desk.sends(`${key.slice(0, -2)}${10 + i}`).status);
    expect(tries.filter((status) => status === 404)).toHaveLength(10);
    expect(tries.slice(10)).toEqual([429, 429]);
    // Its neighbour with a right key is heard.
    expect(desk.sends(key).status).toBe(200);
  });
});
