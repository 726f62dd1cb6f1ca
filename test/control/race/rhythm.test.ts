import { describe, expect, it } from 'vitest';
import { type Rhythm, saidFromS, withWord } from '../../../src/control/race/rhythm.ts';
import type { Race } from '../../../src/race/race.ts';
import { race, START_MS } from '../../support/race.ts';

const heardAt = (s: number): Race => {
  const its = race({ phase: 'racing', atMs: START_MS + 3_600_000 });
  const lastMs = START_MS + s * 1000;
  return { ...its, health: { ...its.health, topics: [{ topic: 'positions', state: 'live', lastMs }] } };
};
/** After news of these seconds, each told as it happens, but for the second that is under way. */
const after = (...seconds: number[]): Rhythm =>
  seconds.slice(1).reduce<Rhythm>((rhythm, s, i) => {
    return withWord(rhythm, heardAt(seconds[i]!), heardAt(s), START_MS + (s + 1) * 1000, 1);
  }, []);
const every = (stepS: number, count = 20) => after(...Array.from({ length: count }, (_, i) => i * stepS));

describe('from when on a silence is worth a word', () => {
  it('is three seconds, for a feed that speaks every second or before anything is known of it', () => {
    expect(saidFromS([])).toBe(3);
    expect(saidFromS(every(1))).toBe(3);
    expect(saidFromS(every(0.04, 200))).toBe(3);
  });

  it('is two fifths more than is usual for one that speaks rarely, and never more than 30 s', () => {
    expect(saidFromS(every(5))).toBeCloseTo(7, 6);
    expect(saidFromS(every(8))).toBeCloseTo(11.2, 6);
    expect(saidFromS(every(60))).toBe(30);
  });

  it('is not learnt from a hole, nor from what one word is told in', () => {
    expect(saidFromS(after(0, 1, 2, 3, 303, 304, 305, 306, 307))).toBe(3);
    const inPieces = Array.from({ length: 40 }, (_, i) => 8 * Math.floor(i / 4) + (i % 4) * 0.04);
    expect(saidFromS(after(...inPieces))).toBeCloseTo(11, 0);
  });

  it('is as it was where there is no news, another race, or no time that passes', () => {
    const known: Rhythm = [1];
    expect(withWord(known, heardAt(5), heardAt(5), START_MS + 9000, 1)).toBe(known);
    expect(withWord(known, heardAt(5), heardAt(9), START_MS + 9000, 0)).toBe(known);
    expect(withWord(known, null, heardAt(9), START_MS + 9000, 1)).toBe(known);
    const its = heardAt(9);
    const other = { ...its, sheet: { ...its.sheet, info: { ...its.sheet.info, id: 'another' } } };
    expect(withWord(known, heardAt(5), other, START_MS + 9000, 1)).toBe(known);
  });
});
