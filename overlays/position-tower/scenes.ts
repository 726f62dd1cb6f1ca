import type { Race } from '../../src/race/race.ts';
import { START_MS, samplePlace } from '../../src/race/sample/builders.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { StageRow } from '../../src/race/standings/tables.ts';
import type { Run } from '../../src/race/time-trial/run.ts';
import type { Bib, Origin, Reading } from '../../src/race/units.ts';
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

/** Of a time trial: bib, and seconds at the finish. */
const arrived = [
  ['12', 1_834],
  ['54', 1_851],
  ['24', 1_866],
  ['3', 1_872],
  ['61', 1_872],
  ['77', 1_905],
  ['43', 1_931],
] as const;
/** Bib, and seconds to the hot seat where he is now. */
const onCourse = [
  ['33', -8],
  ['1', 3],
  ['45', 26],
  ['18', null],
] as const;

/** Each against the clock: so many have finished, others ride. */
function againstClock(riding: readonly (readonly [Bib, number | null])[]): Race {
  const race = situation({ headKm: 20, groups: [], jerseys });
  const at = (value: number, origin: Origin): Reading => ({ value, atMs: START_MS, origin });
  const run = { startMs: START_MS, recovered: false, splits: [], virtualGap: null, toBestFinisher: null };
  const [, bestS] = arrived[0];
  const runs = [
    ...arrived.map(([bib, finishS]): Run => {
      return { ...run, bib, state: 'finished', toHotSeat: null, finishS, finishOrigin: 'timed' };
    }),
    ...riding.map(([bib, gapS]): Run => {
      const toHotSeat = gapS === null ? null : at(gapS, 'gps');
      return { ...run, bib, state: 'running', toHotSeat, finishS: null, finishOrigin: null };
    }),
  ];
  const places = [
    ...arrived.map(([bib, finishS], i) => {
      const finish = { ...at(finishS - bestS, 'timed'), atMs: START_MS + finishS * 1000 };
      return samplePlace(bib, { rank: i + 1, status: 'finished', finish });
    }),
    ...riding.map(([bib], i) => samplePlace(bib, { rank: arrived.length + i + 1, distanceM: 9000 - i * 1500 })),
  ];
  const stage = arrived.map(([bib, finishS], i): StageRow => {
    return { rank: i + 1, bib, gapS: finishS - bestS, origin: 'timed', state: 'unofficial' };
  });
  return {
    ...race,
    sheet: { ...race.sheet, info: { ...race.sheet.info, type: 'time-trial' } },
    places,
    standings: { ...race.standings, stage },
    confirmed: ['finish'],
    timeTrial: { starts: runs, runs, teams: [], hotSeat: { bib: arrived[0][0], sinceMs: START_MS } },
  };
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
    params: { rows: 16, order: 'road' },
  },
  late: {
    title: 'No news for three quarters of a minute, and longer of two trackers: estimates',
    race: situation({ headKm: 125.74, groups, jerseys, late: ['12', '77'] }),
    ageS: 45,
  },
  interval: {
    title: 'Intervals, in French, to the colon',
    race: situation({ headKm: 125.74, groups, jerseys, late: ['12', '77'] }),
    params: { mode: 'interval' },
    edition: { language: 'fr', gapStyle: 'colon' },
  },
  'against-clock': {
    title: 'A time trial: the best so far, and who rides, to the hot seat',
    race: againstClock(onCourse),
  },
  scripts: {
    title: 'Names in ten scripts, from three letters on',
    race: written(situation({ headKm: 125.74, groups: [{ kind: 'peloton', bibs: 10 }], riders: 10, jerseys })),
    params: { groups: 'all' },
  },
  'second-page': {
    title: 'The second page, the last, in Dutch',
    race: situation({ headKm: 125.74, groups, jerseys }),
    step: 1,
    edition: { language: 'nl' },
  },
};
