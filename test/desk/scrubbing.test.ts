import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../src/host/link.ts';
import { recording } from '../support/recording.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';

let desk: SmallDesk;
let close = () => {};
afterEach(async () => {
  close();
  await desk.stop();
});

describe('scrubbing a recording', () => {
  it('shows pictures while the bar is dragged, with a busy sign, and the true race when it is let go', async () => {
    desk = await smallDesk({ content: recording({ riders: 60, seconds: 3600, every: 1 }) });
    const link = openLink('control', { url: desk.url });
    close = link.close;
    await until('there is a race', () => link.replica().race !== null && !link.replica().desk.busy);
    await link.transport({ do: 'pause' });
    const { fromMs } = link.replica().desk.span!;
    const moments = Array.from({ length: 20 }, (_, i) => fromMs + (3500 - i * 150) * 1000);

    const seen = new Map<number, number>();
    let busy = 0;
    link.onChange(() => {
      const { race, desk: told } = link.replica();
      if (!race || !moments.includes(race.atMs)) return;
      seen.set(race.atMs, race.groups.flatMap((group) => group.bibs).length);
      if (told.busy) busy += 1;
    });
    for (const atMs of moments) {
      expect(await link.transport({ do: 'seek', atMs, rough: true })).toEqual({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    // A slow machine may leave some out, not all; a desk that folds the whole past first shows none.
    expect(seen.size).toBeGreaterThanOrEqual(5);
    expect(Math.min(...seen.values())).toBe(60);
    expect(busy).toBeGreaterThan(0);

    const end = moments.at(-1)!;
    const standsAt = (atMs: number) => () => !link.replica().desk.busy && link.replica().race?.atMs === atMs;
    await link.transport({ do: 'seek', atMs: end });
    await until('the past is folded', standsAt(end));
    const shown = link.replica().race;
    expect(shown?.insight?.forecasts.length).toBeGreaterThan(0);
    for (const atMs of [end + 60_000, end]) {
      await link.transport({ do: 'seek', atMs });
      await until('the bar stands there', standsAt(atMs));
    }
    // What follows from the race is told with it, a moment after the last sketch.
    await expect.poll(() => link.replica().race).toEqual(shown);
    expect(desk.notices.list()).toEqual([]);
  });
});
