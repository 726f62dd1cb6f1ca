import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScrub } from '../../../src/control/transport/scrub.ts';
import type { Transport } from '../../../src/wire/protocol.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A desk that takes so long to answer. */
function scrubbed(answerMs: number) {
  const asked: Transport[] = [];
  const scrub = createScrub(async (transport) => {
    asked.push(transport);
    await new Promise((resolve) => setTimeout(resolve, answerMs));
    return true;
  }, 100);
  return { scrub, asked: () => asked.map((one) => ('atMs' in one ? (one.rough ? one.atMs : `full ${one.atMs}`) : '')) };
}

describe('a hand that drags', () => {
  it('is followed at most ten times a second, by where it is, not by where it was', async () => {
    const { scrub, asked } = scrubbed(5);
    for (let atMs = 0; atMs < 50; atMs += 1) {
      scrub.drag(atMs);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual([0, 9, 19, 29, 39, 49]);
  });

  it('waits for a desk that is slow', async () => {
    const { scrub, asked } = scrubbed(400);
    for (let atMs = 0; atMs < 100; atMs += 1) {
      scrub.drag(atMs);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(asked()).toHaveLength(3);
  });

  it('asks for the true picture at once when it lets go, and for nothing after it', async () => {
    const { scrub, asked } = scrubbed(5);
    scrub.drag(1);
    scrub.drag(2);
    const taken = scrub.release(3);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await taken).toBe(true);
    expect(asked()).toEqual([1, 'full 3']);
  });
});
