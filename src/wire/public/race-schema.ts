import * as v from 'valibot';
import { type Course, climbCategories, markKinds } from '../../race/course/course.ts';
import { riderStatuses } from '../../race/event.ts';
import { type Health, type Quarantined, quarantineReasons } from '../../race/health.ts';
import { jerseyLooks } from '../../race/jersey-look.ts';
import { isOverridePath, MOST_LETTERS, type OverridePath, type Overrides } from '../../race/overrides/override.ts';
import type { Race } from '../../race/race.ts';
import { stageTypes } from '../../race/rules/stage-type.ts';
import { jerseyKinds, type Sheet } from '../../race/sheet.ts';
import type { Slate } from '../../race/slate/slate.ts';
import type { Standings } from '../../race/standings/tables.ts';
import type { OperatorEvent } from '../protocol.ts';

/** Parts of the race that change seldom and travel as JSON, each tied to its type. */
type Shape<T> = v.GenericSchema<unknown, T>;

/** JSON has no NaN: it travels as null. */
const number = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
export const bib = v.pipe(v.string(), v.nonEmpty());
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

const moment = v.pipe(v.number(), v.finite());
const untilShape = v.union([moment, v.picklist(['feed', 'stage'])]);
const slateUntil = v.union([moment, v.literal('stage')]);
const path = v.custom<OverridePath>((value) => typeof value === 'string' && isOverridePath(value));

/** Who said it is not told to the public. */
export const overridesShape: Shape<Overrides> = v.array(
  v.object({
    path,
    value: v.string(),
    instead: v.nullable(v.string()),
    author: v.string(),
    atMs: number,
    until: untilShape,
  }),
);

const slateBibs = v.array(bib);
const toldGap = { s: v.pipe(number, v.minValue(0)), to: v.picklist(['peloton', 'head']) };
const toldKm = v.pipe(number, v.minValue(0));

export const slateShape: Shape<Slate> = v.array(
  v.object({
    id: v.string(),
    bibs: slateBibs,
    gap: v.nullable(v.object({ ...toldGap, atMs: number })),
    km: v.nullable(v.object({ km: toldKm, atMs: number })),
    atMs: number,
    until: v.nullable(slateUntil),
    author: v.string(),
  }),
);

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

const pointsEntries = v.array(v.object({ bib, points: v.pipe(v.number(), v.finite()) }));
const timeEntries = v.array(v.object({ bib, behindS: v.pipe(v.number(), v.finite()) }));

/** What was told before a stage; null takes it back. */
const partsShape = v.object({
  general: v.exactOptional(v.nullable(timeEntries)),
  young: v.exactOptional(v.nullable(timeEntries)),
  points: v.exactOptional(v.nullable(pointsEntries)),
  mountain: v.exactOptional(v.nullable(pointsEntries)),
  teams: v.exactOptional(v.nullable(v.array(v.object({ team: v.string(), behindS: v.number() })))),
});

/** The desk's own word, on its tape: what a page says of itself there is not kept. */
const author = v.exactOptional(v.string());
const toWaiting = { id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)), first: v.array(bib) };

export const operatorShape: Shape<OperatorEvent> = v.variant('kind', [
  v.object({ kind: v.literal('camera'), group: v.nullable(v.string()) }),
  v.object({
    kind: v.literal('slate-line'),
    atMs: number,
    id: v.nullable(v.string()),
    told: v.nullable(v.object({ bibs: slateBibs, gap: v.nullable(v.object(toldGap)), km: v.nullable(toldKm) })),
    until: v.exactOptional(slateUntil),
    author,
  }),
  v.object({ kind: v.literal('before-stage'), from: v.literal('hand'), parts: partsShape }),
  v.object({
    kind: v.literal('start-order'),
    from: v.literal('hand'),
    starts: v.array(v.object({ bib, startMs: v.nullable(v.pipe(v.number(), v.finite())) })),
  }),
  v.object({
    kind: v.literal('rider-status'),
    atMs: v.pipe(v.number(), v.finite()),
    bib,
    status: v.picklist(riderStatuses),
    byHand: v.literal(true),
  }),
  v.object({
    kind: v.literal('override'),
    atMs: moment,
    says: v.array(v.object({ path, value: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(MOST_LETTERS))) })),
    until: untilShape,
    author,
  }),
  v.object({ kind: v.literal('confirm'), ...toWaiting }),
  v.object({ kind: v.literal('dismiss'), ...toWaiting }),
  v.object({ kind: v.literal('lap-known'), bib: v.nullable(bib), lap: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
]);
