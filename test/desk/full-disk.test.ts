import { mkdtempSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Link, openLink } from '../../src/host/link.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';
import { plainOf } from '../support/tapes.ts';

let desk: SmallDesk | null = null;
let link: Link | null = null;

afterEach(async () => {
  link?.close();
  await desk?.stop();
  [link, desk] = [null, null];
});

it('a desk whose tape cannot be written takes nothing, cleans the picture, follows the race, and goes on by itself', async () => {
  // A file where the folder of the tapes should be stands for any disk that refuses.
  const inTheWay = join(mkdtempSync(join(tmpdir(), 'ardoise-full-')), 'tapes');
  writeFileSync(inTheWay, '');
  const tape = join(inTheWay, 'tape.ndjson.gz');
  desk = await smallDesk({ rate: 8, tape });
  const control = openLink('control', { url: desk.url });
  link = control;
  await until('there is a race', () => control.replica().race !== null);
  const { atMs } = control.replica().race!;
  const notDone = {
    ok: false,
    error: expect.stringMatching(/^Not done: the tape cannot be written \(.+\); make room/),
  };

  expect(await control.command({ do: 'take-direct', overlay: 'gap-ticker' })).toEqual(notDone);
  expect(await control.command({ do: 'cue', overlay: 'gap-ticker' })).toEqual(notDone);
  expect(await control.tell({ kind: 'camera', group: null })).toEqual(notDone);
  expect(desk.desk.picture().show).toMatchObject({ program: {}, preview: {} });
  expect(await control.command({ do: 'panic' })).toEqual({
    ok: true,
    note: expect.stringMatching(/^Done, and not on the tape: it cannot be written \(.+\)\.$/),
  });
  expect(desk.desk.picture().show.latched).toBe(true);
  await until('the race goes on', () => control.replica().race!.atMs > atMs + 4000);
  const red = () => control.replica().desk.notices.filter(({ level }) => level === 'error');
  expect(red().map(({ text }) => text)).toEqual([expect.stringMatching(/^The tape .+ cannot be written/)]);

  unlinkSync(inTheWay);
  await until('it is cured', () => red().length === 0);
  expect(await control.command({ do: 'release' })).toEqual({ ok: true });
  expect(await control.command({ do: 'take-direct', overlay: 'gap-ticker' })).toEqual({ ok: true });
  const lines = plainOf(tape)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.flatMap(({ command }) => command?.do ?? [])).toEqual(['panic', 'release', 'take-direct']);
  const frames = lines.flatMap(({ raw }) => (raw?.topic === 'stream' ? [raw.atMs] : []));
  // Nothing of the race is missing.
  expect(frames).toEqual(Array.from(frames, (_, i) => frames[0] + i * 1000));
  expect(frames.length).toBeGreaterThan(4);
});
