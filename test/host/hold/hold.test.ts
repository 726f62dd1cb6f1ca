import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeskClock } from '../../../src/host/hold/desk-clock.ts';
import { createHold } from '../../../src/host/hold/hold.ts';

/** What happens to a page: so long passes, and then a message has come (or some), or a hand has said another delay. */
const happening = fc.record({
  waitMs: fc.integer({ min: 0, max: 4000 }),
  come: fc.integer({ min: 0, max: 3 }),
  toS: fc.option(
    fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
    { nil: null, freq: 6 },
  ),
});

describe('what a page holds', () => {
  it('is let go in the order in which it came, each once, never early, and all of it in the end', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (all) => {
        const hold = createHold<{ seq: number; freshMs: () => number }>();
        const gone: number[] = [];
        const came = new Map<number, number>();
        let [nowMs, seq] = [0, 0];
        const look = () => {
          for (const message of hold.due(nowMs)) {
            gone.push(message.seq);
            expect(nowMs - came.get(message.seq)!).toBeGreaterThanOrEqual(hold.lateS(nowMs) * 1000 - 1e-6);
          }
          expect(hold.nextMs()).toBeGreaterThan(nowMs);
        };
        for (const { waitMs, come, toS } of all) {
          // As a page does: it looks when the next one is due.
          const untilMs = nowMs + waitMs;
          while (hold.nextMs() <= untilMs) {
            nowMs = hold.nextMs() + 1e-6;
            look();
          }
          nowMs = Math.max(nowMs, untilMs);
          for (let n = 0; n < come; n += 1) {
            const atMs = nowMs;
            seq += 1;
            came.set(seq, atMs);
            hold.arrive([{ seq, freshMs: () => atMs }]);
          }
          if (toS !== null) hold.head(toS, nowMs);
          look();
        }
        nowMs += 700_000;
        look();
        expect(hold.nextMs()).toBe(Infinity);
        expect(gone).toEqual(Array.from({ length: seq }, (_, n) => n + 1));
      }),
    );
  });

  it('goes at once up to the last of what may not be late, and the rest when it is due', () => {
    const hold = createHold<{ seq: number; freshMs: () => number }>();
    hold.begin(9);
    hold.arrive([1, 2, 3, 4].map((seq) => ({ seq, freshMs: () => seq * 1000 })));
    expect(hold.upTo(({ seq }) => seq === 1 || seq === 3).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(hold.upTo(({ seq }) => seq === 9)).toEqual([]);
    expect(hold.due(12_999)).toEqual([]);
    expect(hold.due(13_000).map(({ seq }) => seq)).toEqual([4]);
  });
});

describe("the desk's clock on a page", () => {
  it('is what came in quickest, whatever the network did to the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }), (delays) => {
        const clock = createDeskClock();
        delays.forEach((delayMs, n) => {
          clock.hear(n * 40, 5000 + n * 40 + 3 + delayMs);
        });
        const apartMs = clock.pageMs(0);
        expect(apartMs).toBeGreaterThanOrEqual(5003 + Math.min(...delays) - 1e-6);
        // A fifth of a millisecond a second is forgotten.
        expect(apartMs).toBeLessThanOrEqual(5003 + Math.min(...delays) + (60 * 40 + 900) * 0.0002 + 1e-6);
      }),
    );
  });

  it('follows clocks that part', () => {
    const clock = createDeskClock();
    const parts = 1 + 100e-6;
    for (let s = 0; s <= 4 * 3600; s += 1) clock.hear(s * 1000, s * 1000 * parts + 2);
    const nowMs = 4 * 3600 * 1000;
    expect(Math.abs(clock.pageMs(nowMs) - (nowMs * parts + 2))).toBeLessThan(1);
  });
});
