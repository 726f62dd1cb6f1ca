import { fail, ok, type Result } from '../../../wire/result.ts';
import { readTape } from '../../tape/read.ts';
import type { Playable } from '../feed.ts';
import { parserOf } from '../parsers.ts';
import { headMoments } from './head.ts';
import { inOrder } from './in-order.ts';

/** A tape that this desk wrote, played again: the raw inputs and what operators said about the race, not the show. */
export function openTape(file: string, content: string): Result<Playable> {
  const tape = readTape(file, content);
  if (!tape.ok) return tape;
  const { head, entries } = tape.value;
  const parser = parserOf(head.feed);
  if (!parser)
    return fail(`${file} was written from a feed "${head.feed}" that this desk does not know; use a newer desk.`);
  const inputs = inOrder(entries.flatMap((entry) => ('raw' in entry ? [entry.raw] : [])));
  if (inputs.length === 0) return fail(`${file} is a tape with nothing on it; nothing can be played.`);
  const fromMs = inputs[0].atMs;
  const play = () => inputs;
  return ok({
    title: `replay of ${file.split('/').at(-1)} (${head.title})`,
    feed: head.feed,
    parse: parser(),
    span: { fromMs, toMs: inputs.at(-1)!.atMs },
    startMs: fromMs,
    momentAt: headMoments(parser, play),
    play,
  });
}
