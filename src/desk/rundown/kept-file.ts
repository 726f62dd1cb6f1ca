import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Rundowns, saidRundownOf } from '../../show/rundown.ts';
import { type KeptRundowns, keptRundownsShape } from '../../wire/crew/rundown.ts';
import { jsonOf } from '../feeds/json.ts';
import type { Notices } from '../notices.ts';

/** Of a folder of tapes. */
export const RUNDOWNS_FILE = 'rundowns.json';

/** As it is kept: without what was removed. */
export const keptOf = ({ chosen, all }: Rundowns): KeptRundowns => ({ chosen, all: all.map(saidRundownOf) });

/** What a folder of tapes keeps for the next race; null where there is nothing, or nothing that can be read. */
export function readKeptRundowns(folder: string, notices: Notices): KeptRundowns | null {
  const file = join(folder, RUNDOWNS_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const read = v.safeParse(keptRundownsShape, jsonOf(text));
  if (read.success) return read.output;
  const aside = `${file}.unread`;
  moveAside(file, aside);
  notices.add('error', `${file} is no list of rundowns: it is kept as ${aside}, and the desk begins with its own.`);
  return null;
}

function moveAside(file: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    // It is written over with the next edit, as a file that cannot be moved may well not be either.
  }
}

/** Keeps the rundowns beside the tapes; where that fails they are on the tape alone, and it is said. */
export const keepRundowns =
  (folder: string, notices: Notices) =>
  (rundowns: Rundowns): void => {
    const file = join(folder, RUNDOWNS_FILE);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.draft`, `${JSON.stringify(keptOf(rundowns))}\n`);
      renameSync(`${file}.draft`, file);
      notices.stand(RUNDOWNS_FILE, null);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notices.stand(RUNDOWNS_FILE, `${file} cannot be written (${why}): export the rundowns that the next race needs.`);
    }
  };
