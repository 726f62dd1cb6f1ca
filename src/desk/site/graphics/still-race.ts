import { deflateSync } from 'node:zlib';
import { raceDay } from '../../../../assets/races/hautes-vallees/day/race-day.ts';
import { raceEncoder } from '../../../wire/public/encode.ts';

/** From where the day begins to be watched, to the last climb, 2.4 km before its end: every graphic has something to show. */
const AFTER_MS = 2_400_000;

/**
 * One moment of the built-in race for graphics in one file: as a desk sends it, deflated, in base64. Without what none of
 * them looks at: the bends of the road, and who passed which line when.
 */
export function packedStillRace(): string {
  const day = raceDay(1);
  const race = day.raceAt(day.startMs + AFTER_MS)!;
  const { totals: _, rules: __, ...sheet } = race.sheet;
  const [first, last] = [race.sheet.course.line[0]!, race.sheet.course.line.at(-1)!];
  const bytes = raceEncoder().delta({
    ...race,
    sheet: { ...sheet, course: { ...sheet.course, line: [first, last] } },
    passages: [],
  });
  return deflateSync(bytes!, { level: 9 }).toString('base64');
}
