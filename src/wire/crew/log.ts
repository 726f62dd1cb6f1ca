import * as v from 'valibot';

/* What was done to the show and the race: told to control pages only, all of it once and then only what is new. */

/** So many lines are kept, the newest: at the desk and on a page. */
export const LOG_KEPT = 500;

/** So many letters of a text. */
export const LOG_LONGEST = 400;

export const logKinds = ['air', 'cue', 'rundown', 'race', 'transport', 'desk'] as const;
export type LogKind = (typeof logKinds)[number];

const sentence = v.pipe(v.string(), v.maxLength(LOG_LONGEST));
const moment = v.pipe(v.number(), v.finite());

const entry = v.object({
  kind: v.picklist(logKinds),
  /** "control 2", "http 10.0.0.7", "rule", the name of a feed. */
  author: sentence,
  /** On the clock of the race; null while nobody knows it. */
  raceMs: v.nullable(moment),
  /** In one phrase, with the names that a producer knows. */
  what: sentence,
  why: v.nullable(sentence),
});

export const logEntryShape = v.pipe(entry, v.readonly());
/** One thing that was done. */
export type LogEntry = v.InferOutput<typeof logEntryShape>;

const line = v.pipe(
  v.object({
    ...entry.entries,
    /** Counts all that was done, from 1. */
    n: v.pipe(v.number(), v.integer()),
    /** On the desk's own wall clock. */
    atMs: moment,
  }),
  v.readonly(),
);
export type LogLine = v.InferOutput<typeof line>;

export const logNewsShape = v.object({
  /** What was told before is not to be kept: this is all. */
  isAll: v.boolean(),
  /** Oldest first. */
  lines: v.pipe(v.array(line), v.readonly()),
});
export type LogNews = Readonly<v.InferOutput<typeof logNewsShape>>;

/** What a page holds after news: newest first, no more than are kept, each once. */
export function foldLog(held: readonly LogLine[], { isAll, lines }: LogNews): readonly LogLine[] {
  const newestN = isAll ? 0 : (held[0]?.n ?? 0);
  const fresh = lines.filter(({ n }) => n > newestN).reverse();
  return [...fresh, ...(isAll ? [] : held)].slice(0, LOG_KEPT);
}
