import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Link, openLink } from '../../src/host/link.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { recording } from '../support/recording.ts';
import { until } from '../support/small-desk.ts';

const desks: RunningDesk[] = [];
const links: Link[] = [];

afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  await Promise.all(desks.splice(0).map((desk) => desk.kill('SIGKILL')));
});

it('two desks in one folder, each killed and started again: each finds its own tape', async () => {
  const folder = await emptyFolder();
  const tapes = join(folder, 'tapes');
  writeFileSync(join(folder, 'stage.json'), recording({ riders: 8, seconds: 600, every: 1 }));
  const ports = [await freePort(), await freePort()];
  const args = ['--feed', `replay:${join(folder, 'stage.json')}`];
  const begin = async () => desks.push(...(await Promise.all(ports.map((port) => startDesk({ port, tapes, args })))));
  const shown = (link: Link | undefined) =>
    Object.values(link?.replica().show.program ?? {}).map((item) => item.overlay);

  await begin();
  links.push(...ports.map((port) => openLink('control', { url: `http://127.0.0.1:${port}` })));
  await until('both are live', () => links.every((link) => link.replica().race !== null));
  const [one, two] = links;
  // The one that speaks last has the newest tape of all.
  expect(await two!.command({ do: 'take-direct', overlay: 'position-tower' })).toEqual({ ok: true });
  expect(await one!.command({ do: 'take-direct', overlay: 'gap-ticker' })).toEqual({ ok: true });
  await Promise.all(desks.splice(0).map((desk) => desk.kill('SIGKILL')));
  await until('both are lost', () => links.every((link) => link.replica().connection === 'lost'));

  await begin();
  for (const desk of desks) expect(desk.output()).toContain('taken up again');
  await until('both are back', () => links.every((link) => link.replica().connection === 'live'));
  expect([shown(one), shown(two)]).toEqual([['gap-ticker'], ['position-tower']]);
  expect(readdirSync(tapes)).toHaveLength(2);
});
