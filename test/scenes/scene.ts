import type { Edition } from '../../src/edition/edition.ts';
import { buildCourse } from '../../src/race/course/build.ts';
import type { Course } from '../../src/race/course/course.ts';
import type { Group, Place, Race } from '../../src/race/race.ts';
import type { JerseyKind, Sheet } from '../../src/race/sheet.ts';
import type { Bib } from '../../src/race/units.ts';
import type { Params } from '../../src/show/manifest.ts';
import { eastDegrees, group, place, race, START_MS, sheet } from '../support/race.ts';
import { field } from './field.ts';

/** A visual case: what an overlay is told. Fictional, always. */
export interface Scene {
  readonly title: string;
  readonly race: Race;
  readonly params?: Params;
  readonly step?: number;
  readonly edition?: Partial<Edition>;
  /** What the race becomes while the graphic is on air. */
  readonly later?: Race;
}

/** What is to be seen of a race: its groups, from head to back. */
export interface Situation {
  readonly headKm: number;
  readonly groups: readonly Told[];
  readonly riders?: number;
  readonly jerseys?: Readonly<Partial<Record<JerseyKind, Bib>>>;
  readonly late?: readonly Bib[];
  readonly course?: Course;
  readonly over?: Partial<Race>;
}

export interface Told extends Partial<Omit<Group, 'gap' | 'bibs'>> {
  /** Bibs by name, or how many of those not named elsewhere. */
  readonly bibs: readonly Bib[] | number;
  /** To the head; NaN where nobody knows it. */
  readonly gapS?: number;
  readonly estimated?: boolean;
}

/** A mountain stage of 168 km: four climbs, a sprint, a finish at altitude. */
export const mountains = buildCourse({
  lengthKm: 168,
  line: Array.from({ length: 169 }, (_, km) => ({ lat: 45, lon: 5 + eastDegrees(km), altitudeM: null })),
  anchors: [],
  elevation: relief(),
  climbs: [
    { name: 'Col de Malaval', category: '2', summitKm: 38, lengthKm: 9.2, gradientPct: 6.1, altitudeM: 1184 },
    { name: 'Côte des Granges', category: '4', summitKm: 61, lengthKm: 2.8, gradientPct: 5.4, altitudeM: 766 },
    { name: 'Col du Grand Vallon', category: 'HC', summitKm: 112, lengthKm: 17.6, gradientPct: 7.4, altitudeM: 2142 },
    { name: 'Pas de la Bergère', category: '1', summitKm: 138, lengthKm: 8.8, gradientPct: 7.9, altitudeM: 1705 },
    { name: 'Les Aigles', category: '1', summitKm: 168, lengthKm: 11.4, gradientPct: 7.7, altitudeM: 1832 },
  ],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 76 }],
  sectors: [],
  laps: null,
  protectionKm: null,
});

function relief() {
  const figures = [
    [0, 412],
    [12, 498],
    [28.8, 622],
    [32, 820],
    [35, 985],
    [38, 1184],
    [50, 560],
    [58.2, 614],
    [61, 766],
    [76, 540],
    [94.4, 838],
    [97, 985],
    [99, 1152],
    [101, 1305],
    [103, 1446],
    [105, 1631],
    [107, 1774],
    [109, 1906],
    [110.5, 2020],
    [112, 2142],
    [126, 980],
    [129.2, 1012],
    [131, 1133],
    [133, 1306],
    [135, 1470],
    [137, 1611],
    [138, 1705],
    [150, 890],
    [156.6, 954],
    [158, 1044],
    [160, 1180],
    [162, 1372],
    [164, 1556],
    [165, 1610],
    [167, 1790],
    [168, 1832],
  ];
  return figures.map(([km, altitudeM]) => ({ km, altitudeM }));
}

const KM_M = 1000;
/** Metres a second at which gaps become places, in these pictures. */
const PACE = 9;

export function situation({
  headKm,
  groups: told,
  riders = 176,
  jerseys = {},
  late = [],
  over = {},
  course = mountains,
}: Situation): Race {
  const all = field(riders);
  const free = [...all.riders.keys()].filter(
    (bib) => !told.some(({ bibs }) => typeof bibs !== 'number' && bibs.includes(bib)),
  );
  const groups = told.map((one, i): Group => {
    const bibs = typeof one.bibs === 'number' ? free.splice(0, one.bibs) : one.bibs;
    const gapS = one.gapS ?? 0;
    const frontM = headKm * KM_M - (Number.isNaN(gapS) ? 600 : gapS) * PACE;
    const { estimated = false, gapS: _, ...rest } = one;
    const gap =
      i === 0 || Number.isNaN(gapS)
        ? null
        : ({ value: gapS, atMs: START_MS, origin: estimated ? 'estimated' : 'gps' } as const);
    const before = told[i - 1]?.gapS ?? 0;
    return group({
      id: `g${i + 1}`,
      frontM,
      backM: frontM - bibs.length,
      gap,
      gapToPrevious: gap && { ...gap, value: gapS - before },
      jerseys: (Object.keys(jerseys) as JerseyKind[]).filter((kind) => bibs.includes(jerseys[kind]!)),
      ...rest,
      bibs,
    });
  });
  const located = groups.flatMap((one) => one.bibs.map((bib, i) => ({ one, bib, i })));
  const places = located.map(
    ({ one, bib, i }, rank): Place =>
      place(bib, {
        rank: rank + 1,
        distanceM: one.frontM - i,
        gapS: one.gap?.value ?? (one === groups[0] ? 0 : null),
        gapOrigin: one.gap?.origin ?? 'gps',
        group: one.id,
        tracker: late.includes(bib) ? 'late' : 'live',
      }),
  );
  const info: Sheet['info'] = {
    id: 'scene',
    race: 'Tour of the Two Valleys',
    stage: 'Stage 9 · Valbrun - Les Aigles',
    type: 'mountain',
    startMs: START_MS,
    utcOffsetMin: 120,
  };
  const worn = (Object.keys(jerseys) as JerseyKind[]).map((kind) => ({ kind, bib: jerseys[kind]! }));
  return race({ sheet: sheet({ info, course, ...all, jerseys: worn }), places, groups, ...over });
}
