import * as v from 'valibot';
import { Reader, Writer } from '../bytes.ts';
import type { Air } from '../public/half.ts';
import type { RaceDelta } from '../public/sections.ts';
import { readRace } from '../public/sections.ts';
import { fail, ok, type Result } from '../result.ts';
import { airShape } from '../schema.ts';

/* Between the renderer of files and its page: one step for each moment of its time, one answer for each step. */

/** The clock of the race, as the stage has it: `atMs` at `pageMs` of the page, then `rate` race seconds a second. */
export interface StepClock {
  readonly atMs: number;
  readonly pageMs: number;
  readonly rate: number;
  /** It was already this late; null where it never stood still. */
  readonly floorMs: number | null;
}

/** What is left out is as it was. */
export interface OfflineStep {
  /** Time of the page, in milliseconds since the beginning of what is rendered. */
  readonly timeMs: number;
  /** The picture is wanted; else the stage is only led through this moment. */
  readonly wanted: boolean;
  readonly air?: Air;
  readonly clock?: StepClock;
}

/** `race`: what changed of it, as `raceEncoder` packs it. */
export function packStep(step: OfflineStep, race: Uint8Array | null): Uint8Array {
  const writer = new Writer();
  writer.text(JSON.stringify(step));
  if (race) writer.block(race);
  return writer.done();
}

const finite = v.pipe(v.number(), v.finite());
const stepShape: v.GenericSchema<unknown, OfflineStep> = v.object({
  timeMs: finite,
  wanted: v.boolean(),
  air: v.exactOptional(airShape),
  clock: v.exactOptional(v.object({ atMs: finite, pageMs: finite, rate: finite, floorMs: v.nullable(finite) })),
});

export type OpenedStep = OfflineStep & { readonly race: RaceDelta | null };

export function openStep(bytes: Uint8Array): Result<OpenedStep> {
  try {
    const reader = new Reader(bytes);
    const step = v.parse(stepShape, JSON.parse(reader.text()));
    return ok({ ...step, race: reader.finished ? null : readRace(reader.block()) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The page cannot read a step of the renderer (${why}): build the pages anew.`);
  }
}
