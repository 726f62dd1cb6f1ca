import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { PastRaces } from '../../insight/past.ts';
import { stageTypes } from '../../race/rules/stage-type.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { jsonOf, recordOf } from '../feeds/json.ts';
import { mistakesSaid } from '../mistakes.ts';

/** Of a folder of earlier races: what was fitted to them. */
export const FIT_FILE = 'insight.json';

const VERSION = 1;
const AGAIN = 'fit it again: npm run insight -- fit <folder>';

const number = (low: number, high: number) =>
  v.pipe(
    v.number(`a number is wanted; ${AGAIN}`),
    v.minValue(low, `${low} to ${high} is wanted; ${AGAIN}`),
    v.maxValue(high, `${low} to ${high} is wanted; ${AGAIN}`),
  );

const rows = <Row extends v.GenericSchema<object>>(row: Row, by: keyof v.InferOutput<Row>) =>
  v.pipe(
    v.array(row, `a list is wanted; ${AGAIN}`),
    v.minLength(1, `a row at least is wanted; ${AGAIN}`),
    v.check(
      (all) => all.every((one, i) => i === 0 || Number(one[by]) > Number(all[i - 1]![by])),
      `rows in the order of ${String(by)} are wanted; ${AGAIN}`,
    ),
  );

const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, `an object of ${Object.keys(entries).join(', ')} is wanted; ${AGAIN}`);

const errorsByKm = rows(object({ km: number(0, 400), share: number(0.001, 1) }), 'km');
const errors = v.pipe(
  v.array(number(-100, 100), `a list is wanted; ${AGAIN}`),
  v.minLength(3, `three at least are wanted; ${AGAIN}`),
);
const closing = object({ mean: number(-60, 60), sd: number(0.1, 60) });

const pastShape = object({
  pace: rows(object({ gradientPct: number(-30, 30), kph: number(4, 110) }), 'gradientPct'),
  dropped: rows(object({ fromPct: number(-30, 30), slower: number(1, 5) }), 'fromPct'),
  finale: object({ km: number(0, 100), share: number(0.5, 2) }),
  arrivalError: object({ point: errorsByKm, finish: errorsByKm }),
  gapError: object({ s: number(0.01, 100), power: number(0, 2), perGapS: number(1, 10_000) }),
  errors: object({ arrivals: errors, gaps: errors }),
  catch: object({
    closing: v.object(
      v.entriesFromList(stageTypes, closing),
      `an object of ${stageTypes.join(', ')} is wanted; ${AGAIN}`,
    ),
    caughtShare: number(0, 1),
  }),
});

const shape = object({
  insight: v.literal(VERSION, `${VERSION} is wanted; ${AGAIN}`),
  races: v.array(object({ file: v.string(), title: v.string(), km: number(0, 1000) }), `a list is wanted; ${AGAIN}`),
  past: pastShape,
});

/** What stands in the file of a fit. */
export interface KeptFit {
  /** The races that it was fitted to. */
  readonly races: readonly { readonly file: string; readonly title: string; readonly km: number }[];
  readonly past: PastRaces;
}

/** The text of such a file; `where` names it in what is wrong. */
export function fitIn(text: string, where: string): Result<KeptFit> {
  const json = jsonOf(text);
  const version = recordOf(json)?.insight;
  if (version === undefined) return fail(`${where} is no fit of earlier races; ${AGAIN}.`);
  if (typeof version === 'number' && version > VERSION)
    return fail(`${where} was fitted by a newer desk (${version}): use that, or ${AGAIN}.`);
  const read = v.safeParse(shape, json);
  return read.success ? ok(read.output) : fail(mistakesSaid(read.issues, where));
}

/** Null when it is written, else why not. */
export function writeFit(file: string, { races, past }: KeptFit): string | null {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.draft`, `${JSON.stringify({ insight: VERSION, races, past }, null, 2)}\n`);
    renameSync(`${file}.draft`, file);
    return null;
  } catch (error) {
    return `${file} cannot be written (${error instanceof Error ? error.message : String(error)}): name another with --out.`;
  }
}
