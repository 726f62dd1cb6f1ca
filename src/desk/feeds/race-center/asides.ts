import { jsonOf, numberOf, recordOf, textOf } from '../json.ts';

/* What the stream says beside what it sends: under the names `stage` and `groups`. */

/** No race has more. */
const MOST_STAGES = 60;

/** The number of the stage that is announced: 6, "6", "stage-2026-6" or {"stage": 6}; null where there is none in it. */
export function stageAnnounced(text: string): number | null {
  const value = jsonOf(text) ?? text;
  const told = recordOf(value)?.stage ?? recordOf(value)?.number ?? value;
  const number = numberOf(told) ?? numberOf(/(?:^|[-/ ])(\d{1,2})$/.exec(textOf(told))?.[1]);
  return number !== null && Number.isInteger(number) && number >= 0 && number <= MOST_STAGES ? number : null;
}

/** `groups` says of each name when something under it was changed last. Gives the names of which that is news. */
export function createGroupBook(): (text: string) => readonly string[] {
  const known = new Map<string, number>();
  return (text) =>
    Object.entries(recordOf(jsonOf(text)) ?? {}).flatMap(([bind, told]) => {
      const atMs = numberOf(told);
      if (atMs === null || atMs <= (known.get(bind) ?? Number.NEGATIVE_INFINITY)) return [];
      known.set(bind, atMs);
      return [bind];
    });
}
