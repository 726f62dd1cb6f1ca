import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/show/manifest.ts';
import type { Layer } from '../../src/show/zones.ts';
import { longRoad } from '../support/long-profile.ts';
import { manifest } from '../support/small-desk.ts';
import { strungOut, TOWER_ROWS } from '../support/strung-out.ts';
import { type SeenFrame, stepsMs, toFrameMs } from './eyes.ts';
import { driftPct, growthPct, median, medians, percentile } from './figures.ts';
import { firstFrame } from './first-frame.ts';
import { together } from './on-wire.ts';

const frame = (atMs: number, over: Partial<SeenFrame> = {}): SeenFrame => ({
  atMs,
  endMs: atMs + 2,
  drew: true,
  goesOn: false,
  on: 0,
  ...over,
});

describe('figures of the bench', () => {
  it('are medians by value, not by text, of each figure by itself', () => {
    expect(median([100, 9, 20])).toBe(20);
    expect(
      medians([
        { a: 3, b: 1 },
        { a: 1, b: 30 },
        { a: 200, b: 4 },
      ]),
    ).toEqual({ a: 3, b: 4 });
  });

  it('are null where one look could not tell', () => {
    expect(medians<{ a: number | null }>([{ a: 3 }, { a: null }, { a: 2 }])).toEqual({ a: null });
  });

  it('say by how much something grew once it was steady, wherever it was highest', () => {
    expect(growthPct([90, 100, 101, 104, 103, 102, 101, 100])).toBeCloseTo(4);
    expect(growthPct([100, 100, 90, 80])).toBe(0);
    expect(growthPct([1, 2, 3, 4])).toBe(300);
  });

  it('say what stays behind where one moment is taller than another', () => {
    expect(driftPct([1, 1, 100, 102, 300, 99, 102, 100])).toBeCloseTo(0);
    expect(driftPct([1, 1, 100, 100, 100, 100, 110, 112])).toBeCloseTo(11);
  });

  it('know the slowest tenth', () => {
    expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 100], 90)).toBe(100);
    expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 100], 50)).toBe(7);
  });
});

describe('what is seen in a page', () => {
  it('is told from a message to the end of the frame that draws it', () => {
    const frames = [frame(0), frame(20, { drew: false }), frame(40), frame(60)];
    expect(toFrameMs({ messagesMs: [10, 41, 61, 70], frames })).toEqual([32, 1, 1]);
  });

  it('has steps only within a movement', () => {
    const frames = [frame(0, { goesOn: true }), frame(16, { goesOn: true }), frame(48), frame(900, { goesOn: true })];
    expect(stepsMs(frames)).toEqual([16, 32]);
  });

  it('ends with the first frame that has everything, and drawing begins when the last part is there', () => {
    const seen = {
      moduleMs: 90,
      socketMs: 110,
      snapshotMs: 130,
      messagesMs: [],
      frames: [frame(140, { on: 1 }), frame(160, { on: 2 }), frame(180, { on: 2 })],
    };
    expect(firstFrame(seen, { navigationMs: 20, fontsMs: [100, 145, 400] }, 2)).toEqual({
      total: 162,
      navigationMs: 20,
      scriptMs: 90,
      fontsMs: 145,
      socketMs: 110,
      snapshotMs: 130,
      drawMs: 17,
    });
  });

  it('has no fonts and no script where the page does not say', () => {
    const seen = { moduleMs: null, socketMs: 110, snapshotMs: 130, messagesMs: [], frames: [frame(140, { on: 1 })] };
    expect(firstFrame(seen, { navigationMs: 20, fontsMs: [] }, 1)).toMatchObject({
      scriptMs: null,
      fontsMs: null,
      drawMs: 12,
    });
  });
});

describe('the load of the bench', () => {
  it('has as many graphics as there is room for, three at most', () => {
    const at = (layer: Layer): Manifest => ({ ...manifest, id: layer, layer });
    const chosen = (...layers: Layer[]) => together(layers.map(at)).map(({ id }) => id);
    expect(chosen('sheet', 'flash', 'strip', 'stack', 'tag')).toHaveLength(3);
    expect(chosen('sheet', 'flash', 'strip', 'stack')).toEqual(expect.arrayContaining(['flash', 'strip', 'stack']));
    expect(chosen('strip', 'strap')).toHaveLength(1);
  });

  it('is a road of 5,000 points', () => {
    expect(longRoad.profile.altitudesM).toHaveLength(5000);
  });

  const rows = (beat: number, swaps: boolean) => strungOut(beat, swaps).places.slice(0, TOWER_ROWS);
  const changed = <T>(a: readonly T[], b: readonly T[]) => a.filter((one, i) => one !== b[i]).length;
  const bibs = (beat: number, swaps: boolean) => rows(beat, swaps).map(({ bib }) => bib);
  const gaps = (beat: number) => rows(beat, false).map(({ gapS }) => gapS);

  it('is 200 riders, of whom three change places once a second', () => {
    expect(strungOut(0, true).places).toHaveLength(200);
    for (let second = 1; second < 40; second++) {
      expect(changed(bibs(second * 10, true), bibs(second * 10 - 1, true)), `second ${second}`).toBe(3);
      expect(new Set(bibs(second * 10, true)).size).toBe(TOWER_ROWS);
      expect(bibs(second * 10 + 9, true)).toEqual(bibs(second * 10, true));
    }
    expect(bibs(400, false)).toEqual(bibs(0, false));
  });

  it('has another gap at each beat, and never two riders at one place', () => {
    for (let beat = 1; beat < 100; beat++) {
      expect(changed(gaps(beat), gaps(beat - 1)), `beat ${beat}`).toBe(1);
      expect(new Set(gaps(beat)).size).toBe(TOWER_ROWS);
    }
  });
});
