import { describe, expect, it } from 'vitest';
import { newHealthBook } from '../../../src/race/health-book.ts';
import { foldLapKnown } from '../../../src/race/riders/laps.ts';
import { enlist, newRiding, type Riding } from '../../../src/race/riders/riding.ts';
import { arc, courseOf } from '../../support/courses.ts';
import { START_MS } from '../../support/race.ts';
import { fixAt } from '../../support/ride.ts';

/** A circle of 4 km as a chain of straights is a little shorter. */
const LAP_M = 3999;
const circuit = courseOf(arc([0, 0], 4000 / (2 * Math.PI), Math.PI, -Math.PI), {
  laps: { fromKm: 0, toKm: LAP_M / 1000, count: 5 },
});

/** Riders of whom it is known where they are on the circuit, and not on which lap. */
function withoutLap(places: Readonly<Record<string, number>>): Riding {
  const riding = newRiding(circuit, START_MS, newHealthBook());
  enlist(riding, Object.keys(places));
  for (const [bib, onSomeLapM] of Object.entries(places))
    riding.lapless.set(bib, { fix: { ...fixAt(circuit, bib, onSomeLapM, 36), atMs: START_MS + 1 }, onSomeLapM });
  return riding;
}

const placesIn = ({ runners }: Riding) =>
  [...runners.values()].map(({ bib, last }) => [bib, last && Math.round(last.distanceM / 10) * 10]);

describe('a lap that an operator knows', () => {
  it('is that of the largest bunch: of all who are within 500 m of one of it', () => {
    const riding = withoutLap({ '1': 3000, '2': 1000, '3': 1480, '4': 1960, '5': 2900 });
    foldLapKnown(riding, { kind: 'lap-known', bib: null, lap: 3 });
    expect(placesIn(riding)).toEqual([
      ['1', null],
      ['2', 9000],
      ['3', 9480],
      ['4', 9960],
      ['5', null],
    ]);
    expect([...riding.lapless.keys()]).toEqual(['1', '5']);
    expect(riding.runners.get('3')!.speedMps).toBeCloseTo(10, 6);
  });

  it('of a bunch that is crossing the line is of each the nearest, one lap on or back', () => {
    const riding = withoutLap({ '1': 3900, '2': 60, '3': 3950 });
    foldLapKnown(riding, { kind: 'lap-known', bib: null, lap: 2 });
    expect(placesIn(riding)).toEqual([
      ['1', 7900],
      ['2', 8060],
      ['3', 7950],
    ]);
  });

  it('says nothing of one whose place is known', () => {
    const riding = withoutLap({ '1': 1000 });
    riding.lapless.clear();
    foldLapKnown(riding, { kind: 'lap-known', bib: '1', lap: 3 });
    expect(placesIn(riding)).toEqual([['1', null]]);
  });
});
