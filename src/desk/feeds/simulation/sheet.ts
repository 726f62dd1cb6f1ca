import { INFO, JERSEYS, LOOKS, RULES, TOTALS } from '../../../../assets/races/hautes-vallees/race.ts';
import { RIDERS } from '../../../../assets/races/hautes-vallees/riders.ts';
import { TEAMS } from '../../../../assets/races/hautes-vallees/teams.ts';
import { teamOf } from './cast.ts';
import { publishedCourse } from './course.ts';

/** The start list and the road book, as the feed sends them first. */
export function sheetText(): string {
  return JSON.stringify({
    info: INFO,
    course: publishedCourse(),
    teams: TEAMS.map(([, code, name, nation, ...colors]) => ({ code, name, nation, colors })),
    riders: RIDERS.map(([bib, given, family, nation, born]) => ({
      bib: String(bib),
      given,
      family,
      team: teamOf(bib),
      nation,
      born,
    })),
    jerseys: JERSEYS,
    jerseyLooks: LOOKS,
    general: RIDERS.map(([bib, , , , , , behindS]) => ({ bib: String(bib), behindS })).sort(
      (a, b) => a.behindS - b.behindS,
    ),
    totals: TOTALS,
    rules: RULES,
  });
}
