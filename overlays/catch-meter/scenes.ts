import { sampleCatch, sampleEstimate, sampleInsight } from '../../src/insight/sample/samples.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 83 },
  { kind: 'gruppetto', bibs: 80, gapS: 905 },
] as const;
const closing = (value: number) => [{ of: 'closing', value } as const, { of: 'to go', value: 27 } as const];

export const scenes: Scenes = {
  empty: {
    title: 'Too far from the finish: nobody knows',
    race: sampleInsight(situation({ headKm: 100, groups }), { forecasts: [sampleCatch(null, { silent: 'too far' })] }),
  },
  minimal: {
    title: 'They hold, in Italian',
    race: sampleInsight(situation({ headKm: 160.4, groups }), { forecasts: [sampleCatch('will hold')] }),
    edition: { language: 'it' },
  },
  full: {
    title: 'They will be caught, and about where',
    race: sampleInsight(situation({ headKm: 140.7, groups }), {
      forecasts: [sampleCatch('will be caught', { because: closing(5.2), whereM: sampleEstimate(157_000, 1900) })],
    }),
    later: sampleInsight(situation({ headKm: 143.2, groups: [groups[0], { ...groups[1], gapS: 71 }] }), {
      forecasts: [sampleCatch('open', { because: closing(3.1), whereM: sampleEstimate(162_000, 2400) })],
    }),
  },
  overflowing: {
    title: 'A lead of more than an hour, with a name, nearly 40 km before the finish, in Dutch',
    race: sampleInsight(
      situation({
        headKm: 128.02,
        groups: [
          { kind: 'head', bibs: 138, name: 'Grupo de la Roche-Montfort' },
          { kind: 'peloton', bibs: 32, gapS: 3725, estimated: true },
        ],
      }),
      { forecasts: [sampleCatch('will be caught', { because: closing(-6), whereM: sampleEstimate(164_000, 3000) })] },
    ),
    edition: { language: 'nl' },
  },
  late: {
    title: 'No news for three quarters of a minute: estimates',
    race: sampleInsight(situation({ headKm: 140.7, groups }), {
      forecasts: [sampleCatch('open', { because: closing(3.1), whereM: sampleEstimate(160_000, 2600) })],
    }),
    ageS: 45,
  },
};
