import type { Race } from '../../src/race/race.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { course } from './race.ts';

/** The graphic that draws the road. */
export const PROFILE = 'gradient-profile';

/** The engine has a point of its profile every 50 m. */
const LENGTH_KM = 249.95;
/** More than a pixel of the graphic, so that each beat is seen. */
export const A_PIXEL_KM = 0.2;
/** At 45 km/h, ten times a second. */
export const RIDDEN_KM = 0.00125;

/** A road of 5,000 points that climbs and descends all day. */
export const longRoad = course({
  lengthKm: LENGTH_KM,
  line: eastward(250),
  elevation: Array.from({ length: 251 }, (_, i) => ({
    km: Math.min(i, LENGTH_KM),
    altitudeM: 900 + 600 * Math.sin(i / 9) + 80 * Math.sin(i / 1.7),
  })),
  marks: [],
});

/** The whole field together, so much further with each beat. */
export const alongTheRoad =
  (kmPerBeat: number) =>
  (beat: number): Race =>
    situation({
      course: longRoad,
      headKm: 25 + beat * kmPerBeat,
      groups: [{ id: 'all', kind: 'head', bibs: 176 }],
    });
