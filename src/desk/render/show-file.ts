import * as v from 'valibot';
import { complete } from '../../show/complete.ts';
import type { Manifest } from '../../show/manifest.ts';
import { emptyShow } from '../../show/show.ts';
import { nothingCounted } from '../../show/steps.ts';
import { foldUndoable, neverChanged } from '../../show/undo.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { jsonOf } from '../feeds/json.ts';
import { readText } from '../feeds/replay/read-file.ts';
import type { Material, TimedCommand } from './material.ts';
import { momentAsked } from './moment.ts';

const showShape = v.array(
  v.looseObject(
    { at: v.union([v.string(), v.pipe(v.number(), v.finite())], 'a time of day or seconds is wanted') },
    'an object {"at", "do", ...} is wanted',
  ),
  'a list of commands is wanted',
);

/** What is to be on air when: `[{ "at": "12:30:05", "do": "take-direct", "overlay": "..." }]`, in any order. */
export function readShow(
  file: string,
  material: Material,
  manifests: ReadonlyMap<string, Manifest>,
): Result<readonly TimedCommand[]> {
  const text = readText(file);
  if (!text.ok) return text;
  const json = jsonOf(text.value);
  if (json === null) return fail(`${file} is not JSON: write [{ "at": "12:30:05", "do": "take-direct", ... }].`);
  const parsed = v.safeParse(showShape, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const [at] = issue.path ?? [];
    return fail(`${file}${at ? `, command ${Number(at.key) + 1}` : ''}: ${issue.message}.`);
  }
  const commands: (TimedCommand & { readonly place: string })[] = [];
  for (const [i, { at, ...command }] of parsed.output.entries()) {
    const place = `${file}, command ${i + 1}`;
    const ms = momentAsked(at, `${place}: "at"`, material);
    if (!ms.ok) return ms;
    commands.push({ ms: ms.value, command, place });
  }
  commands.sort((a, b) => a.ms - b.ms);
  return whatFits(commands, manifests);
}

/** One after the other, as they will be done: what is refused at its turn is a mistake of the file. */
function whatFits(
  commands: readonly (TimedCommand & { readonly place: string })[],
  manifests: ReadonlyMap<string, Manifest>,
): Result<readonly TimedCommand[]> {
  let kept = neverChanged(emptyShow);
  for (const { command, place } of commands) {
    const situation = { manifests, show: kept.show, counts: nothingCounted };
    const completed = complete(command, situation);
    if (!completed.ok) return fail(`${place}: ${completed.error}`);
    kept = foldUndoable(kept, completed.value, situation);
  }
  return ok(commands.map(({ ms, command }) => ({ ms, command })));
}
