import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type PastRaces, recordedPast } from '../../insight/past.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { textOfFile } from '../file-text.ts';
import { CLIMBS_FILE, climbTable } from './climb-records.ts';
import { FIT_FILE, fitIn } from './fit-file.ts';

export interface History {
  readonly past: PastRaces;
  /** Names of the files that it was fitted to. */
  readonly files: readonly string[];
  /** What is used of it, a sentence. */
  readonly said: string;
  /** A sentence for each row that was left out. */
  readonly doubts: readonly string[];
}

/** `--history <folder>`: what was fitted to earlier races, and the records of climbs, where the folder has them. */
export function readHistory(folder: string): Result<History> {
  const [fitFile, climbsFile] = [join(folder, FIT_FILE), join(folder, CLIMBS_FILE)];
  const fit = existsSync(fitFile) ? readWith(fitFile, fitIn) : ok(null);
  if (!fit.ok) return fit;
  const climbs = existsSync(climbsFile) ? readWith(climbsFile, climbTable) : ok(null);
  if (!climbs.ok) return climbs;
  if (!fit.value && !climbs.value)
    return fail(
      `--history ${folder}: there is neither ${FIT_FILE} nor ${CLIMBS_FILE}; write it with npm run insight -- fit ${folder}.`,
    );
  const files = (fit.value?.races ?? []).map(({ file }) => file);
  const count = files.length;
  const by = fit.value ? `what ${count === 1 ? 'one earlier race' : `${count} earlier races`} taught` : 'its own past';
  const known = climbs.value?.climbs.length ?? 0;
  const records =
    known === 0 ? '' : known === 1 ? ', with the record of one climb' : `, with the records of ${known} climbs`;
  return ok({
    past: { ...(fit.value?.past ?? recordedPast), ...(climbs.value && { climbs: climbs.value.climbs }) },
    files,
    said: `The desk forecasts by ${by}${records} (${folder}).`,
    doubts: climbs.value?.doubts ?? [],
  });
}

function readWith<T>(file: string, read: (text: string, where: string) => Result<T>): Result<T> {
  const text = textOfFile(file, `${file} cannot be read; check its permissions.`);
  return text.ok ? read(text.value, file) : text;
}
