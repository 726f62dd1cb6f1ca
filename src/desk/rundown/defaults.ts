import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Race } from '../../race/race.ts';
import { isAgainstClock } from '../../race/sheet.ts';
import type { FileRundown } from '../../wire/crew/rundown.ts';
import { rundownIn } from './read.ts';

/** The rundowns of the house: every file of a folder, in the order of their names. A broken one is a mistake of ours. */
export const defaultRundowns = (folder: string): readonly FileRundown[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const read = rundownIn(readFileSync(join(folder, file), 'utf8'), file);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    });

/** The name of the one that is for such a race; null where the first will do. */
export function suitedTo({ sheet }: Pick<Race, 'sheet'>, all: readonly FileRundown[]): string | null {
  const isOnLaps = sheet.info.type === 'circuit' || sheet.course.laps !== null;
  const kind = isAgainstClock(sheet) ? 'time-trial' : isOnLaps ? 'circuit' : null;
  return (kind && all.find(({ suits }) => suits === kind)?.name) ?? null;
}
