import type { Crew } from '../../wire/crew/half.ts';
import { type Frame, frameOf } from '../../wire/frame.ts';

/** How often each part is told at most: a key shows at once, and what others stir up cannot flood the producer. */
const AT_MOST_EVERY_MS: Readonly<Record<keyof Crew, number>> = {
  preview: 0,
  owners: 0,
  changes: 0,
  rundowns: 0,
  leaving: 0,
  desk: 190,
  shown: 190,
  pages: 1000,
  quarantine: 1000,
  radio: 190,
  devices: 2000,
  authors: 190,
  waiting: 0,
};
const parts = Object.keys(AT_MOST_EVERY_MS) as (keyof Crew)[];

/** Asked for only when it is due. */
export type CrewView = { readonly [Part in keyof Crew]: () => Crew[Part] };

/** All of it, now. */
export const crewNow = (view: CrewView): Crew =>
  Object.fromEntries(parts.map((part) => [part, view[part]()])) as unknown as Crew;

export interface CrewHalf {
  /** What is new and due, or null. */
  delta(view: CrewView): Frame | null;
  /** All that was told so far. */
  greeting(): readonly Frame[];
}

/** `now` is any clock that runs evenly, in milliseconds. */
export function createCrewHalf(first: Crew, now: () => number): CrewHalf {
  let seq = 0;
  let told = first;
  const toldMs = new Map<keyof Crew, number>();
  let snapshot: Frame | null = null;

  return {
    delta(view) {
      const due = parts.filter(
        (part) => now() - (toldMs.get(part) ?? Number.NEGATIVE_INFINITY) >= AT_MOST_EVERY_MS[part],
      );
      const news = due
        .map((part) => [part, view[part]()] as const)
        .filter(([part, value]) => isOther(value, told[part]));
      if (news.length === 0) return null;
      for (const [part] of news) toldMs.set(part, now());
      const changes: Partial<Crew> = Object.fromEntries(news);
      told = { ...told, ...changes };
      seq += 1;
      snapshot = null;
      return frameOf('crew-delta', { seq, ...changes });
    },
    greeting() {
      snapshot ??= frameOf('crew', { seq, ...told });
      return [snapshot];
    },
  };
}

const isOther = (a: object, b: object): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b);
