import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseTapes } from '../../src/wire/crew/tapes.ts';
import { killableDesk } from '../support/killable.ts';

const { begin, end, linked, tapes, url, port } = killableDesk();

const call = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url()}/api/${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const view = async () => {
  const read = parseTapes((await call('tapes')).body);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const file = async () => (await view()).tapes[0]!.file;
const PATIENT = { timeout: 40_000, interval: 100 };
const rehearsed = async (): Promise<number> => {
  await expect.poll(async () => (await view()).rehearsal?.port ?? null, PATIENT).not.toBeNull();
  return (await view()).rehearsal!.port!;
};
const stateAt = async (at: number) => {
  try {
    return (await (await fetch(`http://127.0.0.1:${at}/api/state`)).json()) as Record<string, unknown>;
  } catch {
    return null;
  }
};

it('a tape is listed and named, by the crew alone', async () => {
  await begin();
  const own = await file();
  expect((await view()).tapes).toMatchObject([
    { file: own, name: null, state: 'written', title: 'replay of stage.json (Stage 5 - Aigles)' },
  ]);
  expect((await call(`tape?file=${own}&name=The queen stage`)).body).toEqual({ ok: true });
  expect((await view()).tapes).toMatchObject([{ file: own, name: 'The queen stage' }]);
  expect((await call('tape?file=../stage.json&name=x')).status).toBe(400);
  expect((await call('rehearse?file=../stage.json')).status).toBe(400);
  expect((await call(`tape?file=${own}`)).body.error).toMatch(/^A tape is named by/);
  const stranger = { origin: 'http://elsewhere.example' };
  for (const path of ['tapes', `tape?file=${own}&name=x`, `rehearse?file=${own}`])
    expect((await call(path, stranger)).status, path).toBe(403);
  expect((await view()).rehearsal).toBeNull();
});

it('a tape is rehearsed beside the desk on air, which is not touched, and ends with it however that ends', async () => {
  await begin();
  const control = await linked('control');
  await control.edit({ do: 'rename', name: 'Road stage', to: 'Of today' });
  await control.command({ do: 'take-direct', overlay: 'gap-ticker' });
  expect((await call(`rehearse?file=${await file()}`)).body).toEqual({ ok: true });
  const at = await rehearsed();
  expect(at).not.toBe(port());
  await expect
    .poll(async () => (await stateAt(at))?.feed, PATIENT)
    .toMatch(/^replay of .+\.ndjson\.gz \(replay of stage\.json \(.+\)\)$/);
  const rundown = await (await fetch(`http://127.0.0.1:${at}/api/rundown`)).json();
  expect(rundown).toMatchObject({ name: 'Of today' });
  // The pages of the desk on air.
  expect(await (await fetch(`http://127.0.0.1:${at}/`)).text()).toContain('<title>A page</title>');
  await fetch(`http://127.0.0.1:${at}/api/take-direct?overlay=status-bar`);
  expect((await call('state')).body).toMatchObject({ wished: 'gap-ticker' });
  expect(await stateAt(at)).toMatchObject({ wished: 'status-bar' });
  expect(readdirSync(join(tapes(), 'rehearsals')).filter((name) => name.endsWith('.gz'))).toHaveLength(1);
  expect((await view()).tapes).toHaveLength(1);

  expect((await call('rehearse')).body).toEqual({ ok: true });
  expect((await view()).rehearsal).toBeNull();
  await expect.poll(() => stateAt(at), PATIENT).toBeNull();

  await call(`rehearse?file=${await file()}`);
  const again = await rehearsed();
  await expect.poll(() => stateAt(again), PATIENT).not.toBeNull();
  await end('SIGKILL');
  await expect.poll(() => stateAt(again), PATIENT).toBeNull();
});
