import { expect, it } from 'vitest';
import { apartMs, entrancesMs, type Look, type Looks, runOf } from './looks.ts';

const FRAME_MS = 1000 / 60;
const page = (seen: readonly Look[]): Looks => ({ seen, lives: [] });
/** Data come once a second; the picture is so much late, and runs at this rate. */
const frames = (seconds: number, lateMs: number, rate = 1): Look[] =>
  Array.from({ length: seconds * 60 }, (_, n) => {
    const raceMs = n * FRAME_MS * rate - lateMs;
    return { atMs: n * FRAME_MS, raceMs, dataMs: Math.floor(raceMs / 1000) * 1000 };
  });

it('tells how a picture ran', () => {
  expect(runOf(page(frames(10, 0)))).toMatchObject({ looks: 600, clockBack: 0, dataBack: 0, jumps: 0 });
  expect(runOf(page(frames(10, 0, 0.9))).slowest).toBeCloseTo(0.9);
  const odd = frames(10, 0);
  odd[100] = { ...odd[100]!, raceMs: odd[99]!.raceMs - 1 };
  odd[300] = { ...odd[300]!, dataMs: 0 };
  expect(runOf(page(odd))).toMatchObject({ clockBack: 1, dataBack: 1 });
  expect(runOf(page([...frames(10, 0).slice(0, 300), ...frames(10, 100).slice(300)]))).toMatchObject({
    jumps: 1,
    clockBack: 1,
  });
});

it('tells how far apart two pictures have the same data', () => {
  const { data, least, most } = apartMs(page(frames(40, 0)), page(frames(40, 9000)), 15_000, 35_000);
  expect([20, 21]).toContain(data);
  expect(least).toBeGreaterThan(9000 - FRAME_MS);
  expect(most).toBeLessThan(9000 + FRAME_MS);
});

it('counts the entrances of a graphic', () => {
  const lives = ['off', 'entering', 'on', 'leaving', 'off', 'on'].map((life, i) => ({
    atMs: i,
    lives: { strap: life },
  }));
  expect(entrancesMs({ seen: [], lives: [{ atMs: -1, lives: {} }, ...lives] }, 'strap')).toEqual([1, 5]);
});
