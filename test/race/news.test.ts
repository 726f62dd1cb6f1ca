import { describe, expect, it } from 'vitest';
import type { TopicHealth } from '../../src/race/health.ts';
import { newsAgeS, positionsAgeS } from '../../src/race/news.ts';
import { race, START_MS } from '../support/race.ts';

const at = (s: number) => START_MS + s * 1000;
const heard = (topic: TopicHealth['topic'], s: number): TopicHealth => ({ topic, state: 'live', lastMs: at(s) });
const told = (topics: readonly TopicHealth[], over: Partial<ReturnType<typeof race>> = {}) => {
  const its = race({ phase: 'racing', atMs: at(100), ...over });
  return { ...its, health: { ...its.health, topics } };
};

describe('how long nothing was heard', () => {
  it('is counted from the newest of all topics, but for the second that is under way', () => {
    const its = told([heard('positions', 90), heard('passings', 95)]);
    expect(newsAgeS(its, at(100), 1)).toBe(4);
    expect(newsAgeS(its, at(100), 8)).toBe(-3);
    expect(newsAgeS(its, at(100), 0)).toBe(5);
    expect(positionsAgeS(its, at(100), 1)).toBe(9);
  });

  it('is counted from the race itself where the page has lost its desk, or nothing was heard ever', () => {
    expect(newsAgeS(told([heard('positions', 99)], { atMs: at(70) }), at(100), 1)).toBe(29);
    expect(newsAgeS(told([]), at(120), 1)).toBe(19);
    expect(positionsAgeS(told([]), at(120), 1)).toBeNull();
  });

  it('is nothing after the finish, and only the connection before the race rolls', () => {
    const topics = [heard('positions', 0)];
    expect(newsAgeS(told(topics, { phase: 'finished' }), at(500), 1)).toBeNull();
    expect(newsAgeS(told(topics, { phase: 'before' }), at(104), 1)).toBe(3);
    expect(newsAgeS(told(topics, { phase: 'neutral' }), at(104), 1)).toBe(103);
    expect(positionsAgeS(told(topics, { phase: 'before' }), at(104), 1)).toBeNull();
  });
});
