import { expect, it } from 'vitest';
import { createEngine } from '../../../src/race/engine.ts';
import { riders, START_MS, sheet } from '../../support/race.ts';
import { fixAt, frame } from '../../support/ride.ts';

const LEADERS = ['1', '2', '3', '4', '5', '6', '7', '8'];
const CHASERS = ['11', '12', '13', '14', '15', '16', '17', '18'];
const SILENT_S = 160;

/** Two groups 400 m apart, of whom the one behind rides ever slower; the first of them is silent from a moment on. */
function racedUntil(s: number) {
  const engine = createEngine();
  const its = sheet({ riders: riders(16) });
  engine.apply({ kind: 'sheet', sheet: its });
  for (let at = 0; at <= s; at += 4) {
    const samples = [
      ...LEADERS.map((bib, i) => fixAt(its.course, bib, 1000 + at * 12 - i * 2)),
      ...CHASERS.filter((bib) => bib !== '11' || at <= SILENT_S).map((bib, i) =>
        fixAt(its.course, bib, 600 + at * 9 - (bib === '11' ? 0 : 2 + i * 2)),
      ),
    ];
    engine.apply(frame(START_MS + at * 1000, samples));
  }
  return engine.race(START_MS + s * 1000)!;
}

it('the gap of a group is that of its first rider who is heard, not of one who was silent since', () => {
  const gapAt = (s: number) => {
    const [, chase] = racedUntil(s).groups;
    expect(chase?.bibs).toHaveLength(8);
    return chase!.gap!.value;
  };
  // When were the leaders where the chase is now?
  const truth = (s: number) => s - (600 + s * 9 - 1000) / 12;
  expect(Math.abs(gapAt(SILENT_S) - truth(SILENT_S))).toBeLessThan(3);
  expect(Math.abs(gapAt(SILENT_S + 40) - truth(SILENT_S + 40))).toBeLessThan(3);
});
