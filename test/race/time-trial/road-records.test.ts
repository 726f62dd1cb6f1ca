import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roadRecords } from '../../../src/race/time-trial/road-records.ts';

const LENGTH_M = 1000;
/** A rider by his time over each 50 m. */
const pace = fc.array(fc.integer({ min: 2500, max: 5000 }), { minLength: 20, maxLength: 20 });
const passedMs = (paceMs: readonly number[], distanceM: number) =>
  paceMs.slice(0, distanceM / 50).reduce((sum, ms) => sum + ms, 0);

it('knows the best of the others at each point, whoever rides when', () => {
  const riders = fc.array(fc.record({ startMs: fc.integer({ min: 0, max: 60_000 }), pace }), {
    minLength: 2,
    maxLength: 6,
  });
  const asked = fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(riders, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), asked, (all, order, [who, cell]) => {
      const records = roadRecords(LENGTH_M);
      const asking = (who % all.length) + 1;
      for (const index of order) {
        const rider = all[index];
        const timeAt = (_: string, distanceM: number) => rider!.startMs + passedMs(rider!.pace, distanceM);
        if (rider) records.note(`${index + 1}`, rider.startMs, LENGTH_M, timeAt);
      }
      const others = all.filter((_, index) => index + 1 !== asking).map((one) => passedMs(one.pace, cell * 50));
      expect(records.bestOfOthersMs(`${asking}`, cell * 50)).toBe(Math.min(...others));
    }),
  );
});

it('is a straight line between its points', () => {
  const records = roadRecords(LENGTH_M);
  records.note('1', 0, LENGTH_M, (_, distanceM) => distanceM * 100);
  expect(records.bestOfOthersMs('2', 125)).toBe(12_500);
  expect(records.bestOfOthersMs('1', 125)).toBeNull();
});

it('knows nothing where nobody has been, off the road, and of who was not seen', () => {
  const records = roadRecords(LENGTH_M);
  records.note('1', 0, 500, (_, distanceM) => (distanceM < 300 ? distanceM * 100 : null));
  expect(records.bestOfOthersMs('2', 250)).toBe(25_000);
  for (const distanceM of [400, 900, -1, 2000, Number.NaN]) expect(records.bestOfOthersMs('2', distanceM)).toBeNull();
});
