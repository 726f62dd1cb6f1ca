import type { Parse } from './feed.ts';
import { raceCenterParse } from './race-center/parse.ts';
import { parse as simulationParse } from './simulation/parse.ts';

const parsers: Readonly<Record<string, () => Parse>> = {
  'race-center': raceCenterParse,
  simulation: () => simulationParse,
};

/** The way to read a feed by the name that stands on a tape; null for a feed that is not known. */
export const parserOf = (feed: string): (() => Parse) | null => (Object.hasOwn(parsers, feed) ? parsers[feed] : null);
