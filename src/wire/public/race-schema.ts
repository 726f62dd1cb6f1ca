import * as v from 'valibot';
import { type Course, climbCategories, markKinds } from '../../race/course/course.ts';
import { type Health, type Quarantined, quarantineReasons } from '../../race/health.ts';
import { jerseyLooks } from '../../race/jersey-look.ts';
import type { Race } from '../../race/race.ts';
import { stageTypes } from '../../race/rules/stage-type.ts';
import { jerseyKinds, type Sheet } from '../../race/sheet.ts';
import type { Standings } from '../../race/standings/tables.ts';
import { bib, jsonNumber as number } from '../hand-schema.ts';

/** Parts of the race that change seldom and travel as JSON, each tied to its type. */
type Shape<T> = v.GenericSchema<unknown, T>;

const ripeness = v.picklist(['live', 'unofficial', 'provisional', 'official']);

export const momentShape: Shape<Pick<Race, 'atMs' | 'phase'>> = v.object({
  atMs: number,
  phase: v.picklist(['before', 'neutral', 'racing', 'finished']),
});

/** The course without its two long lists, which travel as bytes. */
export const courseShape: Shape<Omit<Course, 'line' | 'profile'> & { readonly stepM: number }> = v.object({
  lengthM: number,
  stepM: number,
  climbs: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      category: v.picklist(climbCategories),
      footM: number,
      summitM: number,
      altitudeM: number,
      gradientPct: number,
      found: v.boolean(),
    }),
  ),
  marks: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(markKinds),
      name: v.string(),
      distanceM: number,
    }),
  ),
  sectors: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(['cobbles', 'gravel']),
      name: v.string(),
      fromM: number,
      toM: number,
      stars: number,
    }),
  ),
  laps: v.nullable(v.object({ fromM: number, lengthM: number, count: number })),
  ridden: v.exactOptional(v.object({ knownM: number, isEndKnown: v.boolean() })),
});

const rider = v.object({
  bib,
  given: v.string(),
  family: v.string(),
  team: v.string(),
  nation: v.string(),
  born: v.nullable(v.string()),
});

export type Paper = Omit<Sheet, 'course' | 'riders'> & { readonly riders: readonly v.InferOutput<typeof rider>[] };

/** What is made by a desk alone (rules, totals, start order) is carried as it is. */
const carried = <T extends object>() => v.custom<T>((value) => typeof value === 'object' && value !== null);

const generalEntries = v.array(
  v.object({ bib, behindS: number, hundredths: v.exactOptional(number), placesSum: v.exactOptional(number) }),
);

export const paperShape: Shape<Paper> = v.object({
  info: v.object({
    id: v.string(),
    race: v.string(),
    stage: v.string(),
    type: v.picklist(stageTypes),
    startMs: v.nullable(number),
    utcOffsetMin: number,
  }),
  teams: v.array(
    v.object({
      code: v.string(),
      name: v.string(),
      nation: v.string(),
      colors: v.nullable(v.tuple([v.string(), v.string()])),
    }),
  ),
  riders: v.array(rider),
  jerseys: v.array(v.object({ kind: v.picklist(jerseyKinds), bib })),
  jerseyLooks: v.exactOptional(v.record(v.picklist(jerseyKinds), v.picklist(jerseyLooks))),
  general: generalEntries,
  young: v.exactOptional(generalEntries),
  totals: v.exactOptional(carried<NonNullable<Sheet['totals']>>()),
  rules: v.exactOptional(carried<NonNullable<Sheet['rules']>>()),
  starts: v.exactOptional(carried<NonNullable<Sheet['starts']>>()),
  schedule: v.exactOptional(
    v.array(
      v.object({ name: v.string(), distanceM: number, earliestMs: number, expectedMs: number, latestMs: number }),
    ),
  ),
  weather: v.exactOptional(
    v.array(
      v.object({
        name: v.string(),
        distanceM: number,
        atMs: v.nullable(v.number()),
        temperatureC: v.nullable(v.number()),
        windBeaufort: v.nullable(v.number()),
        windFromDeg: v.nullable(v.number()),
        sky: v.string(),
      }),
    ),
  ),
});

const places = v.object({ points: number, mountain: number, bonusS: number });

/** The classifications without their tables, which travel as bytes. */
export const ratingShape: Shape<Pick<Standings, 'states' | 'leader' | 'unplaced' | 'lines' | 'toWin'>> = v.object({
  states: v.object({ general: ripeness, points: ripeness, mountain: ripeness, young: ripeness }),
  leader: v.nullable(
    v.object({
      bib,
      sinceMs: number,
      marginS: number,
      challenger: v.nullable(v.object({ bib, sinceMs: number })),
    }),
  ),
  unplaced: v.array(bib),
  lines: v.array(
    v.object({
      mark: v.string(),
      state: ripeness,
      rows: v.array(v.object({ rank: number, bib, ...places.entries })),
    }),
  ),
  toWin: places,
});

/** Ids of marks. */
export const confirmedShape: Shape<Race['confirmed']> = v.array(v.string());

export const learningShape: Shape<Race['learning']> = v.nullable(v.object({ untilMs: number }));

export const windShape: Shape<Race['wind']> = v.nullable(
  v.object({ atMs: number, kph: number, relativeDeg: v.nullable(v.number()), temperatureC: v.nullable(v.number()) }),
);

const tracker = v.picklist(['live', 'late', 'silent', 'off']);

/** The public's share of health: ages are drawn, what was not believed is the crew's to know. */
export const healthShape: Shape<Omit<Health, 'quarantine'>> = v.object({
  topics: v.array(
    v.object({
      topic: v.picklist(['positions', 'passings', 'groups', 'told']),
      state: tracker,
      lastMs: v.nullable(number),
    }),
  ),
  trackers: v.object({ live: number, late: number, silent: number, off: number }),
  withoutLap: number,
});

export const quarantineShape: Shape<readonly Quarantined[]> = v.array(
  v.object({
    reason: v.picklist(quarantineReasons),
    count: number,
    share: v.pipe(v.number(), v.finite()),
    example: v.string(),
    bib: v.nullable(bib),
    atMs: number,
  }),
);
