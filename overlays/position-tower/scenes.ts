import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const jerseys = { general: '1', points: '24', mountain: '33', young: '45' } as const;
const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'peloton', bibs: 60, gapS: 254 },
  { kind: 'gruppetto', bibs: 20, gapS: 905 },
] as const;

/** The same race half a minute later: two swaps, one new, one gone. */
const moved = [
  { kind: 'head', bibs: ['54', '33', '12'] },
  { kind: 'chasers', bibs: ['3', '24', '61'], gapS: 71 },
  { kind: 'peloton', bibs: 60, gapS: 246 },
  { kind: 'gruppetto', bibs: 20, gapS: 921 },
] as const;

/** Names as they are written at home; nobody of them exists. */
const names: readonly (readonly [given: string, family: string, nation: string])[] = [
  ['Αλέξανδρος', 'Παπαϊωάννου', 'GRE'],
  ['Єгор', 'Щербаківський', 'UKR'],
  ['Nguyễn', 'Trần Hữu Phước', 'VIE'],
  ['สมชาย', 'ศรีสุวรรณ', 'THA'],
  ['يوسف', 'الحربي', 'KSA'],
  ['אורי', 'בן דוד', 'ISR'],
  ['伟', '欧阳', 'CHN'],
  ['さくら', '高橋', 'JPN'],
  ['민수', '김', 'KOR'],
  ['Bo', 'Oye', 'GHA'],
];

function written(race: Race): Race {
  const riders = new Map(
    [...race.sheet.riders].map(([bib, rider], i) => {
      const [given, family, nation] = names[i] ?? [rider.given, rider.family, rider.nation];
      return [bib, { ...rider, given, family, nation }];
    }),
  );
  return { ...race, sheet: { ...race.sheet, riders } };
}

export const scenes: Scenes = {
  empty: {
    title: 'Nobody is located',
    race: situation({ headKm: 0, groups: [] }),
  },
  minimal: {
    title: 'One rider, nobody else located',
    race: situation({ headKm: 20, groups: [{ kind: 'head', bibs: ['1'] }], riders: 1 }),
    edition: { language: 'es' },
  },
  full: {
    title: 'A break, chasers, the peloton',
    race: situation({ headKm: 125.74, groups, jerseys }),
    later: situation({ headKm: 125.74, groups: moved, jerseys }),
  },
  overflowing: {
    title: 'As many riders as fit, all jerseys on one, an hour behind',
    race: situation({
      headKm: 167.32,
      groups: [
        { kind: 'head', bibs: ['3', '11', '32', '52', '73', '104'] },
        { kind: 'chasers', bibs: 30, gapS: 3725, estimated: true },
      ],
      jerseys: { general: '3', points: '3', mountain: '3', young: '3' },
    }),
    params: { rows: 18, order: 'road' },
  },
  late: {
    title: 'No news for a minute, and longer of two trackers: estimates',
    race: situation({ headKm: 125.74, groups, jerseys, late: ['12', '77'] }),
    ageS: 60,
  },
  interval: {
    title: 'Intervals, in French, to the colon',
    race: situation({ headKm: 125.74, groups, jerseys, late: ['12', '77'] }),
    params: { mode: 'interval' },
    edition: { language: 'fr', gapStyle: 'colon' },
  },
  scripts: {
    title: 'Names in ten scripts, from three letters on',
    race: written(situation({ headKm: 125.74, groups: [{ kind: 'peloton', bibs: 10 }], riders: 10, jerseys })),
    params: { groups: 'all' },
  },
  'second-page': {
    title: 'Places 13 to 24, in Dutch',
    race: situation({ headKm: 125.74, groups, jerseys }),
    step: 8,
    edition: { language: 'nl' },
  },
};
