import * as v from 'valibot';
import type { Sheet } from '../../../race/sheet.ts';
import { noRoad } from '../../course/no-road.ts';
import type { Parse, Parsed } from '../feed.ts';
import { jsonOf, quoted } from '../json.ts';

export const FEED = 'gpx';

const moment = v.pipe(v.number(), v.safeInteger());
const bib = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Before all else: whose rides there are. */
const Riders = v.object({
  id: v.string(),
  /** When they left together; null where they did not. */
  startMs: v.nullable(moment),
  /** Of the clock of the place. */
  utcOffsetMin: v.number(),
  riders: v.array(v.object({ bib, family: v.string(), given: v.string() })),
  leftOut: v.array(v.string()),
});
export type RidersText = v.InferOutput<typeof Riders>;

/** What was ridden in a second: bib, when, latitude, longitude, altitude. */
const Fixes = v.array(
  v.tuple([
    bib,
    moment,
    v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.nullable(v.number()),
  ]),
);
export type FixesText = v.InferOutput<typeof Fixes>;

export const parse: Parse = ({ topic, text }): Parsed => {
  const value = jsonOf(text);
  if (topic === 'riders') {
    const read = v.safeParse(Riders, value);
    if (read.success)
      return { events: [{ kind: 'sheet', sheet: sheetOf(read.output) }], faults: read.output.leftOut.map(oneLine) };
  } else if (topic === 'fixes') {
    const read = v.safeParse(Fixes, value);
    if (read.success) return { events: positionsOf(read.output), faults: [] };
  }
  return { events: [], faults: [`a "${topic}" of rides cannot be read and was left out: ${quoted(text)}`] };
};

const oneLine = (sentence: string): string => sentence.replace(/\s+/g, ' ').slice(0, 300);

function positionsOf(fixes: FixesText): Parsed['events'] {
  if (fixes.length === 0) return [];
  const samples = fixes.map(([of, atMs, lat, lon, altitudeM]) => ({
    ...{ bib: of, atMs, lat, lon, speedKph: null },
    ...(altitudeM !== null && { altitudeM }),
  }));
  return [{ kind: 'positions', atMs: Math.max(...samples.map(({ atMs }) => atMs)), samples }];
}

function sheetOf({ id, startMs, utcOffsetMin, riders }: RidersText): Sheet {
  const info = { id, race: '', stage: '', type: 'flat', startMs, utcOffsetMin } as const;
  const people = riders.map((rider) => ({ ...rider, team: '', nation: '', born: null }));
  return {
    info,
    course: noRoad,
    teams: [],
    riders: new Map(people.map((rider) => [rider.bib, rider])),
    jerseys: [],
    general: [],
  };
}
