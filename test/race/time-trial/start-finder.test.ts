import { describe, expect, it } from 'vitest';
import { createStartFinder } from '../../../src/race/time-trial/start-finder.ts';
import { onGrid } from '../../../src/race/time-trial/start-grid.ts';
import { noStartsTold, startTimes, withStarts } from '../../../src/race/time-trial/start-times.ts';
import { START_MS } from '../../support/race.ts';
import { ttSheet } from '../../support/time-trial.ts';

const second = (s: number) => START_MS + s * 1000;

/** Says of a rider at 10 m/s what a source would, every 15 s from his start on. */
function told(
  finder: ReturnType<typeof createStartFinder>,
  bib: string,
  startS: number,
  count: number,
  lieS = 0,
): void {
  for (let i = 2; i < 2 + count; i += 1) {
    const elapsedS = i * 15;
    const averageKph = Math.round(((elapsedS * 10) / (elapsedS + lieS)) * 36) / 10;
    finder.note(bib, { distanceM: elapsedS * 10, atMs: second(startS + elapsedS) }, averageKph);
  }
}

describe('a start that nobody told', () => {
  it('is found from the average speed, once three clues agree', () => {
    const finder = createStartFinder();
    told(finder, '7', 83, 2);
    expect(finder.found().get('7')).toBeUndefined();
    told(finder, '7', 83, 5);
    expect(finder.found().get('7')).toBe(second(83));
  });

  it('is not spoilt by clues that contradict the others, and is none where most do', () => {
    const finder = createStartFinder();
    told(finder, '7', 83, 3);
    finder.note('7', { distanceM: 5000, atMs: second(83 + 900) }, 60);
    expect(finder.found().get('7')).toBe(second(83));
    for (const [i, averageKph] of [40, 44, 49, 55].entries())
      finder.note('8', { distanceM: 1000, atMs: second(900 + i * 20) }, averageKph);
    expect(finder.found().get('8')).toBeUndefined();
  });

  it('is when he left the ramp, where no average is told: the newest time', () => {
    const finder = createStartFinder();
    finder.left('7', { distanceM: 0, atMs: second(20) }, { distanceM: 70, atMs: second(26) });
    finder.left('7', { distanceM: 0, atMs: second(80) }, { distanceM: 70, atMs: second(86) });
    expect(Math.abs(finder.found().get('7')! - second(81))).toBeLessThanOrEqual(1000);
  });

  it('moves with the clock of the source', () => {
    const finder = createStartFinder();
    told(finder, '7', 83, 5);
    finder.moveClock(60_000);
    expect(finder.found().get('7')).toBe(second(143));
  });
});

describe('starts that nearly all lie on a grid', () => {
  const near = (slotsS: readonly number[], offS = 0) =>
    new Map(slotsS.map((slotS, i) => [String(i + 1), second(slotS + offS) + ((i % 5) - 2) * 900]));

  it('are on it, every 90 s and then every 120 s', () => {
    const slots = [0, 90, 180, 270, 390, 510, 630];
    expect([...onGrid(near(slots)).values()]).toEqual(slots.map(second));
  });

  it('are on it where it does not begin on a full minute', () => {
    const slots = [0, 60, 120, 180, 240, 300];
    expect([...onGrid(near(slots, 12)).values()]).toEqual(slots.map((s) => second(s + 12)));
  });

  it('leave who started late where he was', () => {
    const late = near([0, 90, 180, 270, 360, 450]).set('9', second(553));
    expect(onGrid(late).get('9')).toBe(second(553));
  });

  it('are none where they lie anywhere, or are few: to the second', () => {
    const anywhere = new Map([3, 17, 41, 59, 82, 99, 128].map((s, i) => [String(i), second(s) + 300]));
    expect([...onGrid(anywhere).values()]).toEqual([3, 17, 41, 59, 82, 99, 128].map(second));
    expect(onGrid(new Map([['1', second(31)]])).get('1')).toBe(second(31));
  });
});

describe('the start of a rider', () => {
  const sheet = ttSheet([
    { bib: '1', startS: 0, mps: 10 },
    { bib: '2', startS: 60, mps: 10 },
  ]);
  const by = (from: 'hand' | 'file' | 'feed', bib: string, s: number | null) =>
    ({ kind: 'start-order', from, starts: [{ bib, startMs: s === null ? null : second(s) }] }) as const;
  const all = (told: typeof noStartsTold, recovered: ReadonlyMap<string, number> = new Map()) =>
    startTimes(sheet, told, recovered).map(({ bib, startMs, recovered }) => [
      bib,
      (startMs - START_MS) / 1000,
      recovered,
    ]);

  it('is what a hand says, then a file, then the list of the feed, then the sheet, and last what was recovered', () => {
    const file = withStarts(noStartsTold, by('file', '2', 70));
    expect(all(file)).toEqual([
      ['1', 0, false],
      ['2', 70, false],
    ]);
    const hand = withStarts(file, by('hand', '2', 80));
    expect(all(hand)).toEqual([
      ['1', 0, false],
      ['2', 80, false],
    ]);
    expect(all(withStarts(hand, by('hand', '2', null)))).toEqual([
      ['1', 0, false],
      ['2', 70, false],
    ]);
    const none = { kind: 'start-order', from: 'hand', starts: [] } as const;
    expect(all(withStarts(hand, none))).toEqual(all(file));
    expect(all(withStarts(file, by('feed', '1', 30)))).toEqual([
      ['1', 30, false],
      ['2', 70, false],
    ]);
    expect(
      all(
        file,
        new Map([
          ['11', second(90)],
          ['2', second(5)],
        ]),
      ),
    ).toEqual([
      ['1', 0, false],
      ['2', 70, false],
      ['11', 90, true],
    ]);
  });
});
