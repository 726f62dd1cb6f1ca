import type { Course } from '../../src/race/course/course.ts';
import type { Place } from '../../src/race/place.ts';
import type { Passage } from '../../src/race/riders/passage.ts';
import type { StageType } from '../../src/race/rules/stage-type.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import type { TimeTrialInput } from '../../src/race/time-trial/input.ts';
import { roadRecords } from '../../src/race/time-trial/road-records.ts';
import type { TimeTrial } from '../../src/race/time-trial/run.ts';
import { noStartsTold, startTimes } from '../../src/race/time-trial/start-times.ts';
import { noteRecords, timeTrial } from '../../src/race/time-trial/time-trial.ts';
import type { Bib } from '../../src/race/units.ts';
import { course, place, riders, START_MS, sheet } from './race.ts';

/** 20 km with a split at 10. */
export const ttCourse: Course = course({
  lengthKm: 20,
  elevation: [{ km: 0, altitudeM: 200 }],
  line: course()
    .line.filter(({ distanceM }) => distanceM <= 20_000)
    .map(({ lat, lon }) => ({ lat, lon, altitudeM: null })),
  marks: [{ kind: 'split', name: 'Half way', km: 10 }],
});

export const SPLIT = ttCourse.marks.find(({ kind }) => kind === 'split')!;
export const FINISH = ttCourse.marks.find(({ kind }) => kind === 'finish')!;

export interface Ride {
  readonly bib: Bib;
  readonly startS: number;
  /** Constant all the way. */
  readonly mps: number;
}

export function ttSheet(rides: readonly Ride[], type: StageType = 'time-trial', over: Partial<Sheet> = {}): Sheet {
  const plain = sheet({ course: ttCourse, riders: riders(64), ...over });
  const starts = rides.map(({ bib, startS }) => ({ bib, startMs: START_MS + startS * 1000 }));
  return { ...plain, info: { ...plain.info, type }, starts };
}

/** The runs at a moment that has come: how far everybody is has been noted. */
export function runsNow(input: TimeTrialInput): TimeTrial | null {
  noteRecords(input);
  return timeTrial(input);
}

/** What is known at a moment of a time trial ridden at constant speeds, trackers exact. */
export function ttInput(rides: readonly Ride[], atS: number, over: Partial<TimeTrialInput> = {}): TimeTrialInput {
  const byBib = new Map(rides.map((ride) => [ride.bib, ride]));
  const passedS = (ride: Ride, distanceM: number) => ride.startS + distanceM / ride.mps;
  const passages = [SPLIT, FINISH].flatMap((mark) =>
    rides
      .filter((ride) => passedS(ride, mark.distanceM) <= atS)
      .map((ride): Passage => {
        const atMs = START_MS + passedS(ride, mark.distanceM) * 1000;
        return { mark: mark.id, bib: ride.bib, rank: 1, atMs, origin: 'timed', lap: 1, bracketS: 0 };
      }),
  );
  const places = rides.map((ride): Place => {
    const distanceM = Math.max(0, Math.min(FINISH.distanceM, (atS - ride.startS) * ride.mps));
    const finished = distanceM >= FINISH.distanceM;
    return place(ride.bib, { distanceM, atMs: START_MS + atS * 1000, status: finished ? 'finished' : 'racing' });
  });
  return {
    sheet: ttSheet(rides),
    atMs: START_MS + atS * 1000,
    places,
    passages,
    starts: startTimes(over.sheet ?? ttSheet(rides), noStartsTold, new Map()),
    timeAt: (bib, distanceM) => {
      const ride = byBib.get(bib);
      return ride && passedS(ride, distanceM) <= atS ? START_MS + passedS(ride, distanceM) * 1000 : null;
    },
    records: roadRecords(FINISH.distanceM),
    finishers: roadRecords(FINISH.distanceM),
    ...over,
  };
}
