import { describe, expect, test } from 'vitest';
import { type ScheduledAction, type WantedThen, wishesOf } from '../../../src/host/foreign/schedule.ts';
import { askedStep } from '../../../src/host/foreign/steps.ts';

describe('the step that a host asks for', () => {
  test('goto, else the present one and delta, which is 1; not on air is before the first', () => {
    expect(askedStep({}, null)).toBe(0);
    expect(askedStep({}, 2)).toBe(3);
    expect(askedStep({ delta: 2 }, null)).toBe(1);
    expect(askedStep({ delta: -1 }, 2)).toBe(1);
    expect(askedStep({ delta: 0 }, 2)).toBe(2);
    expect(askedStep({ goto: 4, delta: 9 }, 2)).toBe(4);
    expect(askedStep({ goto: 0 }, 2)).toBe(0);
  });

  test('is never before the first, and takes numbers as texts; what is none is not said', () => {
    expect(askedStep({ delta: -5 }, 1)).toBe(0);
    expect(askedStep({ goto: '3' }, 0)).toBe(3);
    expect(askedStep({ goto: -1 }, 1)).toBe(2);
    for (const none of ['', 'x', null, Number.NaN, Infinity, {}]) expect(askedStep({ goto: none }, 1)).toBe(2);
  });
});

describe('a schedule', () => {
  const first: WantedThen = { params: { rows: 5 }, race: null, step: null };
  const wishes = (schedule: readonly ScheduledAction[]) =>
    wishesOf(schedule, first, {
      said: (before, data) => ({ ...before, params: { ...before.params, ...data } }),
      stepsOf: () => 3,
    }).map(({ atMs, step, params, cut }) => [atMs, step, params.rows, cut]);
  const at = (timestamp: number, type: string, params?: object): ScheduledAction => ({
    timestamp,
    action: { type, ...(params && { params }) },
  });

  test('says what is wanted from when on, in the order of time, and of one moment in its own', () => {
    expect(
      wishes([
        at(1000, 'stopAction', { skipAnimation: true }),
        at(0, 'updateAction', { data: { rows: 7 } }),
        at(0, 'playAction', {}),
        at(500, 'playAction', { delta: 1 }),
      ]),
    ).toEqual([
      [0, null, 7, false],
      [0, 0, 7, false],
      [500, 1, 7, false],
      [1000, null, 7, true],
    ]);
  });

  test('behind the last step it is out; what is no action and what has no time is left out', () => {
    expect(wishes([at(0, 'playAction', { goto: 3 })])).toEqual([[0, null, 5, false]]);
    expect(wishes([at(0, 'customAction', { id: 'x' }), at(Number.NaN, 'playAction')])).toEqual([]);
    expect(wishes([at(-5, 'playAction')])).toEqual([[0, 0, 5, false]]);
  });
});
