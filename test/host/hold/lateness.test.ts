import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headingFor,
  type Lateness,
  lateAt,
  lateBy,
  paceAt,
  settlesMs,
  shownMs,
} from '../../../src/host/hold/lateness.ts';

const seconds = fc.integer({ min: 0, max: 600 }).map((halves) => halves / 2);
const aWhileMs = fc.double({ min: 0, max: 200_000, noNaN: true });

/** Nudges, each so long after the one before. */
const nudges = fc.array(fc.tuple(aWhileMs, seconds), { maxLength: 6 });

/** What is shown at a moment, on the clock of a page that is not late. */
const shownAt = (late: Lateness, pageMs: number) => pageMs - lateAt(late, pageMs) * 1000;

describe('how late a page is', () => {
  it('moves by a tenth of a second a second, and nothing that is shown jumps or runs backwards', () => {
    fc.assert(
      fc.property(seconds, nudges, (first, all) => {
        let late = lateBy(first);
        let nowMs = 0;
        let shown = shownAt(late, nowMs);
        const go = (stepMs: number) => {
          nowMs += stepMs;
          const next = shownAt(late, nowMs);
          expect(next - shown).toBeGreaterThanOrEqual(0.9 * stepMs - 1e-6);
          expect(next - shown).toBeLessThanOrEqual(1.1 * stepMs + 1e-6);
          shown = next;
        };
        for (const [waitMs, toS] of all) {
          for (let n = 0; n < 20; n += 1) go(waitMs / 20);
          late = headingFor(late, toS, nowMs);
          go(0);
        }
        go(Math.max(0, settlesMs(late) - nowMs));
        expect(lateAt(late, nowMs)).toBe(late.toS);
      }),
    );
  });

  it('says when a moment is shown: then, and neither before nor after', () => {
    fc.assert(
      fc.property(seconds, seconds, aWhileMs, aWhileMs, (fromS, toS, turnMs, laterMs) => {
        const late = headingFor(lateBy(fromS), toS, turnMs);
        const pageMs = turnMs + laterMs;
        expect(shownMs(late, shownAt(late, pageMs))).toBeCloseTo(pageMs, 3);
      }),
    );
  });

  it('has its own pace on the way: nine tenths while it grows, eleven while it shrinks', () => {
    const grows = headingFor(lateBy(0), 9, 1000);
    expect([paceAt(grows, 1000), settlesMs(grows), paceAt(grows, 91_000)]).toEqual([0.9, 91_000, 1]);
    expect(lateAt(grows, 46_000)).toBeCloseTo(4.5, 9);
    const back = headingFor(grows, 0, 46_000);
    expect([paceAt(back, 46_000), settlesMs(back)]).toEqual([1.1, 91_000]);
    expect(headingFor(grows, 9, 46_000)).toBe(grows);
  });
});
