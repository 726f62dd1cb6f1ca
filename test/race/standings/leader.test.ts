import { describe, expect, it } from 'vitest';
import type { StandingsInput } from '../../../src/race/standings/input.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import type { Standings } from '../../../src/race/standings/tables.ts';
import { place, START_MS, sheet } from '../../support/race.ts';
import { onRoad, standingsInput } from '../../support/standings.ts';

const before = sheet({
  general: [
    { bib: '1', behindS: 0 },
    { bib: '11', behindS: 70 },
  ],
});
const at = (second: number, gapS: number, previous: Standings | null, over: Partial<StandingsInput> = {}) =>
  standings(
    standingsInput({
      sheet: before,
      ...onRoad([0, ['11']], [gapS, ['1']]),
      atMs: START_MS + 1_800_000 + second * 1000,
      previous,
      ...over,
    }),
  );

describe('who would be in yellow', () => {
  it('is the leader before the stage while the gap is too small, and says by how much', () => {
    expect(at(0, 50, null).leader).toMatchObject({ bib: '1', marginS: 20, challenger: null });
  });

  it('changes only when a challenger has been three seconds ahead for ten', () => {
    const held = at(0, 60, null);
    const near = at(1, 72, held);
    expect(near.leader).toMatchObject({ bib: '1', marginS: -2, challenger: null });
    const ahead = at(2, 73, near);
    expect(ahead.leader).toMatchObject({ bib: '1', marginS: -3, challenger: { bib: '11' } });
    const nearly = at(11, 75, ahead);
    expect(nearly.leader?.bib).toBe('1');
    const changed = at(12, 75, nearly);
    expect(changed.leader).toMatchObject({ bib: '11', marginS: 5, challenger: null });
  });

  it('begins to count again when the challenger falls back', () => {
    const ahead = at(2, 73, at(0, 60, null));
    const back = at(8, 71, ahead);
    expect(back.leader?.challenger).toBeNull();
    expect(at(13, 80, back).leader?.bib).toBe('1');
  });

  it('goes at once to the next when the leader has left the race', () => {
    const held = at(0, 60, null);
    const { places, groups } = onRoad([0, ['11']], [60, ['1']]);
    const gone = places.map((one) => (one.bib === '1' ? { ...one, status: 'abandoned' as const } : one));
    expect(at(1, 60, held, { places: gone, groups }).leader?.bib).toBe('11');
  });

  it('is settled by a second when both have finished', () => {
    const held = at(0, 60, null);
    const arrived = (bib: string, afterS: number) =>
      place(bib, {
        status: 'finished',
        finish: { value: 0, atMs: START_MS + 1_900_000 + afterS * 1000, origin: 'timed' },
      });
    const done = at(200, 0, held, { places: [arrived('11', 0), arrived('1', 71)], groups: [] });
    expect(done.leader).toMatchObject({ bib: '11', marginS: 1 });
  });

  it('is nobody where no classification is known', () => {
    expect(at(0, 60, null, { sheet: sheet() }).leader).toBeNull();
  });
});
