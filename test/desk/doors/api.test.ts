import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReplay } from '../../../src/desk/feeds/replay/index.ts';
import { createIntake } from '../../../src/desk/intake.ts';
import { createNotices } from '../../../src/desk/notices.ts';
import { readToldScorecard } from '../../../src/wire/public/told-scorecard.ts';
import { parserOf } from '../../support/feeds.ts';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk();
  await until('there is a race', () => desk.desk.picture().race !== null);
});
afterAll(() => desk.stop());

async function call(path: string, method = 'GET', headers: Record<string, string> = {}, text = '') {
  return new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
    const asked = request(`${desk.url}/api/${path}`, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    asked.on('error', reject).end(text);
  });
}

describe('the desk by HTTP', () => {
  it('says how things are, flat', async () => {
    const { status, body } = await call('state');
    expect(status).toBe(200);
    expect(body).toMatchObject({ onAir: '', wished: '', cued: '', pages: 0, rate: 1, 'gap-ticker': 'off', notice: '' });
    expect(body.clock).toMatch(/^14:0\d:\d\d$/);
    expect(body.feed).toMatch(/^replay of stage\.json/);
    expect(Object.values(body).every((value) => typeof value !== 'object')).toBe(true);
  });

  it('has the scorecard of the race, by its name, to be read by pages', async () => {
    const { status, body } = await call('scorecard');
    expect(status).toBe(200);
    const { info } = desk.desk.picture().race!.sheet;
    expect(body).toMatchObject({ race: info.race, stage: info.stage, eta: { n: 0, errorPct: null } });
    const read = readToldScorecard(JSON.stringify(body));
    expect(read).toMatchObject({ ok: true, value: { race: info.race, eta: { n: 0, errorPct: Number.NaN } } });
    expect(read.ok && read.value.reliability.bands.map(({ km }) => km)).toEqual([5, 10, 20, 40]);
    const { gap: _, ...less } = body;
    for (const other of [{ ok: false }, less]) expect(readToldScorecard(JSON.stringify(other)).ok).toBe(false);
  });

  it('cues, takes, changes, steps and clears, by GET and by POST', async () => {
    expect((await call('cue?overlay=gap-ticker&groups=3')).body).toMatchObject({ ok: true, cued: 'gap-ticker' });
    expect((await call('take', 'POST')).body).toMatchObject({
      ok: true,
      wished: 'gap-ticker',
      'gap-ticker_wished': 'air',
    });
    const item = () => desk.desk.picture().show.program.stack;
    expect(item()).toEqual({ overlay: 'gap-ticker', params: { groups: 3, mode: 'gap', trend: true }, step: 0 });
    await call('set?overlay=gap-ticker&mode=interval&trend=false', 'POST');
    expect(item()?.params).toEqual({ groups: 3, mode: 'interval', trend: false });
    await call('next?overlay=gap-ticker');
    expect(item()?.step).toBe(1);
    await call('next?overlay=gap-ticker');
    expect(item()?.step).toBe(1);
    await call('previous?overlay=gap-ticker');
    expect(item()?.step).toBe(0);
    await call('out?overlay=gap-ticker');
    expect(item()).toBeUndefined();
    expect((await call('cue?overlay=gap-ticker')).body['gap-ticker_wished']).toBe('cued');
    expect((await call('uncue?overlay=gap-ticker')).body['gap-ticker_wished']).toBe('off');
    await call('take-direct?overlay=gap-ticker');
    expect((await call('panic')).body).toMatchObject({ ok: true, wished: '', latched: true });
    expect(desk.desk.picture().show.cut).toBe(true);
    expect((await call('take-direct?overlay=gap-ticker')).body).toEqual({
      ok: false,
      error: 'The picture is kept clean after a panic: release it first.',
    });
    expect((await call('release')).body).toMatchObject({ ok: true, latched: false });
  });

  it('answers what it cannot do with one sentence', async () => {
    const all =
      'cue, uncue, take, take-direct, toggle, out, set, next, previous, hold, loss, claim, claim-over, free, update, clear, panic, release, undo, redo, freeze, thaw, replay, live, delay, confirm, dismiss, lap, status, override, slate, pause, play, choose';
    const wrong = {
      explode: `There is no command "explode"; there are ${all}.`,
      'take-direct': 'Say which overlay: one of gap-ticker.',
      'cue?overlay=moon': 'There is no overlay "moon"; there are gap-ticker.',
      'cue?overlay=gap-ticker&size=3': 'gap-ticker has no "size"; it has groups, mode, trend.',
      'cue?overlay=gap-ticker&__proto__=3': 'gap-ticker has no "__proto__"; it has groups, mode, trend.',
      'cue?overlay=gap-ticker&groups=9': '9 does not fit groups of gap-ticker: it wants a whole number from 2 to 5.',
      'set?overlay=gap-ticker&groups=2.5':
        '2.5 does not fit groups of gap-ticker: it wants a whole number from 2 to 5.',
      'cue?overlay=gap-ticker&groups=': '"" does not fit groups of gap-ticker: it wants a whole number from 2 to 5.',
      'cue?overlay=gap-ticker&mode=x': '"x" does not fit mode of gap-ticker: it wants one of gap, interval.',
      'cue?overlay=gap-ticker&trend=maybe': '"maybe" does not fit trend of gap-ticker: it wants true or false.',
    };
    for (const [path, error] of Object.entries(wrong))
      expect(await call(path), path).toEqual({ status: 400, body: { ok: false, error } });
    expect((await call('take', 'DELETE')).status).toBe(405);
  });

  it('takes start times as a table, keeps them on the tape, and refuses what is none', async () => {
    const post = (text: string, headers = {}) => call('starts', 'POST', headers, text);
    expect(await post('bib,time\n1,13:00\n2,soon')).toEqual({
      status: 200,
      body: { ok: true, note: expect.stringMatching(/^the table, line 3: "soon" is no time of day.*left out\.$/) },
    });
    const onTape = () => readFileSync(desk.tape, 'utf8');
    await until('it is on the tape', () => onTape().includes('start-order'));
    expect((await post('bib,gap\n1,3')).body.error).toMatch(/no columns bib and time/);
    const windows = await fetch(`${desk.url}/api/starts`, {
      method: 'POST',
      body: Buffer.from('N° de dossard;Heure de départ\r\n1;13h00\r\n', 'latin1'),
    });
    expect(await windows.json()).toEqual({ ok: true });
    expect((await call('starts')).status).toBe(405);
    expect((await post('bib,time\n1,13:00', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post(' ')).body).toEqual({ ok: true });
    await until('it is taken back', () => /starts\W+\[\]/.test(onTape()));
  });

  it('takes a table of how the race stood, keeps it on the tape, and takes it back', async () => {
    const general = () => desk.desk.picture().race!.sheet.general;
    const post = (text: string, headers = {}) => call('classification', 'POST', headers, text);
    expect(await post('bib,gap\n3,0\n1,+1\'23"\n')).toEqual({ status: 200, body: { ok: true } });
    const told = [
      { bib: '3', behindS: 0 },
      { bib: '1', behindS: 83 },
    ];
    expect(general()).toEqual(told);
    expect(desk.desk.picture().race!.sheet.jerseys).toContainEqual({ kind: 'general', bib: '3' });
    await until('it is on the tape', () => readFileSync(desk.tape, 'utf8').includes('before-stage'));
    const tape = openReplay(desk.tape, parserOf);
    if (!tape.ok) throw new Error(tape.error);
    const intake = createIntake({ source: tape.value, notices: createNotices(() => {}), wallMs: null });
    for (const input of tape.value.play(Number.POSITIVE_INFINITY)) intake.take(input);
    expect(intake.race(0)!.sheet.general).toEqual(told);

    const error = 'the table, line 2: "later" is no gap; write +1\'23", 1:23 or seconds.';
    expect(await post('bib,gap\n3,later')).toEqual({ status: 400, body: { ok: false, error } });
    expect((await post(`bib,gap\n${'3,0\n'.repeat(300_000)}`)).body.error).toMatch(/longer than a megabyte/);
    expect((await call('classification')).status).toBe(405);
    expect((await post('bib,gap\n3,0', { origin: 'http://evil.example' })).status).toBe(403);
    expect(general()).toEqual(told);
    await post(' ');
    expect(general()).toEqual([]);
  });

  it('takes kits and jerseys as JSON, keeps them on the tape, and takes them back', async () => {
    const worn = () => {
      const { teams, jerseys, jerseyLooks } = desk.desk.picture().race!.sheet;
      return { colors: teams.find(({ code }) => code === 'LOW')!.colors, jerseys, jerseyLooks };
    };
    const post = (json: unknown, headers = {}) => call('kits', 'POST', headers, JSON.stringify(json));
    const before = worn();
    const kits = { teams: { LOW: ['#112233', '#445566'] }, jerseys: { general: '3' }, looks: { general: 'pink' } };
    expect(await post(kits)).toEqual({ status: 200, body: { ok: true } });
    const told = {
      colors: ['#112233', '#445566'],
      jerseys: [{ kind: 'general', bib: '3' }],
      jerseyLooks: { general: 'pink' },
    };
    expect(worn()).toEqual(told);
    expect((await post({ jerseys: { points: 4711 } })).body).toEqual({
      ok: true,
      note: expect.stringMatching(/^the kits name number 4711, not in this race: /),
    });
    const error = 'the kits: teams.LOW.0 is "red"; write a colour as "#1a2b3c".';
    expect(await post({ teams: { LOW: ['red', '#445566'] }, jerseys: { general: '' } })).toEqual({
      status: 400,
      body: { ok: false, error },
    });
    expect((await call('kits')).body.error).toMatch(/^Kits are posted: /);
    expect((await post(kits, { origin: 'http://evil.example' })).status).toBe(403);
    expect(worn()).toEqual(told);

    await until('it is on the tape', () => readFileSync(desk.tape, 'utf8').includes('4711'));
    const tape = openReplay(desk.tape, parserOf);
    if (!tape.ok) throw new Error(tape.error);
    const intake = createIntake({ source: tape.value, notices: createNotices(() => {}), wallMs: null });
    for (const input of tape.value.play(Number.POSITIVE_INFINITY)) intake.take(input);
    expect(intake.race(0)!.sheet).toMatchObject({ jerseys: told.jerseys, jerseyLooks: told.jerseyLooks });

    expect(await call('kits', 'POST', {}, ' ')).toEqual({ status: 200, body: { ok: true } });
    expect(worn()).toEqual(before);
  });

  it('takes that a rider has left the race, on the tape, and refuses what is no rider or no status', async () => {
    const { error } = (await call('status?bib=4711&is=abandoned')).body as { error: string };
    expect(error).toBe('"4711" is the number of no rider of this race.');
    expect((await call('status?bib=&is=racing')).body.error).toBe('"" is the number of no rider of this race.');
    expect(await call('status?bib=4711&is=racing')).toMatchObject({
      status: 200,
      body: { ok: true, note: expect.stringMatching(/^Number 4711 is on no start list: he is in the race as soon as/) },
    });
    const word = (await call('status?bib=1&is=asleep')).body as { error: string };
    expect(word.error).toMatch(/^"asleep" is no status: say racing, not-started, abandoned/);
    expect(await call('status?bib=1&is=abandoned')).toMatchObject({ status: 200, body: { ok: true, did: 'status' } });
    await until('it is on the tape', () => /rider-status[^\n]*byHand/.test(readFileSync(desk.tape, 'utf8')));
    expect((await call('status?bib=1&is=racing', 'GET', { origin: 'http://evil.example' })).status).toBe(403);
  });

  it('takes the lap of the bunch or of a rider, and refuses one that the road does not have', async () => {
    const error = 'is no lap of this road: say a whole number.';
    for (const lap of ['', '0', '2.5', 'three'])
      expect(await call(`lap?lap=${lap}`)).toEqual({ status: 400, body: { ok: false, error: `"${lap}" ${error}` } });
    expect(await call('lap?lap=3')).toMatchObject({ status: 200, body: { ok: true, did: 'lap' } });
    expect(await call('lap?lap=3&bib=6')).toMatchObject({ status: 200, body: { ok: true } });
    await until('it is on the tape', () => readFileSync(desk.tape, 'utf8').includes('lap-known'));
    expect((await call('lap?lap=3', 'GET', { origin: 'http://evil.example' })).status).toBe(403);
  });

  it('says no more than that nothing waits where nothing does', async () => {
    expect((await call('state')).body).toMatchObject({ confirmed: '', waiting: '', waitingText: '' });
    for (const word of ['confirm', 'dismiss']) {
      expect(await call(word)).toEqual({ status: 400, body: { ok: false, error: 'Nothing waits.' } });
      const error = 'Nothing waits under "result finish": there is nothing.';
      expect(await call(`${word}?id=result+finish`)).toEqual({ status: 400, body: { ok: false, error } });
      expect((await call(word, 'GET', { origin: 'http://evil.example' })).status).toBe(403);
    }
  });

  it('takes no command from a page of another site', async () => {
    const host = new URL(desk.url).host;
    const ours: Record<string, string>[] = [
      {},
      { origin: desk.url },
      { referer: `${desk.url}/` },
      { 'sec-fetch-site': 'same-origin' },
    ];
    const others: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { referer: 'http://evil.example/page' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', host },
      // A name that its owner lets point to this machine.
      { host: 'evil.example' },
      { host: `evil.example:${new URL(desk.url).port}`, origin: `http://evil.example:${new URL(desk.url).port}` },
    ];
    for (const headers of ours)
      expect((await call('clear', 'POST', headers)).status, JSON.stringify(headers)).toBe(200);
    for (const headers of others)
      expect((await call('clear', 'GET', headers)).status, JSON.stringify(headers)).toBe(403);
  });
});
