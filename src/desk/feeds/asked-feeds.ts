import { fail, ok, type Result } from '../../wire/result.ts';
import type { FeedKind } from './feed.ts';
import type { FeedKinds } from './kinds.ts';
import { withoutCredentials } from './server-address.ts';

/** A feed by its kind, and what stands after the colon. */
export interface AskedFeed {
  readonly kind: string;
  readonly argument: string;
}

/** How `--feed` names a kind. */
export const feedForm = ({ name, takes, standsAlone }: FeedKind): string => {
  if (takes === null) return name;
  return standsAlone ? `${name}[:${takes}]` : `${name}:${takes}`;
};

/** Feeds that can meet in one race. */
export function feedsOf(texts: readonly string[], kinds: FeedKinds): Result<AskedFeed[]> {
  const feeds: AskedFeed[] = [];
  for (const [i, text] of texts.entries()) {
    const feed = feedOf(text, kinds);
    if (!feed)
      return fail(
        `--feed ${withoutCredentials(text)} is no feed: there are ${listed([...kinds.values()].map(feedForm))}.`,
      );
    if (texts.indexOf(text) < i) return fail(`--feed ${withoutCredentials(text)} is given twice; leave one out.`);
    feeds.push(feed);
  }
  const isLive = ({ kind }: AskedFeed) => kinds.get(kind)?.isLive === true;
  const [live, played] = [feeds.find(isLive), feeds.find((feed) => !isLive(feed))];
  return live && played
    ? fail(`--feed ${live.kind} happens now and ${played.kind} is played: give one desk the one or the other.`)
    : ok(feeds);
}

function feedOf(text: string, kinds: FeedKinds): AskedFeed | null {
  const [name = ''] = text.split(':', 1);
  const kind = kinds.get(name);
  if (!kind) return null;
  const argument = text.slice(name.length + 1);
  const isAlone = text === name;
  const isForm = isAlone ? kind.takes === null || kind.standsAlone : kind.takes !== null && argument !== '';
  return isForm ? { kind: name, argument } : null;
}

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
