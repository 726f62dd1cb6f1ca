import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeviceClock } from '../../../src/desk/feeds/device-clock.ts';
import { createDevicePositions } from '../../../src/desk/feeds/device-positions.ts';

const NOON = Date.UTC(2026, 6, 4, 12);

interface Message {
  /** When it truly was, and when it came; in ms after noon. */
  readonly wasMs: number;
  readonly cameMs: number;
}

/** Tells a clock that is `behindMs` behind messages in the order in which they come: when it says each was, to the truth. */
function told(messages: readonly Message[], behindMs: number) {
  const clock = createDeviceClock<Message>();
  const found: number[] = [];
  let refused = 0;
  const passed: { readonly errorMs: number; readonly wasMs: number; readonly at: number }[] = [];
  for (const [at, message] of messages.entries()) {
    const ruling = clock.hear(message, NOON + message.wasMs - behindMs, NOON + message.cameMs);
    passed.push(
      ...ruling.passed.map(({ item, atMs }) => ({ errorMs: atMs - NOON - item.wasMs, wasMs: item.wasMs, at })),
    );
    refused += ruling.refused;
    if (ruling.foundMs !== null) found.push(ruling.foundMs);
  }
  return { passed, found, refused };
}

/** A fix every `everyMs`, each on its way for as long as `delayMs` says. */
const riding = (count: number, delayMs: (i: number) => number, everyMs = 5000, fromMs = 0): Message[] => {
  const sent = Array.from({ length: count }, (_, i) => ({
    wasMs: fromMs + i * everyMs,
    cameMs: fromMs + i * everyMs + delayMs(i),
  }));
  return sent.toSorted((a, b) => a.cameMs - b.cameMs);
};

/** Delays of a network that is there, in ms: from a tenth of a second to two. */
const delays = fc.array(fc.integer({ min: 100, max: 2000 }), { minLength: 20, maxLength: 40 });
const wrong = fc.oneof(
  fc.integer({ min: 15_000, max: 11 * 3_600_000 }),
  fc.integer({ min: 13 * 3_600_000, max: 20 * 365 * 86_400_000 }),
  fc.integer({ min: -20 * 365 * 86_400_000, max: -6000 }),
);

