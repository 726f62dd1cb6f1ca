import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk();
  await until('there is a race', () => desk.desk.picture().race !== null);
});
afterAll(() => desk.stop());

async function call(path: string, method = 'GET') {
  const response = await fetch(`${desk.url}/api/${path}`, { method });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

it('says how late an output is, and refuses what is no delay in a sentence', async () => {
  expect((await call('delay?output=ott&s=9.5')).body).toMatchObject({ ok: true, delay_ott: 9.5 });
  expect(desk.desk.picture().show.delays).toEqual({ ott: 9.5 });
  for (const wrong of ['delay?output=ott&s=9.3', 'delay?output=ott&s=300.5', 'delay?output=ott', 'delay?s=9'])
    expect(await call(wrong)).toMatchObject({ status: 400, body: { ok: false, error: expect.any(String) } });
  expect((await call('delay?output=ott&s=nine')).body.error).toBe(
    '"nine" is no delay: "delayS" is a number of seconds from 0 to 300, in steps of 0.5.',
  );
  expect((await call('delay?output=ott&s=0')).body).toMatchObject({ ok: true, delay_ott: 0 });
});

it('says when a graphic leaves without news, and takes it back', async () => {
  expect((await call('state')).body['gap-ticker_loss']).toBe(60);
  expect((await call('loss?overlay=gap-ticker&outS=120')).body).toMatchObject({ ok: true, 'gap-ticker_loss': 120 });
  expect((await call('loss?overlay=gap-ticker&outS=never', 'POST')).body['gap-ticker_loss']).toBe('never');
  for (const wrong of ['9', '3601', '', 'soon', '12.5'])
    expect(await call(`loss?overlay=gap-ticker&outS=${wrong}`), wrong).toMatchObject({
      status: 400,
      body: { ok: false, error: expect.stringMatching(/"outS" is a whole number of seconds from 10 to 3600, never/) },
    });
  expect(desk.desk.picture().show.loss).toEqual({ 'gap-ticker': null });
  expect((await call('loss?overlay=gap-ticker')).body['gap-ticker_loss']).toBe(60);
  expect((await call('cue?overlay=gap-ticker&outS=never')).body.error).toMatch(/is no time to leave after/);
});
