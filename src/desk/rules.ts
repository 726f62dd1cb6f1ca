import { readFileSync } from 'node:fs';
import { rulesOf } from '../race/rules/preset.ts';
import type { Rules } from '../race/rules/rules.ts';
import { fail, ok, type Result } from '../wire/result.ts';
import { jsonOf, recordOf } from './feeds/json.ts';

/** `--rules tour-2025`, or a race's own file: `{"preset": "tour-2025", "own": {"bonusS": {"sprint": [3, 2, 1]}}}`. */
export function readRules(text: string): Result<Rules> {
  if (!text.endsWith('.json')) return rulesIn({ preset: text }, '--rules');
  try {
    const file = recordOf(jsonOf(readFileSync(text, 'utf8')));
    return file ? rulesIn(file, text) : fail(`${text} is not JSON with a "preset" and its "own" figures; correct it.`);
  } catch {
    return fail(`${text} cannot be read; give --rules a preset or a file with the race's own figures.`);
  }
}

function rulesIn(file: Readonly<Record<string, unknown>>, where: string): Result<Rules> {
  const read = rulesOf(file.preset, file.own);
  return read.ok ? ok(read.rules) : fail(`${where}: ${read.errors.join('; ')}.`);
}
