import * as v from 'valibot';

/* What a page says of itself: at each change, at most once a second. Sizes are bounded: anyone may call itself a page. */

/** How a graphic stands in the picture of a page; `waiting` is wanted, with nothing true to show. */
export const shownLife = v.picklist(['off', 'waiting', 'entering', 'on', 'leaving', 'failed']);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const word = v.pipe(v.string(), v.maxLength(80));
const sentence = v.pipe(v.string(), v.maxLength(500));
const few = <T>(item: v.GenericSchema<unknown, T>) => v.pipe(v.array(item), v.maxLength(40), v.readonly());

const reportedLife = v.object({ overlay: word, layer: word, life: shownLife, why: v.nullable(sentence) });
const reportedFault = v.object({ overlay: word, message: sentence, remedy: sentence, count });

export const reportShape = v.object({
  /** One row for each graphic that is wanted, or has not left yet. */
  lives: few(reportedLife),
  faults: few(reportedFault),
  /** "canvas", "webgl". */
  renderer: word,
  /** How often the GPU was lost. */
  gpuLost: count,
  /** Frames that came too late for the screen while something moved. */
  droppedFrames: count,
  /** What could not be loaded: one sentence each. */
  missing: few(sentence),
  /** Of an output: how late it is now, in seconds. */
  lateS: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
});

export type Report = Readonly<v.InferOutput<typeof reportShape>>;
export type ReportedLife = Readonly<v.InferOutput<typeof reportedLife>>;
export type ShownLife = v.InferOutput<typeof shownLife>;

/** The most of each text and list that a report may hold. */
export const LONGEST = { word: 80, sentence: 500, list: 40 } as const;
