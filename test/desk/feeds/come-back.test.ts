import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createComeBack } from '../../../src/desk/feeds/come-back.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that is lost as often as it is asked. */
function away() {
  const asked: number[] = [];
  const said: string[] = [];
  const comeBack = createComeBack({
    again: () => asked.push(performance.now()),
    say: (why) => said.push(why),
    waits: { soonMs: 100, lateMs: 500 },
  });
  const waited = (why: string | null = 'it hung up') => {
    const [fromMs, before] = [performance.now(), asked.length];
    comeBack.lost(why);
    while (asked.length === before && performance.now() - fromMs < 5000) vi.advanceTimersByTime(10);
    return asked.length > before ? performance.now() - fromMs : null;
  };
  return { comeBack, said, waited };
}

describe('coming back', () => {
  it('waits longer after each miss, up to the last wait, and says it once', () => {
    const { said, waited } = away();
    expect([waited(), waited(), waited(), waited(), waited()]).toEqual([100, 200, 400, 500, 500]);
    expect(said).toEqual(['it hung up']);
  });

  it('is eager again, and says it again, once something was heard or the connection has lasted', () => {
    const { comeBack, said, waited } = away();
    waited();
    waited();
    comeBack.heard();
    expect(waited()).toBe(100);
    comeBack.connected();
    vi.advanceTimersByTime(6000);
    expect(waited()).toBe(100);
    expect(said).toHaveLength(3);
  });

  it('comes back at once where it was heard and hangs up as always, and says the next loss', () => {
    const { comeBack, said, waited } = away();
    for (let minute = 0; minute < 3; minute += 1) {
      comeBack.heard();
      expect(waited(null)).toBe(100);
    }
    expect(said).toEqual([]);
    waited();
    waited();
    expect(said).toEqual(['it hung up']);
  });

  it('is not eager where a connection is taken and cut off at once', () => {
    const { comeBack, said, waited } = away();
    waited();
    comeBack.connected();
    expect(waited()).toBe(200);
    comeBack.connected();
    expect(waited()).toBe(400);
    expect(said).toHaveLength(1);
  });

  it('ends', () => {
    const { comeBack, said, waited } = away();
    comeBack.stop();
    expect(waited()).toBeNull();
    expect(said).toEqual([]);
  });
});
