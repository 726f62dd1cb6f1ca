import { beforeEach, expect, test } from 'vitest';
import type { Datum, Manifest, Seen } from '../../src/stage/overlay.ts';
import { plate } from '../support/overlay.ts';
import { race } from '../support/race.ts';
import { air, closeAfterEach, lives, open } from './on-air.ts';

closeAfterEach();

/** What each heard when it was last asked, by its name. */
const heard: Record<string, readonly Datum[]> = {};

const speaking = (id: string, layer: Manifest['layer'], says: (seen: Seen) => readonly Datum[]) =>
  plate({
    manifest: { id, layer },
    select: (seen) => {
      heard[id] = seen.heard;
      return { text: id, says: says(seen) };
    },
  });

const theGroups = ({ race }: Seen): Datum[] => race.groups.map(({ id }): Datum => `group ${id}`);

beforeEach(async () => {
  for (const id of Object.keys(heard)) delete heard[id];
  await open([speaking('test-strap', 'strap', () => ['rider 5']), speaking('test-stack', 'stack', theGroups)]);
  air.tell({ race: race({ groups: [{ id: 'g1' } as never] }) });
});

test('a graphic hears what those in the zones before its own say, whichever was taken first', () => {
  air.want('test-strap');
  air.clock.run(500);
  expect(heard).toEqual({ 'test-strap': [] });
  air.want('test-strap', 'test-stack');
  expect(heard).toEqual({ 'test-stack': [], 'test-strap': ['group g1'] });
});

test('it hears of each change, and no more of who is taken out', () => {
  air.want('test-strap', 'test-stack');
  air.clock.run(500);
  air.tell({ race: race({ groups: [{ id: 'g2' } as never] }) });
  expect(heard['test-strap']).toEqual(['group g2']);
  air.want('test-strap');
  expect(lives()).toEqual({ 'test-strap': 'on', 'test-stack': 'leaving' });
  expect(heard['test-strap']).toEqual([]);
});

test('it hears nothing of who waits', async () => {
  const silent = plate({
    manifest: { id: 'test-stack', layer: 'stack' },
    select: () => ({ nothing: true, why: 'none' }),
  });
  air.close();
  await open([speaking('test-strap', 'strap', () => []), silent]);
  air.want('test-strap', 'test-stack');
  expect(lives()['test-stack']).toBe('waiting');
  expect(heard['test-strap']).toEqual([]);
});

test('what another says on its own clock is heard in the same frame', async () => {
  const ticking = plate({
    manifest: { id: 'test-stack', layer: 'stack', glideHz: 10 },
    select: ({ now }) => ({ text: '', says: [`rider ${now % 1000 < 500 ? 'a' : 'b'}`] }),
  });
  air.close();
  await open([speaking('test-strap', 'strap', () => []), ticking]);
  air.want('test-strap', 'test-stack');
  air.clock.run(500);
  const { atMs } = race();
  air.tell({ raceClock: { atMs: atMs - (atMs % 1000), pageMs: 500, rate: 1, floorMs: -Infinity } });
  expect(heard['test-strap']).toEqual(['rider a']);
  air.clock.run(600);
  expect(heard['test-strap']).toEqual(['rider b']);
});
