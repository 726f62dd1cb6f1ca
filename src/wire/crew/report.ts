import * as v from 'valibot';

/* What a page says of itself: at each change, at most once a second; and to the desk that asked it, what is to be read in
 * its graphics, and how they look. Sizes are bounded: anyone may call itself a page. */

/** How a graphic stands in the picture of a page; `waiting` is wanted, with nothing true to show. */
export const shownLife = v.picklist(['off', 'waiting', 'entering', 'on', 'leaving', 'failed']);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const word = v.pipe(v.string(), v.maxLength(80));
const sentence = v.pipe(v.string(), v.maxLength(500));
const few = <T>(item: v.GenericSchema<unknown, T>) => v.pipe(v.array(item), v.maxLength(40), v.readonly());

/** With which values a page draws a graphic, or drew it until it was taken out; steps are counted from 0. */
const drawnValues = v.object({ params: v.record(word, v.union([v.number(), sentence, v.boolean()])), step: count });

const reportedLife = v.object({
  overlay: word,
  layer: word,
  life: shownLife,
  why: v.nullable(sentence),
  /** Left out where it is told further: what pages draw with which values is for the log of what was on air. */
  item: v.exactOptional(drawnValues),
});
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
  /** Of a browser source: how it stands in OBS. One that is hidden says no lives. */
  obs: v.exactOptional(v.object({ isVisible: v.boolean(), isActive: v.boolean(), scene: v.nullable(word) })),
});

export type Report = Readonly<v.InferOutput<typeof reportShape>>;
export type ReportedLife = Readonly<v.InferOutput<typeof reportedLife>>;
export type ShownLife = v.InferOutput<typeof shownLife>;

/** The most of each text and list that a report may hold. */
export const LONGEST = { word: 80, sentence: 500, list: 40 } as const;

export const wordsTold = v.object({
  overlay: word,
  ...drawnValues.entries,
  words: few(v.pipe(v.string(), v.maxLength(160))),
});

/** What is to be read in one graphic, as it was painted: a line for each piece, from top to bottom. */
export type WordsTold = Readonly<v.InferOutput<typeof wordsTold>>;

/** The most letters of a line of them. */
export const LONGEST_LINE = 160;

export const stillHead = v.object({ n: count, kind: v.picklist(['webp', 'png']) });

/** Of which row of the log of what was on air a still is, and how it is written. */
export type StillHead = Readonly<v.InferOutput<typeof stillHead>>;

/** The most bytes of a still: less than what a message may hold. */
export const STILL_BYTES = 60_000;
