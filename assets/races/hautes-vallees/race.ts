import type { MarkKind } from '../../../src/race/course/course.ts';
import type { JerseyLooks } from '../../../src/race/jersey-look.ts';
import type { Jersey, RaceInfo, Totals } from '../../../src/race/sheet.ts';

export const INFO = {
  id: 'hautes-vallees-9',
  race: 'Tour des Hautes Vallées',
  stage: "Stage 9 · Bourg-Saint-Maurice - Alpe d'Huez",
  type: 'mountain',
  startMs: Date.UTC(2026, 5, 14, 10, 35),
  utcOffsetMin: 120,
} satisfies RaceInfo;

/** The summits are marks too, but the course makes those from its climbs. */
export const MARKS: readonly { readonly kind: MarkKind; readonly name: string; readonly km: number }[] = [
  { kind: 'neutral-start', name: 'Bourg-Saint-Maurice', km: -6.4 },
  { kind: 'start', name: 'Landry', km: 0 },
  { kind: 'sprint', name: 'Moûtiers', km: 31 },
  { kind: 'feed-zone', name: 'La Chambre', km: 83.9 },
  { kind: 'flamme-rouge', name: 'Flamme rouge', km: 157 },
  { kind: 'finish', name: "Alpe d'Huez", km: 158 },
];

/** Of a race like this one: the preset, and what is the race's own. */
export const RULES = { preset: 'tour-2025', own: { name: 'Tour des Hautes Vallées' } };

export const JERSEYS: readonly Jersey[] = [
  { kind: 'general', bib: '31' },
  { kind: 'points', bib: '41' },
  { kind: 'mountain', bib: '201' },
  { kind: 'young', bib: '91' },
];

/** What they look like: dots of its own for the mountains, all else as its rules say. */
export const LOOKS = { mountain: 'blue-dots' } satisfies Partial<JerseyLooks>;

/** Points, mountains and teams after eight stages. */
export const TOTALS = {
  points: [
    { bib: '41', points: 214 },
    { bib: '24', points: 187 },
    { bib: '74', points: 152 },
    { bib: '115', points: 131 },
    { bib: '31', points: 96 },
    { bib: '1', points: 88 },
    { bib: '64', points: 84 },
    { bib: '131', points: 71 },
    { bib: '144', points: 66 },
    { bib: '113', points: 42 },
    { bib: '91', points: 38 },
    { bib: '117', points: 35 },
  ],
  mountain: [
    { bib: '201', points: 43 },
    { bib: '122', points: 31 },
    { bib: '31', points: 26 },
    { bib: '1', points: 24 },
    { bib: '85', points: 17 },
    { bib: '211', points: 12 },
    { bib: '131', points: 10 },
    { bib: '163', points: 8 },
    { bib: '8', points: 5 },
    { bib: '182', points: 3 },
  ],
  teams: [
    { team: 'KEV', behindS: 0 },
    { team: 'CIM', behindS: 214 },
    { team: 'QUI', behindS: 371 },
    { team: 'JDM', behindS: 598 },
    { team: 'ARC', behindS: 844 },
    { team: 'TER', behindS: 1015 },
    { team: 'KLS', behindS: 1377 },
    { team: 'NOK', behindS: 1702 },
    { team: 'STW', behindS: 1964 },
    { team: 'RUP', behindS: 2310 },
    { team: 'SFL', behindS: 2655 },
    { team: 'ALC', behindS: 2891 },
    { team: 'RWT', behindS: 3120 },
    { team: 'DIL', behindS: 3378 },
    { team: 'LUM', behindS: 3702 },
    { team: 'BBK', behindS: 4115 },
    { team: 'SKC', behindS: 4390 },
    { team: 'VDM', behindS: 4616 },
    { team: 'KMD', behindS: 4988 },
    { team: 'HYD', behindS: 5333 },
    { team: 'HER', behindS: 5601 },
    { team: 'MOL', behindS: 6240 },
  ],
} satisfies Totals;
