import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SaidRundown } from '../../show/rundown.ts';
import { rundownIn } from './read.ts';

/** The rundowns of the house: every file of a folder, in the order of their names. A broken one is a mistake of ours. */
export const defaultRundowns = (folder: string): readonly SaidRundown[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const read = rundownIn(readFileSync(join(folder, file), 'utf8'), file);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    });
