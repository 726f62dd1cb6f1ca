import { fail, ok, type Result } from '../../../wire/result.ts';
import { DESK } from '../../tape/entry.ts';
import { rawsOf, readTape } from '../../tape/read.ts';
import type { InputReader, Parse, ParserOf, Playable } from '../feed.ts';
import { unknownFeed } from '../join.ts';
import { asReceived } from './as-received.ts';
import { headMoments } from './head.ts';
import { inOrder } from './in-order.ts';

/** A tape that this desk wrote, played again: the raw inputs and what operators said about the race, not the show. */
export function openTape(file: string, content: string, parserOf: ParserOf): Result<Playable> {
  const tape = readTape(file, content);
  if (!tape.ok) return tape;
  const { head, entries } = tape.value;
  const inputs = head.isLive ? asReceived(entries) : inOrder(rawsOf(entries));
  const feeds = [...new Set(inputs.map(({ feed }) => feed))].filter((feed) => feed !== DESK);
  const unknown = feeds.find((feed) => parserOf(feed) === null);
  if (unknown !== undefined)
    return fail(`${file} was written from a feed "${unknown}" that this desk does not know; use a newer desk.`);
  const [first] = inputs;
  const last = inputs.at(-1);
  if (!first || !last) return fail(`${file} is a tape with nothing on it; nothing can be played.`);
  const reader = () => readerOf(feeds, parserOf);
  const play = () => inputs;
  return ok({
    title: `replay of ${file.split('/').at(-1)} (${head.title})`,
    feeds,
    reader,
    span: { fromMs: first.atMs, toMs: last.atMs },
    startMs: first.atMs,
    momentAt: headMoments(reader, play),
    play,
  });
}

/** Each line is read by its own feed. */
function readerOf(feeds: readonly string[], parserOf: ParserOf): InputReader {
  const parsers = new Map<string, Parse>();
  for (const feed of feeds) {
    const parser = parserOf(feed);
    if (parser) parsers.set(feed, parser());
  }
  return (input) => parsers.get(input.feed)?.(input) ?? unknownFeed(input);
}
