import { INFO, JERSEYS, LOOKS, RULES, TOTALS } from '../race.ts';
import { RIDERS } from '../riders.ts';
import { TEAMS } from '../teams.ts';
import { teamWith } from './cast.ts';
import { publishedCourse } from './course.ts';

/** The start list and the road book, as they are given out before the start. */
export function publishedSheet() {
  return {
    info: INFO,
    course: publishedCourse(),
    teams: TEAMS.map(([, code, name, nation, ...colors]) => ({ code, name, nation, colors })),
    riders: RIDERS.map(([bib, given, family, nation, born]) => ({
      bib: String(bib),
      given,
      family,
      team: teamWith(bib),
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
  };
}
