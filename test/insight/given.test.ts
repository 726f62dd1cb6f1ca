import { describe, expect, it } from 'vitest';
import type { Catch, CatchWord, Silence } from '../../src/insight/forecast.ts';
import { moveGiven, nothingGiven } from '../../src/insight/given.ts';
import { chances } from '../support/ride.ts';

const thought = (madeMs: number, word: CatchWord | null, silent: Silence | null = null): Catch => ({
  kind: 'catch',
  id: 'catch g1 g2',
  madeMs,
  untilMs: 9e12,
  because: [],
  silent,
  group: 'g1',
  previous: 'g2',
  word,
  probability: 0.5,
  whereM: null,
});

describe('what is given out', () => {
  const said = (...steps: readonly Catch[]) => {
    let given = nothingGiven;
    return steps.map((one) => {
      given = moveGiven(given, [one], one.madeMs);
      return given.forecasts[0]! as Catch;
    });
  };

  it('stands for a minute', () => {
    const words = said(thought(0, 'open'), thought(5000, 'will hold'), thought(60_000, 'will hold')).map(
      ({ word }) => word,
    );
    expect(words).toEqual(['open', 'open', 'will hold']);
  });

  it('is the same object as long as it says the same', () => {
    const [first, second] = said(thought(0, 'open'), thought(120_000, 'open'));
    expect(second).toBe(first);
  });

  it('is withdrawn at once where it is not true any more, and is silent for a minute then', () => {
    const steps = said(
      thought(0, 'open'),
      thought(5000, null, 'old news'),
      thought(10_000, 'open'),
      thought(66_000, 'open'),
    );
    expect(steps.map(({ silent }) => silent)).toEqual([null, 'old news', 'old news', null]);
  });

  it('waits for its minute where it only becomes too wide', () => {
    const steps = said(thought(0, 'open'), thought(5000, null, 'too wide'), thought(60_000, null, 'too wide'));
    expect(steps.map(({ silent }) => silent)).toEqual([null, null, 'too wide']);
  });

  it('is remembered for a minute when nobody thinks of it', () => {
    let given = moveGiven(nothingGiven, [thought(0, 'open')], 0);
    given = moveGiven(given, [], 5000);
    expect(given.forecasts).toEqual([]);
    given = moveGiven(given, [thought(10_000, 'will hold')], 10_000);
    expect(given.forecasts[0]).toMatchObject({ word: 'open' });
  });

  it('never changes a word twice in a minute, whatever is thought', () => {
    const silences: readonly (Silence | null)[] = [
      null,
      null,
      null,
      'old news',
      'too wide',
      'groups changed',
      'stopped',
    ];
    const words: readonly CatchWord[] = ['will hold', 'open', 'will be caught'];
    for (let seed = 1; seed <= 50; seed += 1) {
      const chance = chances(seed);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
      let given = nothingGiven;
      let [last, lastMs]: [CatchWord | null, number] = [null, Number.NEGATIVE_INFINITY];
      for (let atMs = 0; atMs < 3_600_000; atMs += 5000) {
        const silent = pick(silences);
        const now = chance() < 0.1 ? [] : [thought(atMs, silent ? null : pick(words), silent)];
        given = moveGiven(given, now, atMs);
        const word = (given.forecasts[0] as Catch | undefined)?.word ?? null;
        if (word === null || word === last) continue;
        expect(atMs - lastMs).toBeGreaterThanOrEqual(60_000);
        [last, lastMs] = [word, atMs];
      }
    }
  });
});
