import { beforeEach, describe, expect, it } from 'vitest';
import { createKeptPast, type KeptPast } from '../../../src/desk/halves/kept-past.ts';
import { type Frame, frameOf } from '../../../src/wire/frame.ts';

let nowMs: number;
let seq: number;
let kept: KeptPast;
/** How often a snapshot was made. */
let made: number;
/** Of each delta. */
let size: number;

const greeting = (): readonly Frame[] => {
  made += 1;
  return [frameOf('clock', { atMs: nowMs, rate: 1 }), frameOf('snapshot', { seq })];
};
const run = (seconds: number, perS: number) => {
  for (let n = 0; n < seconds * perS; n += 1) {
    nowMs += 1000 / perS;
    seq += 1;
    kept.note(frameOf('delta', { seq, sentMs: nowMs, race: new Uint8Array(size) }), greeting);
  }
};
const numbers = (frames: readonly Frame[]) =>
  frames.filter(({ event }) => event !== 'clock').map(({ message }) => (message as { seq: number }).seq);

beforeEach(() => {
  [nowMs, seq, made, size] = [0, 0, 0, 10];
  kept = createKeptPast(greeting(), () => nowMs);
});

describe('the past that a desk keeps', () => {
  it('begins before the moment that is asked for, and misses nothing since', () => {
    run(100, 4);
    for (const lateS of [0.5, 9, 37.5, 90]) {
      const [clock, snapshot] = kept.since(lateS * 1000);
      expect([clock!.event, snapshot!.event]).toEqual(['clock', 'snapshot']);
      const all = numbers(kept.since(lateS * 1000));
      expect(all).toEqual(Array.from({ length: seq - all[0]! + 1 }, (_, n) => all[0]! + n));
      expect(nowMs - all[0]! * 250).toBeGreaterThanOrEqual(lateS * 1000);
      expect(nowMs - all[0]! * 250).toBeLessThanOrEqual(lateS * 1000 + 18_000);
    }
  });

  it('is as much as there is, where that is less', () => {
    run(5, 4);
    expect(numbers(kept.since(9000))).toEqual(Array.from({ length: 21 }, (_, n) => n));
  });

  it('is there also where nothing happens for long', () => {
    run(20, 4);
    nowMs += 3_600_000;
    const all = numbers(kept.since(300_000));
    expect([all[0], all.at(-1)]).toEqual([60, 80]);
  });

  it('reaches back five minutes and no further, with few snapshots', () => {
    run(900, 2);
    const all = numbers(kept.since(300_000));
    expect(nowMs - all[0]! * 500).toBeGreaterThanOrEqual(300_000);
    expect(numbers(kept.since(10_000_000)).length).toBeLessThan(2 * 340);
    expect(made).toBeLessThan(65);
  });

  it('is cut where a race is large, and whole from there on', () => {
    size = 100_000;
    run(300, 4);
    const all = kept.since(300_000);
    expect(all.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(56 * 1024 * 1024);
    expect(numbers(all).at(-1)).toBe(seq);
    expect(all[1]!.event).toBe('snapshot');
  });
});
