import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/race/event.ts';
import { newHealthBook } from '../../../src/race/health-book.ts';
import { foldPositions } from '../../../src/race/riders/positions.ts';
import { advanceTo, enlist, newRiding, type Riding } from '../../../src/race/riders/riding.ts';
import { eastward } from '../../../src/race/sample/builders.ts';
import { course, START_MS } from '../../support/race.ts';
import { fixAt, frame } from '../../support/ride.ts';

/** 8 km on a straight road, with a sprint at 4 km. */
const road = course({
  lengthKm: 8,
  anchors: [],
  line: eastward(8).map((p) => ({ ...p, altitudeM: null })),
  elevation: [],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 4 }],
});
const sprint = road.marks.find(({ kind }) => kind === 'sprint')!;
const finish = road.marks.find(({ kind }) => kind === 'finish')!;

const at = (second: number) => START_MS + 600_000 + second * 1000;

function oneRider() {
  const riding = newRiding(road, START_MS, newHealthBook());
  enlist(riding, ['1']);
  return { riding, runner: riding.runners.get('1')! };
}

/** Tells a frame of one fix. */
const tell = (riding: Riding, second: number, distanceM: number, over: Partial<Sample> = {}): void =>
  foldPositions(riding, frame(at(second), [{ ...fixAt(road, '1', distanceM), ...over }]), START_MS);

const refused = ({ health }: Riding) => health.at(at(0), [], 0).quarantine.map(({ reason }) => reason);

describe('a fix', () => {
  it('may be ten seconds later than its frame, and an hour older', () => {
    const reasonFor = (offMs: number) => {
      const { riding } = oneRider();
      tell(riding, 100, 3000, { atMs: at(100) + offMs });
      return refused(riding);
    };
    expect([reasonFor(10_000), reasonFor(10_001)]).toEqual([[], ['from-the-future']]);
    expect([reasonFor(-3_600_000), reasonFor(-3_600_001)]).toEqual([[], ['late']]);
  });

  it('is a place on earth', () => {
    const reasonFor = (lat: number, lon: number) => {
      const { riding } = oneRider();
      tell(riding, 100, 3000, { lat, lon });
      return refused(riding);
    };
    // Receivers say 0, 0 while they know nothing.
    for (const [lat, lon] of [
      [0, 0],
      [90.1, 3],
      [45, 180.1],
      [Number.NaN, 3],
    ] as const)
      expect(reasonFor(lat, lon), `${lat}, ${lon}`).toEqual(['not-a-place']);
    expect(reasonFor(0, 3)).toEqual(['off-course']);
  });

  it('moves who races, and nobody who has left, or whose finish was told', () => {
    const moved = (over: Partial<ReturnType<typeof oneRider>['runner']>) => {
      const { riding, runner } = oneRider();
      tell(riding, 100, 3000);
      Object.assign(runner, over);
      tell(riding, 101, 3012);
      return runner.last!.atMs === at(101);
    };
    expect([moved({}), moved({ status: 'abandoned' })]).toEqual([true, false]);
    const finishOf = (origin: 'estimated' | 'timed' | 'gps') => ({ finish: { value: 0, atMs: at(100), origin } });
    expect([moved(finishOf('estimated')), moved(finishOf('timed')), moved(finishOf('gps'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('brings what its feed says of the gap, and when', () => {
    const { riding, runner } = oneRider();
    tell(riding, 100, 3000, { gapS: 52, atMs: at(98) });
    expect([runner.toldGapS, runner.toldMs]).toEqual([52, at(98)]);
    tell(riding, 101, 3012);
    expect([runner.toldGapS, runner.toldMs]).toEqual([52, at(98)]);
  });

  it('that came twice moves nobody, wherever it is the second time', () => {
    const { riding, runner } = oneRider();
    tell(riding, 100, 3000);
    tell(riding, 100, 3020);
    expect([refused(riding), runner.fixes.length]).toEqual([['duplicate'], 1]);
    tell(riding, 101, 3012);
    // An older one as well: it is known.
    tell(riding, 102, 3000, { atMs: at(100) });
    expect([refused(riding), runner.fixes.length]).toEqual([['duplicate'], 2]);
  });
});

describe('a fix that came late', () => {
  /** At 10 m/s over the sprint, or the line; his tracker has been heard until then. */
  const rode = (fromM: number) => {
    const { riding, runner } = oneRider();
    advanceTo(riding, runner, fromM, at(0));
    advanceTo(riding, runner, fromM + 200, at(20));
    runner.track.heard.atMs = at(20);
    return { riding, runner };
  };
  const passedS = ({ timetable }: Riding, distanceM: number) => (timetable.timeAt('1', distanceM)!.atMs - at(0)) / 1000;

  it('moves nobody, and tells when points and lines were passed', () => {
    const { riding, runner } = rode(3900);
    expect([passedS(riding, 3950), passedS(riding, 4050)]).toEqual([5, 15]);
    tell(riding, 21, 4010, { atMs: at(15) });
    expect(refused(riding)).toEqual(['late']);
    expect([runner.last!.distanceM, runner.last!.atMs]).toEqual([4100, at(20)]);
    expect(riding.passages.of(sprint, '1')!.atMs - at(0)).toBeCloseTo((100 / 110) * 15_000, -1);
    expect(passedS(riding, 3950)).toBeCloseTo((50 / 110) * 15, 1);
    expect(passedS(riding, 4050)).toBeCloseTo(15 + (40 / 90) * 5, 1);
  });

  it('tells when the finish was crossed', () => {
    const { riding, runner } = rode(7900);
    expect(runner.finish!.atMs).toBe(at(10));
    runner.finish = { ...runner.finish!, origin: 'estimated' };
    tell(riding, 21, 7950, { atMs: at(15) });
    expect(runner.finish).toMatchObject({ origin: 'gps', atMs: riding.passages.of(finish, '1')!.atMs });
    expect(runner.finish!.atMs).toBeGreaterThan(at(15));
  });

  it('says nothing when it is older than all that is known of him, or not between two places', () => {
    const { riding } = rode(3900);
    tell(riding, 21, 3890, { atMs: at(-1) });
    tell(riding, 21, 4500, { atMs: at(15) });
    expect(riding.passages.of(sprint, '1')!.atMs).toBe(at(10));
    expect(passedS(riding, 4050)).toBe(15);
  });
});
