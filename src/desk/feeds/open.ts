import { fail, ok, type Result } from '../../wire/result.ts';
import type { AskedFeed } from './asked-feeds.ts';
import type { Asked, Live, Playable } from './feed.ts';
import { joinLives, joinPlayables } from './join.ts';
import { type FeedKinds, parserIn } from './kinds.ts';

export const isPlayable = (feed: Playable | Live): feed is Playable => 'span' in feed;

/** All that was asked for, as one: the first one that is played leads. */
export function openFeeds(
  asked: readonly AskedFeed[],
  all: Pick<Asked, 'seed' | 'folder' | 'port' | 'names'>,
  kinds: FeedKinds,
): Result<Playable | Live> {
  const parserOf = parserIn(kinds);
  const playables: Playable[] = [];
  const lives: Live[] = [];
  for (const { kind, argument } of asked) {
    const opened = kinds.get(kind)?.open({ argument, ...all, parserOf }) ?? fail(`There is no feed "${kind}".`);
    if (!opened.ok) return opened;
    if (isPlayable(opened.value)) playables.push(opened.value);
    else lives.push(opened.value);
  }
  return playables.length > 0 ? joinPlayables(playables) : ok(joinLives(lives));
}
