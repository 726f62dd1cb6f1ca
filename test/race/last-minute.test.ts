import { expect, it } from 'vitest';
import { lastMinute } from '../../src/race/last-minute.ts';

/** `perS` fixes a second from one second to another, `badPerS` of them not on the road. */
function tell(minute: ReturnType<typeof lastMinute>, fromS: number, toS: number, badPerS: number, perS = 100) {
  for (let s = fromS; s < toS; s += 1) {
    minute.told(perS, s * 1000);
    if (badPerS > 0) minute.refused('off-course', badPerS);
  }
}
const shareAt = (minute: ReturnType<typeof lastMinute>, s: number) => minute.sharesAt(s * 1000).get('off-course') ?? 0;

it('is a share of all that came in, of each reason', () => {
  const minute = lastMinute();
  tell(minute, 0, 60, 4);
  minute.refused('teleport', 60);
  expect([...minute.sharesAt(59_000)]).toEqual([
    ['off-course', 0.04],
    ['teleport', 0.01],
  ]);
});

it('forgets a burst within a minute', () => {
  const minute = lastMinute();
  tell(minute, 0, 600, 1);
  tell(minute, 600, 620, 90);
  expect(shareAt(minute, 619)).toBeGreaterThan(0.3);
  tell(minute, 620, 685, 1);
  expect(shareAt(minute, 684)).toBe(0.01);
  tell(minute, 685, 3600, 1);
  expect(shareAt(minute, 3599)).toBe(0.01);
});

it('says nothing of a feed that has fallen silent', () => {
  const minute = lastMinute();
  tell(minute, 0, 30, 90);
  expect(shareAt(minute, 29)).toBe(0.9);
  expect(shareAt(minute, 120)).toBe(0);
});

it('counts what comes late as of now, and moves with its clock', () => {
  const minute = lastMinute();
  tell(minute, 1000, 1060, 0);
  minute.told(1000, 400_000);
  minute.refused('off-course', 700);
  expect(shareAt(minute, 1059)).toBeCloseTo(0.1, 3);
  minute.moveClock(3_600_000);
  expect(shareAt(minute, 1059)).toBe(0);
  expect(shareAt(minute, 4659)).toBeCloseTo(0.1, 3);
});

it('asking changes nothing', () => {
  const minute = lastMinute();
  tell(minute, 0, 60, 4);
  for (const s of [59, 5000, 0]) shareAt(minute, s);
  expect(shareAt(minute, 59)).toBe(0.04);
});
