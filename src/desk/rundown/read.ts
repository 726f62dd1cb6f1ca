import * as v from 'valibot';
import { type Rundown, saidRundownOf } from '../../show/rundown.ts';
import { type FileRundown, rundownFileShape } from '../../wire/crew/rundown.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { mistakesSaid } from '../mistakes.ts';

const WHAT = '{"rundown": 1, "name": "Stage 5", "items": [{"overlay": "…", "title": "…", "key": "1"}]}';

/** A rundown out of a file: a sentence for each mistake, and nothing is taken of a text that has one. */
export function rundownIn(text: string, where: string): Result<FileRundown> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`${where} is no JSON (${error instanceof Error ? error.message : error}); write it as ${WHAT}.`);
  }
  const read = v.safeParse(rundownFileShape, json);
  if (!read.success) return fail(mistakesSaid(read.issues, where));
  const { rundown: _, ...said } = read.output;
  return ok(said);
}

/** The text of such a file, one item a line. */
export function rundownText(rundown: Rundown): string {
  const { name, items } = saidRundownOf(rundown);
  const lines = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  return `{\n  "rundown": 1,\n  "name": ${JSON.stringify(name)},\n  "items": [\n${lines}\n  ]\n}\n`;
}
