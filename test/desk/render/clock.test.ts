import { describe, expect, it } from 'vitest';
import { clockOnTape, momentIn, pieceAt, whenRaceIsAt } from '../../../src/desk/render/clock.ts';

const ZERO = 5_000_000;
const RACE = 1_000_000_000;

const note = (ms: number, atMs: number, rate: number) => ({ at: ZERO + ms, clock: { atMs: RACE + atMs, rate } });
const raceAt = (pieces: ReturnType<typeof clockOnTape>, ms: number) => momentIn(pieceAt(pieces, ms), ms) - RACE;

describe('the clock of the race on a tape', () => {
  it('runs evenly where notes are a little early or late', () => {
    const pieces = clockOnTape([note(2000, 0, 1), note(3004, 1000, 1), note(4001, 2012, 1), note(5000, 2990, 1)], ZERO);
    expect(pieces).toHaveLength(1);
    expect(raceAt(pieces, 5000)).toBe(3000);
  });

  it('stands while it is paused, jumps where it is sought, and goes at its speed', () => {
    const pieces = clockOnTape(
      [note(0, 0, 1), note(1000, 1000, 0), note(9000, 1000, 1), note(9500, 60_000, 8), note(10_500, 68_000, 8)],
      ZERO,
    );
    expect([500, 1000, 8999, 9250, 9500, 10_000].map((ms) => raceAt(pieces, ms))).toEqual([
      500, 1000, 1000, 1250, 60_000, 64_000,
    ]);
  });

  it('never goes back for the sake of a note that was late', () => {
    const pieces = clockOnTape([note(0, 0, 1), note(1000, 900, 1)], ZERO);
    expect([999, 1000, 1050, 1200].map((ms) => raceAt(pieces, ms))).toEqual([999, 1000, 1000, 1100]);
    const sought = clockOnTape([note(0, 50_000, 1), note(1000, 900, 1)], ZERO);
    expect(raceAt(sought, 1000)).toBe(900);
  });

  it('stands while a desk that was killed is away', () => {
    const pieces = clockOnTape([note(0, 0, 1), note(60_000, 1500, 1)], ZERO);
    expect([2900, 30_000, 60_000].map((ms) => raceAt(pieces, ms))).toEqual([2900, 3000, 3000]);
    expect(raceAt(pieces, 62_000)).toBe(3500);
  });

  it('says when the race was first at a moment', () => {
    const pieces = clockOnTape([note(2000, 0, 2), note(3000, 2000, 2), note(3500, 500, 1)], ZERO);
    expect(whenRaceIsAt(pieces, RACE + 1000, 60_000)).toBe(2500);
    expect(whenRaceIsAt(pieces, RACE + 40_000, 60_000)).toBe(43_000);
    expect(whenRaceIsAt(pieces, RACE - 1, 60_000)).toBeNull();
    expect(whenRaceIsAt(pieces, RACE + 90_000, 60_000)).toBeNull();
  });
});
