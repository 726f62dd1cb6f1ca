import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';

const moment = v.pipe(v.number(), v.finite());
const count = v.pipe(moment, v.minValue(0));

const tapeShape = v.pipe(
  v.object({
    /** Its name in the folder. */
    file: v.pipe(v.string(), v.nonEmpty()),
    /** What a hand has called it. */
    name: v.nullable(v.string()),
    /** Of the feed. */
    title: v.string(),
    /** On the wall clock. */
    startedAt: moment,
    /** From its beginning to what was written last. */
    lastedMs: count,
    bytes: count,
    /** `written` while it is; `ended` by its operator; `left` by a desk that was stopped or killed. */
    state: v.picklist(['written', 'ended', 'left']),
  }),
  v.readonly(),
);
export type KeptTape = v.InferOutput<typeof tapeShape>;

const rehearsalShape = v.pipe(
  v.object({
    file: v.string(),
    /** Null until it is there. */
    port: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
  }),
  v.readonly(),
);
/** A second desk that plays a tape, beside the one on air. */
export type Rehearsal = v.InferOutput<typeof rehearsalShape>;

const tapesShape = v.pipe(
  v.object({
    /** Newest first. */
    tapes: v.pipe(v.array(tapeShape), v.readonly()),
    rehearsal: v.nullable(rehearsalShape),
  }),
  v.readonly(),
);
/** What control shows of the tapes of a desk, asked for by `/api/tapes`. */
export type TapesView = v.InferOutput<typeof tapesShape>;

/** A name of a tape has at most so many characters. */
export const LONGEST_TAPE_NAME = 80;

/** The tapes as the desk tells them. */
export function parseTapes(input: unknown): Result<TapesView> {
  const parsed = v.safeParse(tapesShape, input);
  if (parsed.success) return ok(parsed.output);
  const where = v.getDotPath(parsed.issues[0]) ?? 'all of it';
  return fail(`What the desk tells of its tapes cannot be read (${where} is wrong): reload this page.`);
}
