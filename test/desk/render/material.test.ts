import { describe, expect, it } from 'vitest';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { momentIn } from '../../../src/desk/render/clock.ts';
import { asItWas } from '../../../src/desk/render/material.ts';
import type { TapeEntry, TapeHead } from '../../../src/desk/tape/entry.ts';

const ZERO = 7_000_000;
const playable = simulation({ seed: 1 });
const head: TapeHead = { tape: 2, feed: 'race-center', title: 'a test', source: '', startedAt: ZERO };
const take = (ms: number): TapeEntry => ({ at: ZERO + ms, command: { do: 'clear' }, author: 'control' });
const raw = (ms: number, atMs: number): TapeEntry => ({
  ...{ at: ZERO + ms, feed: 'race-center' },
  raw: { atMs, topic: 'stream', text: '' },
});
const clock = (ms: number, atMs: number): TapeEntry => ({ at: ZERO + ms, clock: { atMs, rate: 1 } });

describe('what was on air on a tape', () => {
  it('is told from its beginning on, by its own clock', () => {
    const material = asItWas('a', { head, entries: [take(500), clock(2000, 90_000), take(8000)], broken: 0 }, playable);
    expect(material).toMatchObject({ value: { endMs: 8000, leavesBySelf: false } });
    if (!material.ok) return;
    expect(material.value.commands.map(({ ms }) => ms)).toEqual([500, 8000]);
    expect(material.value.clock).toEqual([{ fromMs: 2000, atMs: 90_000, rate: 1, floorMs: null }]);
  });

  it('is, of a feed that came live, told by when things came in', () => {
    const entries = [raw(1000, 0), take(1500), clock(2000, 1), raw(3000, 50_000)];
    const material = asItWas('a', { head: { ...head, isLive: true }, entries, broken: 0 }, playable);
    if (!material.ok) throw new Error(material.error);
    expect(momentIn(material.value.clock[0]!, 3000)).toBe(50_000);
  });

  it('cannot be told where nothing was, or where no clock ran', () => {
    expect(asItWas('a', { head, entries: [clock(1, 1)], broken: 0 }, playable)).toMatchObject({
      error: expect.stringMatching(/^Nothing was ever on air on a/),
    });
    expect(asItWas('a', { head, entries: [take(1)], broken: 0 }, playable)).toMatchObject({
      error: expect.stringMatching(/does not say how its clock ran/),
    });
  });
});
