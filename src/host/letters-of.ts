import type { Sheet } from '../race/sheet.ts';

/** Every letter that names in a race are made of, once. */
export const lettersOf = ({ info, riders, teams, course }: Sheet): string =>
  [...new Set(JSON.stringify([info, [...riders.values()], teams, course.marks, course.climbs, course.sectors]))].join(
    '',
  );
