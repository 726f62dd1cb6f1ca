import type { GapPast } from '../../src/insight/insight.ts';
import { sampleEstimate, sampleGap, sampleInsight } from '../../src/insight/sample/samples.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const head = { kind: 'head', bibs: ['33', '12', '54', '61'] } as const;
const race = (headKm: number, gapS: number, estimated = false) =>
  situation({ headKm, groups: [head, { kind: 'peloton', bibs: 92, gapS, estimated }] });

/** By kilometre from `fromKm` on; what is in brackets was not measured: null before it. */
const past = (fromKm: number, gaps: readonly number[], estimatedFrom = 99, estimatedTo = 99): readonly GapPast[] => [
  {
    group: 'g2',
    points: gaps.map((gapS, i) => ({
      km: fromKm + i,
      gapS,
      isMeasured: i < estimatedFrom || i > estimatedTo,
    })),
  },
];

const falling = [212, 215, 208, 201, 203, 196, 184, 178, 171, 160, 155, 141, 133, 124, 112];

export const scenes: Scenes = {
  empty: {
    title: 'All together: there is no gap',
    race: situation({ headKm: 60, groups: [{ kind: 'peloton', bibs: 176 }] }),
  },
  minimal: {
    title: 'A young break: three kilometres, and nothing is expected yet, in Italian',
    race: sampleInsight(race(22.4, 34), { gapsPast: past(19, [6, 17, 29]) }),
    edition: { language: 'it' },
  },
  full: {
    title: 'Falling to the next summit; for three kilometres it was not measured',
    race: sampleInsight(race(126.9, 108), {
      gapsPast: past(111, falling, 4, 6),
      forecasts: [sampleGap('climb-4', 138_000, sampleEstimate(70, 13))],
    }),
    later: sampleInsight(race(129.6, 92), {
      gapsPast: past(114, [...falling.slice(3), 104, 97, 95], 1, 3),
      forecasts: [sampleGap('climb-4', 138_000, sampleEstimate(62, 9))],
    }),
  },
  overflowing: {
    title: 'Ten minutes, a group with a name, two places ahead, in Spanish',
    race: sampleInsight(
      situation({
        headKm: 152,
        groups: [head, { kind: 'peloton', bibs: 140, gapS: 722, name: 'Grupo Roche-Montfort', frontM: 148_600 }],
      }),
      {
        gapsPast: past(
          134,
          falling.map((s) => 830 - s),
        ),
        forecasts: [
          sampleGap('climb-5', 158_000, sampleEstimate(690, 25)),
          sampleGap('finish', 168_000, sampleEstimate(730, 60)),
        ],
      },
    ),
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for three quarters of a minute: estimates',
    race: sampleInsight(race(158.3, 44, true), {
      gapsPast: past(143, [90, 92, 88, 81, 77, 79, 74, 70, 66, 61, 60, 54, 51, 47], 10),
      forecasts: [sampleGap('finish', 168_000, sampleEstimate(24, 9))],
    }),
    ageS: 45,
  },
};
