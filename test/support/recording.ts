import { eastDegrees, START_MS } from './race.ts';

/** A recording as an organiser's Race Center leaves it, on a straight road to the east: every name is invented. */
export interface RecordingOptions {
  readonly riders: number;
  readonly seconds: number;
  /** Seconds between frames. */
  readonly every: number;
  /** What else the organiser says, so many seconds after the first frame. */
  readonly news?: readonly { readonly afterS: number; readonly text: string }[];
}

export const paper = {
  teams: [
    { _id: 'aa', code: 'TOP', name: 'Top Bikes', nameShort: 'Top', nationality: 'che', color: '#000000' },
    { _id: 'bb', code: 'LOW', name: 'Low Gear', nameShort: 'Low', nationality: 'ned', color: '#FF8800' },
  ],
  stage: {
    stage: 5,
    date: '2026-07-04T00:00:00+02:00',
    startTime: '14:00:00',
    timezone: 'Europe/Paris',
    type: 'VAL',
    departureCity: { label: 'Valbrun' },
    arrivalCity: { label: 'Aigles' },
    name: 'Stage 5 - Aigles',
  },
  trace: {
    totalDistance: 50,
    routePoints: Array.from({ length: 53 }, (_, i) => ({ lat: 45, lon: 5 + eastDegrees(i - 2), ele: 200 + i })),
    pointsOfInterest: [
      { label: '#001', lat: 45, lon: 5 + eastDegrees(-2), distanceTraveled: -2, distanceRemaining: 52 },
      { label: '#002', lat: 45, lon: 5, distanceTraveled: 0, distanceRemaining: 50 },
      { label: '#016', lat: 45, lon: 5 + eastDegrees(50), distanceTraveled: 50, distanceRemaining: 0 },
    ],
  },
  checkpoints: [
    {
      0: { length: 0, checkpointTypes: [{ code: 'F' }], latitude: 45, longitude: 5 + eastDegrees(-2) },
      1: { length: 0, place: 'VALBRUN', checkpointTypes: [{ code: 'R' }], latitude: 45, longitude: 5 },
      2: { length: 20, place: 'MOULIN', checkpointTypes: [{ code: 'N' }] },
      3: {
        length: '40',
        place: 'Côte du Four',
        latitude: 45,
        longitude: 5 + eastDegrees(40),
        checkpointTypes: [],
        checkpointSummits: [{ code: 'H', length: 3000, state: '7.5', summit: { name: 'Côte du Four', altitude: 900 } }],
      },
      4: {
        length: 50,
        place: 'AIGLES',
        latitude: 45,
        longitude: 5 + eastDegrees(50),
        checkpointTypes: [{ code: 'N' }, { code: 'A' }],
      },
      _id: 'hash',
    },
  ],
};

export const riderPaper = (bib: unknown, over: object = {}) => ({
  _id: `r${bib}`,
  bib,
  firstname: 'Given',
  lastname: `FAMILY ${bib}`,
  nationality: 'deu',
  birthdate: '2001-05-08T00:00:00+02:00',
  $team: `team-2026:${Number(bib) % 2 === 0 ? 'aa' : 'bb'}`,
  ...over,
});

/** One frame: each rider a few metres behind the one before, all at 10 m/s. */
export function frame(atMs: number, riders: number, over: object = {}): string {
  const headKm = (atMs - START_MS) / 100_000;
  const data = {
    TimeStamp: atMs / 1000,
    Riders: Array.from({ length: riders }, (_, i) => ({
      Bib: i + 1,
      Latitude: 45,
      Longitude: 5 + eastDegrees(headKm - i * 0.004),
      kph: 36,
      kmToFinish: 50 - headKm + i * 0.004,
      secToFirstRider: i,
    })),
    ...over,
  };
  return JSON.stringify({ bind: 'telemetryCompetitor-2026', data });
}

export function recording({ riders, seconds, every, news = [] }: RecordingOptions): string {
  const frames = Array.from({ length: Math.floor(seconds / every) + 1 }, (_, i) => [
    frame(START_MS + 60_000 + i * every * 1000, riders),
    ...news.filter(({ afterS }) => Math.floor(afterS / every) === i).map(({ text }) => text),
  ]).flat();
  const rest = { ...paper, riders: Array.from({ length: riders }, (_, i) => riderPaper(i + 1)) };
  return JSON.stringify({ version: 1, meta: { year: 2026, stage: 5 }, rest, events: frames });
}

/** A list of stage 5 as the organiser tells it: of the stage, "ete", of the race, "itg" and "ipg"; of riders with their times or points. */
export const ranking = (type: string, rows: readonly (readonly [number, number])[], status = 'provisional'): string =>
  JSON.stringify({
    bind: 'rankingType-2026-5',
    data: [
      {
        type,
        status,
        checkpoint: null,
        length: null,
        rankings: rows.map(([bib, absolute], i) => ({ position: i + 1, bib, absolute, relative: 0 })),
      },
    ],
  });

const HOUR_MS = 3_600_000;

/** The results of an evening, none of them official: of the stage, of the race, by points. */
export const evening: readonly string[] = [
  ranking('ete', [
    [3, HOUR_MS],
    [1, HOUR_MS + 2000],
    [2, HOUR_MS + 5000],
  ]),
  ranking('itg', [
    [1, 20 * HOUR_MS],
    [3, 20 * HOUR_MS + 4000],
  ]),
  ranking('ipg', [
    [2, 50],
    [3, 45],
  ]),
];