describe('the clock of a device', () => {
  it('is believed where it is right: every fix at once, at its own time', () => {
    fc.assert(
      fc.property(delays, fc.integer({ min: -2500, max: 2500 }), (late, behindMs) => {
        const messages = riding(late.length, (i) => Math.max(late[i]!, behindMs + 100));
        const { passed, found, refused } = told(messages, behindMs);
        expect(passed.map(({ errorMs }) => errorMs)).toEqual(messages.map(() => 0 - behindMs));
        expect(passed.map(({ at }) => at)).toEqual(messages.map((_, i) => i));
        expect([found, refused]).toEqual([[], 0]);
      }),
    );
  });

  it('is corrected where it is wrong, by minutes or years, said once, and nothing is lost', () => {
    fc.assert(
      fc.property(delays, wrong, (late, behindMs) => {
        const { passed, found, refused } = told(
          riding(late.length, (i) => late[i]!),
          behindMs,
        );
        expect(found).toHaveLength(1);
        expect(Math.abs(found[0]! - behindMs)).toBeLessThanOrEqual(2000);
        expect(passed).toHaveLength(late.length);
        expect(refused).toBe(0);
        for (const { errorMs } of passed) expect(Math.abs(errorMs)).toBeLessThanOrEqual(2000);
      }),
    );
  });

  it.each([0, 90_000, -90_000])(
    'keeps the true times of what comes after a silence (a clock %d ms behind)',
    (behindMs) => {
      fc.assert(
        fc.property(fc.integer({ min: 20, max: 600 }), fc.integer({ min: 20, max: 800 }), (silentS, eachMs) => {
          const before = riding(12, () => 400);
          const fromMs = before.length * 5000;
          const backMs = fromMs + silentS * 1000;
          const queued = Array.from({ length: Math.floor(silentS / 5) }, (_, i) => ({
            wasMs: fromMs + i * 5000,
            cameMs: backMs + i * eachMs,
          }));
          const lastMs = queued.at(-1)!.cameMs;
          const after = riding(6, () => 400, 5000, Math.max(backMs, lastMs + 100));
          const { passed, found } = told([...before, ...queued, ...after], behindMs);
          expect(found).toHaveLength(behindMs === 0 ? 0 : 1);
          expect(passed).toHaveLength(before.length + queued.length + after.length);
          for (const { errorMs } of passed) expect(Math.abs(errorMs)).toBeLessThanOrEqual(500);
        }),
      );
    },
  );

  it('is right where the first that comes was queued for minutes', () => {
    const queued = Array.from({ length: 24 }, (_, i) => ({ wasMs: i * 5000, cameMs: 120_000 + i * 100 }));
    const { passed, found } = told([...queued, ...riding(5, () => 500, 5000, 125_000)], 0);
    expect(found).toEqual([]);
    expect(passed.map(({ errorMs }) => errorMs)).toEqual(passed.map(() => 0));
    expect(passed).toHaveLength(29);
  });

  it('is not thrown by one odd time: that fix alone is not believed', () => {
    const messages = riding(20, () => 300);
    const clock = createDeviceClock<number>();
    const times = messages.flatMap(({ wasMs, cameMs }, i) => {
      const oddMs = i === 0 || i === 9 ? 3_600_000 : 0;
      return clock.hear(i, NOON + wasMs + oddMs, NOON + cameMs).passed.map(({ item, atMs }) => [item, atMs - NOON]);
    });
    expect(times).toEqual(messages.flatMap(({ wasMs }, i) => (i === 0 || i === 9 ? [] : [[i, wasMs]])));
  });

  it('may be set in the middle of a race, and is right again when it is', () => {
    const clock = createDeviceClock<number>();
    const found: (number | null)[] = [];
    let last = 0;
    for (const { wasMs, cameMs } of riding(60, () => 300)) {
      const behindMs = wasMs >= 100_000 && wasMs < 200_000 ? -45_000 : 0;
      const ruling = clock.hear(wasMs, NOON + wasMs - behindMs, NOON + cameMs);
      if (ruling.foundMs !== null) found.push(ruling.foundMs);
      for (const { item, atMs } of ruling.passed) {
        if (item < 195_000 || item > 230_000) expect(Math.abs(atMs - NOON - item)).toBeLessThanOrEqual(1000);
        last = item;
      }
    }
    expect(last).toBe(295_000);
    expect(found).toEqual([-44_700, 0]);
  });

  it('never makes a fix later than its arrival by more than clocks differ, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer()), { maxLength: 60 }), (all) => {
        const clock = createDeviceClock<number>();
        let arrivalMs = NOON;
        for (const [afterMs, off] of all) {
          arrivalMs += afterMs;
          for (const { atMs } of clock.hear(0, arrivalMs - off, arrivalMs).passed)
            expect(atMs).toBeLessThanOrEqual(arrivalMs + 3000);
        }
      }),
    );
  });
});

describe('positions of devices', () => {
  it('say once, with the number, that a clock is wrong', () => {
    const positions = createDevicePositions();
    const faults: string[] = [];
    for (let i = 0; i < 12; i += 1)
      for (const bib of ['7', '31']) {
        const fixMs = NOON + i * 5000 - (bib === '31' ? 240_000 : 0);
        const fix = { device: null, lat: 45, lon: 5, speedKph: 40, fixMs, batteryPct: 80 };
        const { events, faults: told } = positions(bib, [fix], NOON + i * 5000 + 400);
        faults.push(...told);
        if (bib === '7')
          expect(events).toEqual([
            {
              kind: 'positions',
              atMs: NOON + i * 5000 + 400,
              samples: [{ bib: '7', lat: 45, lon: 5, speedKph: 40, batteryPct: 80, atMs: fixMs }],
            },
          ]);
      }
    expect(faults).toEqual(['number 31: the clock of its device is 4 min behind; its times are read so much later']);
  });
});
