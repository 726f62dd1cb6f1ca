import * as v from 'valibot';
import { jerseyLooks } from '../../../race/jersey-look.ts';
import { stageTypes } from '../../../race/rules/stage-type.ts';
import { jerseyKinds } from '../../../race/sheet.ts';
import { CourseShape } from '../../course/shape.ts';
import { bibOf } from '../json.ts';

const number = v.pipe(v.number(), v.finite());
const bib = v.pipe(v.unknown(), v.transform(bibOf), v.string('no bib'));
const points = v.array(v.object({ bib, points: number }));

/** The sheet as `sheet.ts` writes it. */
export const SheetShape = v.object({
  info: v.object({
    id: v.string(),
    race: v.string(),
    stage: v.string(),
    type: v.picklist(stageTypes),
    startMs: number,
    utcOffsetMin: number,
  }),
  course: CourseShape,
  teams: v.array(
    v.object({
      code: v.string(),
      name: v.string(),
      nation: v.string(),
      // Tapes of before kits had two colours have none.
      colors: v.optional(v.nullable(v.tuple([v.string(), v.string()])), null),
    }),
  ),
  riders: v.array(
    v.object({
      bib,
      given: v.string(),
      family: v.string(),
      team: v.string(),
      nation: v.string(),
      born: v.nullable(v.string()),
    }),
  ),
  jerseys: v.array(v.object({ kind: v.picklist(jerseyKinds), bib })),
  jerseyLooks: v.exactOptional(v.record(v.picklist(jerseyKinds), v.picklist(jerseyLooks))),
  general: v.array(v.object({ bib, behindS: number })),
  totals: v.object({
    points,
    mountain: points,
    teams: v.array(v.object({ team: v.string(), behindS: number })),
  }),
  rules: v.object({ preset: v.string(), own: v.unknown() }),
});
