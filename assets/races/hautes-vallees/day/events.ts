import { buildCourse } from '../../../../src/race/course/build.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { rulesOf } from '../../../../src/race/rules/preset.ts';
import { publishedSheet } from './sheet.ts';
import type { DayTold } from './told.ts';

/** The start list and the road book of the day, to be told first. */
export function sheetEvent(): RaceEvent {
  const { course, riders, teams, rules: asked, ...rest } = publishedSheet();
  const rules = rulesOf(asked.preset, asked.own);
  if (!rules.ok) throw new Error(`The rules of the built-in race are wrong: ${rules.errors[0]}`);
  return {
    kind: 'sheet',
    sheet: {
      ...rest,
      teams,
      rules: rules.rules,
      course: buildCourse(course),
      riders: new Map(riders.map((rider) => [rider.bib, rider])),
    },
  };
}

/** The same as a desk reads out of the texts of the feed, without the texts. */
export const eventOf = (told: DayTold): RaceEvent =>
  told.told === 'abandoned'
    ? { kind: 'rider-status', atMs: told.fixedMs, bib: String(told.bib), status: 'abandoned' }
    : {
        kind: 'positions',
        atMs: told.fixedMs,
        samples: told.fixes.map(({ bib, lat, lon, kph, ageS }) => {
          const sample = { bib: String(bib), lat, lon, speedKph: kph };
          return ageS > 0 ? { ...sample, atMs: told.fixedMs - ageS * 1000 } : sample;
        }),
      };
