import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

let desk: SmallDesk;
beforeAll(async () => {
  desk = await smallDesk();
  await until('there is a race', () => desk.desk.picture().race !== null);
});
afterAll(() => desk.stop());

async function call(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${desk.url}/api/${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const race = () => desk.desk.picture().race!;
const family = () => race().sheet.riders.get('1')!.family;

it('a wrong name is right on air with one question, is on the tape and in the state, and is taken back', async () => {
  const feed = family();
  expect(await call(`override?bib=1&field=family&value=${encodeURIComponent('Šafránek')}`)).toMatchObject({
    status: 200,
    body: { ok: true },
  });
  expect(family()).toBe('Šafránek');
  expect((await call('state')).body.byHand).toBe('1 family Šafránek (http 127.0.0.1)');
  expect(readFileSync(desk.tape, 'utf8')).toContain('Šafránek');
  expect((await call('override?bib=1&field=family')).body).toMatchObject({ ok: true });
  expect(family()).toBe(feed);
  expect((await call('state')).body.byHand).toBe('');
});

it('holds as long as is said', async () => {
  const { atMs } = desk.desk.picture().race!;
  await call('override?bib=1&field=given&value=V&until=feed');
  await call('override?bib=1&field=nation&value=CZE&minutes=10');
  const [feed, minutes] = race().overrides.map(({ until }) => until);
  expect(feed).toBe('feed');
  expect(Number(minutes) - atMs).toBeGreaterThanOrEqual(600_000);
  expect(Number(minutes) - atMs).toBeLessThan(660_000);
  for (const field of ['given', 'nation']) await call(`override?bib=1&field=${field}`);
  expect(race().overrides).toEqual([]);
});

it('says anything that is shown by its path, and who said it; without a value the feed has its word back', async () => {
  const [team] = race().sheet.teams;
  const says = {
    [`team/${team!.code}/kit`]: '#112233 #445566',
    'jersey/points': '2',
    'look/points': 'red',
    'race/to-go': '42.3',
    'rider/1/mountain': '12',
  };
  for (const [path, value] of Object.entries(says))
    expect((await call(`override?path=${path}&value=${encodeURIComponent(value)}`)).body).toMatchObject({ ok: true });
  const { sheet, overrides } = race();
  expect(sheet.teams[0]!.colors).toEqual(['#112233', '#445566']);
  expect(sheet.jerseys).toContainEqual({ kind: 'points', bib: '2' });
  expect(sheet.totals!.mountain).toContainEqual({ bib: '1', points: 12 });
  expect(overrides.map(({ author }) => author)).toEqual(overrides.map(() => expect.stringMatching(/^http /)));
  expect((await call('state')).body.byHand).toContain('race to-go 42.3 (http 127.0.0.1), 1 mountain 12 (http');
  // Nobody wears it: a word as well.
  await call('override?path=jersey/points&value=');
  expect(race().sheet.jerseys.some(({ kind }) => kind === 'points')).toBe(false);
  for (const path of Object.keys(says)) await call(`override?path=${path}`);
  expect(race().overrides).toEqual([]);
});

it.each([
  ['bib=4711&field=family&value=X', /^"4711" is the number of no rider of this race\.$/],
  ['bib=&field=family&value=X', /^Say of whom and what: bib=31&field= one of given, /],
  ['bib=1&field=height&value=X', /^Say of whom and what: .*; or path= team\/ABC\/kit/],
  ['bib=1&field=nation&value=Germany', /write three capitals/],
  ['path=race/to-go&value=4000', /^The course has /],
  ['path=race/to-go&value=12&until=feed', /changes all the time/],
  ['path=jersey/sprint&value=1', /^Say of whom and what/],
  ['bib=1&field=team&value=MOON', /^There is no team "MOON"; there are /],
  [`bib=1&field=family&value=${'x'.repeat(81)}`, /longer than 80 letters/],
  ['bib=1&field=family&value=X&until=easter', /"until" is "feed" or "stage"/],
  ['bib=1&field=family&value=X&minutes=-3', /"minutes", a number above 0/],
  ['bib=1&field=family&value=X&minutes=Infinity', /"minutes", a number above 0, 1440 at most/],
  ['bib=1&field=family&value=X&minutes=1441', /"minutes", a number above 0, 1440 at most/],
])('says in one sentence why not: %s', async (query, sentence) => {
  const { status, body } = await call(`override?${query}`);
  expect(status).toBe(400);
  expect(body.error).toMatch(sentence);
  expect(race().overrides).toEqual([]);
});

it('is no word of another site', async () => {
  const { status } = await call('override?bib=1&field=family&value=X', { origin: 'http://evil.example' });
  expect(status).toBe(403);
});
