import { describe, expect, it } from 'vitest';
import { frameRates, frameTimes } from '../../../src/desk/render/frame-times.ts';

describe('the times of frames', () => {
  it.each(Object.entries(frameRates))('at %s a second find each frame again by its own moment', (_, rate) => {
    const times = frameTimes(rate);
    for (const frame of [0, 1, 2, 29, 30, 1001, 179_820, 431_568]) {
      expect(times.from(times.msOf(frame))).toBe(frame);
      expect(times.from(times.msOf(frame) + 0.01)).toBe(frame + 1);
    }
  });

  it.each(Object.entries(frameRates))('at %s a second begin each second and each beat once', (_, rate) => {
    const times = frameTimes(rate);
    const frames = Array.from({ length: times.from(20_000) }, (_, frame) => frame);
    expect(frames.filter(times.isSecond)).toEqual(Array.from({ length: 20 }, (_, second) => times.from(second * 1000)));
    const beats = frames.filter(times.isBeat);
    expect(beats.length).toBe(Math.min(frames.length, 20_000 / 40));
  });

  it('are those of television, not of round numbers', () => {
    expect(frameTimes(frameRates['29.97']!).msOf(30_000)).toBe(1_001_000);
  });
});
