import { sampleEstimate, sampleEta, sampleGap, sampleInsight } from '../../src/insight/sample/samples.ts';
import { buildCourse } from '../../src/race/course/build.ts';
import { START_MS } from '../../src/race/sample/builders.ts';
import { mountainRoad } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 254 },
  { kind: 'gruppetto', bibs: 80, gapS: 905 },
] as const;
const MIN_MS = 60_000;
/** So many minutes from now. */
const inMin = (min: number, halfByMin: number) => sampleEstimate(START_MS + min * MIN_MS, halfByMin * MIN_MS);

const long = buildCourse({
  ...mountainRoad,
  climbs: [
    {
      name: 'Alto de la Sierra de San Cristóbal del Monte',
      category: 'HC',
      summitKm: 112,
      lengthKm: 17.6,
      gradientPct: 7.4,
      altitudeM: 2142,
    },
  ],
});

const sierra = long.marks.find(({ kind, name }) => kind === 'summit' && name.startsWith('Alto'))!.id;

const because = [
  { of: 'pace', value: 104 },
  { of: 'climbing', value: 31 },
] as const;

const arriving = (min: number) => [
  sampleEta('finish', 168_000, inMin(min, 1.1), { because }),
  sampleGap('climb-4', 138_000, sampleEstimate(95, 9), { because: [{ of: 'closing', value: 4 }] }),
];

export const scenes: Scenes = {
  empty: {
    title: 'Groups have changed: nothing is forecast',
    race: sampleInsight(situation({ headKm: 125.7, groups }), {
      forecasts: [sampleEta('finish', 168_000, null, { silent: 'groups changed' })],
    }),
  },
  minimal: {
    title: 'All together: a time of arrival alone, in Italian',
    race: sampleInsight(situation({ headKm: 90, groups: [{ kind: 'peloton', bibs: 176 }] }), {
      forecasts: [sampleEta('finish', 168_000, inMin(122, 2.4), { because: because.slice(0, 1) })],
    }),
    edition: { language: 'it' },
  },
  full: {
    title: 'The break at the finish, and its lead at the next summit',
    race: sampleInsight(situation({ headKm: 125.74, groups }), { forecasts: arriving(68) }),
    later: sampleInsight(situation({ headKm: 126.9, groups }), { forecasts: arriving(70.5) }),
  },
  overflowing: {
    title: 'At a summit with a long name, in less than 15 km: half minutes, in Spanish',
    race: sampleInsight(
      situation({
        headKm: 104,
        course: long,
        groups: [
          { kind: 'head', bibs: 24, name: 'Grupo de la Roche-Montfort' },
          { kind: 'peloton', bibs: 140, gapS: 3700 },
        ],
      }),
      {
        forecasts: [
          sampleEta(sierra, 112_000, inMin(27, 0.5), { because: [{ of: 'pace', value: 88 }] }),
          sampleGap(sierra, 112_000, sampleEstimate(3720, 120), { because: [{ of: 'closing', value: -12 }] }),
        ],
      },
    ),
    params: { place: 'next' },
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for three quarters of a minute: estimates of what is expected',
    race: sampleInsight(situation({ headKm: 125.74, groups }), { forecasts: arriving(68) }),
    ageS: 45,
  },
  summit: {
    title: 'Both at the next summit, in Dutch, with colons',
    race: sampleInsight(situation({ headKm: 128, groups }), {
      forecasts: [
        sampleEta('climb-4', 138_000, inMin(24, 0.5), { because }),
        sampleGap('climb-4', 138_000, sampleEstimate(95, 9)),
      ],
    }),
    params: { place: 'next' },
    edition: { language: 'nl', gapStyle: 'colon' },
  },
};
