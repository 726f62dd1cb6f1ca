import { describe, expect, it } from 'vitest';
import { phaseAt } from '../../src/race/phase.ts';
import type { OrderRow, RoadOrder } from '../../src/race/riders/road-order.ts';
import { newRunner, type Runner } from '../../src/race/riders/runner.ts';
import { course, START_MS, sheet } from '../support/race.ts';

/** One rider over the line, nobody on the road; `others` are not located. */
function oneIn(type: 'time-trial' | 'mountain', others: readonly Runner[]): string {
  const runner = newRunner('1', 0);
  const row: OrderRow = { runner, bib: '1', index: 0, gapS: 0, estimated: false, finished: true };
  const head = { distanceM: course().lengthM, atMs: START_MS };
  const field: RoadOrder = { rows: [row], others, lapped: [], lappedBefore: 0, head };
  const papers = sheet({});
  return phaseAt('racing', { ...papers, info: { ...papers.info, type } }, field, START_MS);
}

const waiting = newRunner('2', 1);
const out: Runner = { ...newRunner('3', 2), status: 'not-started' };

describe('a race is over', () => {
  it('on the road when nobody rides any more who was seen', () => {
    expect(oneIn('mountain', [waiting])).toBe('finished');
  });

  it('against the clock only when nobody is still to come', () => {
    expect(oneIn('time-trial', [waiting, out])).toBe('racing');
    expect(oneIn('time-trial', [out])).toBe('finished');
  });
});
