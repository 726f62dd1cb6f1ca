import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Producer, producer } from '../../../src/control/page/producer.ts';
import { REACTION_MS } from '../../../src/control/rundown/sight.ts';
import type { Show } from '../../../src/show/show.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { fakeBeside } from '../fake-beside.ts';
import { type FakeLink, fakeLink, showAfter } from '../fake-link.ts';
import { manifests } from '../manifests.ts';

/** One way, to the desk or from it. */
const TRAVEL_MS = 20;

let links: readonly FakeLink[];
let ann: Producer;
let ben: Producer;
let show: Show;

/** Two pages at one desk, each way some milliseconds long. */
beforeEach(() => {
  vi.useFakeTimers();
  show = emptyShow;
  links = [fakeLink(), fakeLink()];
  [ann, ben] = links.map((link) => producer({ ...link, command: ask }, manifests, fakeBeside(), Date.now)) as [
    Producer,
    Producer,
  ];
});
afterEach(() => {
  vi.useRealTimers();
});

const travel = () => new Promise((resolve) => setTimeout(resolve, TRAVEL_MS));

async function ask(command: Parameters<FakeLink['command']>[0]) {
  await travel();
  const after = showAfter(show, command);
  if (typeof after === 'string') throw new Error(after);
  show = after;
  await travel();
  for (const link of links) link.change({ show });
  return { ok: true } as const;
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const onAir = () => Object.values(show.program).map(({ overlay }) => overlay);
const cued = () => Object.values(show.preview).map(({ overlay }) => overlay);

it('take what both want, where they press the same key within a blink', async () => {
  ann.act({ do: 'direct', key: '1' });
  await wait(120);
  ben.act({ do: 'direct', key: '1' });
  await wait(1000);
  expect(onAir()).toEqual(['position-tower']);
  ben.act({ do: 'direct', key: '1' });
  await wait(120);
  ann.act({ do: 'direct', key: '1' });
  await wait(1000);
  expect(onAir()).toEqual([]);
});

it('cue what both want', async () => {
  ann.act({ do: 'cue', key: '2' });
  await wait(120);
  ben.act({ do: 'cue', key: '2' });
  await wait(1000);
  expect(cued()).toEqual(['gap-ticker']);
});

it('undo each other once they have seen it', async () => {
  ann.act({ do: 'direct', key: '1' });
  await wait(2 * TRAVEL_MS + REACTION_MS);
  ben.act({ do: 'direct', key: '1' });
  await wait(1000);
  expect(onAir()).toEqual([]);
});

it('toggle twice with two quick presses of their own, also before the desk has answered', async () => {
  ann.act({ do: 'direct', key: '1' });
  await wait(10);
  ann.act({ do: 'direct', key: '1' });
  await wait(1000);
  expect(onAir()).toEqual([]);
  ann.act({ do: 'direct', key: '1' });
  await wait(120);
  ann.act({ do: 'direct', key: '1' });
  await wait(120);
  ann.act({ do: 'direct', key: '1' });
  await wait(1000);
  expect(onAir()).toEqual(['position-tower']);
});
