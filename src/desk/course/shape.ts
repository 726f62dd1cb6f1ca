import * as v from 'valibot';
import { climbCategories, markKinds } from '../../race/course/course.ts';

const number = v.pipe(v.number(), v.finite());
const place = { lat: number, lon: number };
const listOf = <Entries extends v.ObjectEntries>(entries: Entries) => v.optional(v.array(v.object(entries)), []);

/** A `CourseSource` as people write it in JSON: what is not said is nothing. */
export const CourseShape = v.object({
  lengthKm: v.optional(v.nullable(number), null),
  line: listOf({ ...place, altitudeM: v.optional(v.nullable(number), null) }),
  anchors: listOf({ ...place, km: number }),
  elevation: listOf({ km: number, altitudeM: number }),
  climbs: listOf({
    name: v.string(),
    category: v.picklist(climbCategories),
    summitKm: number,
    lengthKm: number,
    gradientPct: number,
    altitudeM: v.optional(v.nullable(number), null),
  }),
  marks: listOf({
    kind: v.picklist(markKinds),
    name: v.string(),
    km: number,
  }),
  sectors: listOf({
    kind: v.picklist(['cobbles', 'gravel']),
    name: v.string(),
    fromKm: number,
    toKm: number,
    stars: number,
  }),
  laps: v.optional(
    v.nullable(
      v.object({ fromKm: number, toKm: number, count: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(500)) }),
    ),
    null,
  ),
  protectionKm: v.optional(v.nullable(number), null),
});
