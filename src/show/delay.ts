/** How late each output is, in seconds, by its name: 0 is not at all, and nothing is said of one that is not here. */
export type Delays = Readonly<Record<string, number>>;

/** Seconds. The picture of an output may come in so late, and no hand says it finer. */
export const DELAY = { most: 300, step: 0.5 } as const;

/** What a program page is called that was given no name. */
export const FIRST_OUTPUT = 'program';

/** So many outputs have a delay of their own: names that a script makes up must not fill the show. */
const MOST_OUTPUTS = 50;

/** "program", "ott", "world-16x9": a name that goes into an address as it is. */
export const isOutputName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-zA-Z0-9][\w.-]{0,39}$/.test(name);

/** As a hand says it: whole steps. */
export const isDelay = (seconds: unknown): seconds is number =>
  typeof seconds === 'number' && seconds >= 0 && seconds <= DELAY.most && Number.isInteger(seconds / DELAY.step);

/** What is said of an output, or null. */
export const delayOf = (delays: Delays, output: string): number | null =>
  Object.hasOwn(delays, output) ? (delays[output] ?? null) : null;

/** The same where the output is so late already. */
export const withDelay = (delays: Delays, output: string, delayS: number): Delays =>
  delayOf(delays, output) === delayS ? delays : { ...delays, [output]: delayS };

/** The nearest delay that a hand can say. */
export const nearestDelay = (seconds: number): number =>
  Math.min(DELAY.most, Math.max(0, Math.round(seconds / DELAY.step) * DELAY.step));

/** One sentence, or null where it can be done. `said` is how a thing that may be anything is called in a sentence. */
export function wrongDelay(delays: Delays, output: unknown, delayS: unknown, said: (what: unknown) => string) {
  if (!isOutputName(output))
    return `${said(output)} is no name of an output: letters, digits, "-", "_" and ".", 40 at most.`;
  if (!isDelay(delayS))
    return `${said(delayS)} is no delay: "delayS" is a number of seconds from 0 to ${DELAY.most}, in steps of ${DELAY.step}.`;
  if (delayOf(delays, output) === null && Object.keys(delays).length >= MOST_OUTPUTS)
    return `${MOST_OUTPUTS} outputs have a delay already, the most that this desk holds.`;
  return null;
}
