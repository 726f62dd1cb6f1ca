import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

let desk: SmallDesk;
beforeAll(async () => {
  desk = await smallDesk();
  await until('there is a race', () => desk.desk.picture().race !== null);
});
afterAll(() => desk.stop());

async function call(path: string) {
  const answer = await fetch(`${desk.url}/api/${path}`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const bibs = () => [...desk.desk.picture().race!.sheet.riders.keys()].slice(0, 2);

it('what the radio tells is on the slate, on the tape and in the state, until it is wiped', async () => {
  const [a, b] = bibs();
  for (const plus of ['%2B', '+']) {
    expect(await call(`slate?line=2:+${a}+${b}+${plus}1'20+km4`)).toMatchObject({ status: 200, body: { ok: true } });
    expect((await call('state')).body.byHand).toBe(`slate 2: ${a} ${b} +1'20 km4 (http 127.0.0.1)`);
  }
  expect(readFileSync(desk.tape, 'utf8')).toContain('slate-line');
  expect(desk.desk.picture().race!.slate).toHaveLength(1);
  expect((await call('slate')).body).toMatchObject({ ok: true });
  expect((await call('state')).body.byHand).toBe('');
});

it('refuses what it cannot read in one sentence', async () => {
  const { status, body } = await call(`slate?line=2:+${bibs()[0]}`);
  expect(status).toBe(400);
  expect(body).toEqual({ ok: false, error: 'You say 2 and name 1: name them all.' });
});
