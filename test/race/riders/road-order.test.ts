import { describe, expect, it } from 'vitest';
import { newHealthBook } from '../../../src/race/health-book.ts';
import { advanceTo, enlist, newRiding, type Riding } from '../../../src/race/riders/riding.ts';
import { orderOnRoad } from '../../../src/race/riders/road-order.ts';
import type { Runner } from '../../../src/race/riders/runner.ts';
import { eastward } from '../../../src/race/sample/builders.ts';
import type { Reading } from '../../../src/race/units.ts';
import { course, START_MS } from '../../support/race.ts';

/** 8 km on a straight road. */
const road = course({ lengthKm: 8, anchors: [], line: eastward(8).map((p) => ({ ...p, altitudeM: null })), marks: [] });
const at = (second: number) => START_MS + second * 1000;

function riders(...bibs: readonly string[]): Riding {
  const riding = newRiding(road, null, newHealthBook());
  enlist(riding, bibs);
  return riding;
}

/** Somebody is seen at a place, at 10 m/s unless told. */
function see(riding: Riding, bib: string, distanceM: number, second: number, over: Partial<Runner> = {}): void {
  const runner = riding.runners.get(bib)!;
  advanceTo(riding, runner, distanceM, at(second));
  Object.assign(runner, { speedMps: 10, ...over });
}

const finished = (second: number, origin: Reading['origin'] = 'timed') => ({
  finish: { value: 0, atMs: at(second), origin },
});
const rowsAt = (riding: Riding, second: number) =>
  orderOnRoad(riding, at(second)).rows.map(({ bib, gapS }) => [bib, Math.round(gapS * 100) / 100]);

describe('the order of the race', () => {
  it('is finishers by time and then by bib, and behind them the road', () => {
    const riding = riders('12', '3', '1', '5', '7');
    see(riding, '7', 7000, 590);
    for (const [bib, second, origin] of [
      ['12', 600, 'timed'],
      ['3', 600, 'timed'],
      ['1', 590, 'estimated'],
    ] as const)
      Object.assign(riding.runners.get(bib)!, finished(second, origin));
    // Who was sent away afterwards has no place.
    Object.assign(riding.runners.get('5')!, { ...finished(580), status: 'disqualified' });
    const { rows, others, head } = orderOnRoad(riding, at(600));
    expect(rows.map(({ bib, estimated }) => [bib, estimated])).toEqual([
      ['1', true],
      ['3', false],
      ['12', false],
      ['7', true],
    ]);
    expect(others.map(({ bib }) => bib)).toEqual(['5']);
    expect(head).toEqual({ distanceM: road.lengthM, atMs: at(590) });
  });

  it('has at its head who was first there', () => {
    const riding = riders('1', '2');
    see(riding, '1', 3000, 310);
    see(riding, '2', 3000, 300);
    expect(orderOnRoad(riding, at(310)).head).toEqual({ distanceM: 3000, atMs: at(300) });
  });

  it('is that of gaps, whenever each was seen', () => {
    const riding = riders('1', '2', '3');
    for (let m = 2800; m <= 3700; m += 50) see(riding, '1', m, m / 10);
    // Seen a while ago, standing, at a place that the other has passed: but the other took longer to come there.
    see(riding, '2', 3000, 315, { speedMps: 0 });
    see(riding, '3', 3500, 370);
    expect(rowsAt(riding, 370)).toEqual([
      ['1', 0],
      ['2', 15],
      ['3', 20],
    ]);
  });

  it('at the same gap is that of where each will be by now, and then of bibs', () => {
    const riding = riders('10', '4', '2', '1', '0');
    // Nobody on the road is nearer than the last who came in: all of them have the same gap.
    see(riding, '10', 3000, 590);
    see(riding, '4', 3050, 600, { speedMps: 0 });
    see(riding, '2', 3050, 600, { speedMps: 0 });
    Object.assign(riding.runners.get('1')!, finished(600));
    Object.assign(riding.runners.get('0')!, finished(1400));
    expect(rowsAt(riding, 600)).toEqual([
      ['1', 0],
      ['0', 800],
      ['10', 800],
      ['2', 800],
      ['4', 800],
    ]);
  });

  it('is without the time for which the race stood', () => {
    const riding = riders('1', '2');
    for (let m = 2800; m <= 3200; m += 50) see(riding, '1', m, m / 10);
    see(riding, '2', 3000, 330);
    const stood = { ...riding, standstills: { ...riding.standstills, stoodMs: () => 12_000 } };
    expect(rowsAt(stood, 330)[1]).toEqual(['2', 18]);
  });
});

describe('where nobody saw the front pass', () => {
  /** The race was joined at 5 km. Behind that, two riders of whom the feed says how far they are behind. */
  const gapsOf = (aheadS: number, behindS: number, toldS = 100, isWon = false) => {
    const riding = riders('1', '2', '3', '4');
    see(riding, '1', 5000, 100);
    see(riding, '2', 3000, 100, { toldGapS: aheadS, toldMs: at(toldS) });
    see(riding, '3', 2500, 100, { toldGapS: behindS, toldMs: at(toldS) });
    riding.historyM = 5000;
    if (isWon) Object.assign(riding.runners.get('4')!, finished(0));
    const { rows } = orderOnRoad(riding, at(100));
    return rows.flatMap(({ bib, gapS, estimated }) => (bib === '2' || bib === '3' ? [{ gapS, estimated }] : []));
  };
  const seconds = (...args: Parameters<typeof gapsOf>) => gapsOf(...args).map(({ gapS }) => Math.round(gapS));
  /** At the usual pace of the front. */
  const guessedS = [Math.round(2000 / 11), Math.round(2500 / 11)];

  it('gaps are what the feed says, as estimates, and never less than that of a rider ahead', () => {
    expect(gapsOf(120, 150)).toEqual([
      { gapS: 120, estimated: true },
      { gapS: 150, estimated: true },
    ]);
    expect(seconds(120, 110)).toEqual([120, 120]);
  });

  it('they are guessed half a minute later, or before the feed has said them', () => {
    expect(seconds(120, 150, 70.1)).toEqual([120, 150]);
    expect(seconds(120, 150, 69.9)).toEqual(guessedS);
    expect(seconds(120, 150, 129.9)).toEqual([120, 150]);
    expect(seconds(120, 150, 130.1)).toEqual(guessedS);
  });

  it('no gap is believed that would need more than 25 m/s, to a second', () => {
    expect(seconds(79.1, 99.1)).toEqual([79, 99]);
    expect(seconds(78.9, 99.1)).toEqual([guessedS[0], guessedS[0]]);
    expect(seconds(79.1, 98.9)).toEqual([79, guessedS[1]]);
  });

  it('nor any once the race is won: feeds count from elsewhere then', () => {
    expect(seconds(1200, 1500, 100, true).every((gapS) => gapS < 1200)).toBe(true);
  });
});
