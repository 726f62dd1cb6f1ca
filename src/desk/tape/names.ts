import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_TAPE_NAME } from '../../wire/crew/tapes.ts';
import { jsonOf, recordOf } from '../feeds/json.ts';

/** Beside the tapes: what hands call them, by file. */
const FILE = 'tape-names.json';

export function tapeNamesIn(folder: string): ReadonlyMap<string, string> {
  try {
    const told = Object.entries(recordOf(jsonOf(readFileSync(join(folder, FILE), 'utf8'))) ?? {});
    return new Map(told.flatMap(([file, name]) => (typeof name === 'string' ? [[file, name]] : [])));
  } catch {
    return new Map();
  }
}

/** Null when it is kept, else why not. */
export function keepTapeName(folder: string, file: string, name: string): string | null {
  const said = name.trim();
  if (said.length > LONGEST_TAPE_NAME || /\p{Cc}/u.test(said))
    return `A tape has a name of at most ${LONGEST_TAPE_NAME} characters, in one line.`;
  const names = new Map(tapeNamesIn(folder));
  names.delete(file);
  if (said !== '') names.set(file, said);
  const at = join(folder, FILE);
  try {
    writeFileSync(`${at}.draft`, `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`);
    renameSync(`${at}.draft`, at);
    return null;
  } catch (error) {
    return `The name cannot be kept (${error instanceof Error ? error.message : String(error)}): make room for it.`;
  }
}
