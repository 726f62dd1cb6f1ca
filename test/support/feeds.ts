import { type FeedKinds, parserIn, readFeedKinds } from '../../src/desk/feeds/kinds.ts';

/** The feeds that there are, as the desk finds them. */
export const kinds: FeedKinds = await readFeedKinds();
export const parserOf = parserIn(kinds);
