import { ok, type Result } from '../wire/result.ts';
import type { Arguments } from './arguments.ts';
import { withBroughtAlong } from './brought-along.ts';
import type { InputReader, Live, Playable } from './feeds/feed.ts';
import type { FeedKinds } from './feeds/kinds.ts';
import { isPlayable, openFeeds } from './feeds/open.ts';
import { headMoments } from './feeds/replay/head.ts';
import { filesBrought } from './files-brought.ts';
import { withOneSheet } from './papers/one-sheet.ts';
import { withPoints } from './papers/points.ts';
import { withBroughtAgain } from './tape/brought.ts';

export interface FeedOf {
  /** With what a tape was made with. */
  readonly args: Arguments;
  readonly feed: Playable | Live;
  /** What is used again of a tape, what of it is not there any more, and what is doubted of files: a sentence each. */
  readonly said: readonly string[];
  readonly missing: readonly string[];
  readonly doubts: readonly string[];
}

/** The feeds that were asked for, as one, with all that was brought along; `sayRoad` is told the road that it goes by. */
export function feedOf(asked: Arguments, kinds: FeedKinds, sayRoad: (road: string) => void): Result<FeedOf> {
  const { args, said, missing } = withBroughtAgain(asked);
  const opened = openFeeds(
    args.feeds,
    { seed: args.seed, folder: args.tapes, port: args.port, names: namesOf(args) },
    kinds,
  );
  if (!opened.ok) return opened;
  const files = filesBrought(args);
  if (!files.ok) return files;
  const { own, listed, doubts } = files.value;
  const { feeds } = opened.value;
  const oneSheet = withOneSheet(opened.value.reader, { feeds, listed });
  const reader = withPoints(withBroughtAlong(oneSheet, own, sayRoad));
  const feed = own.course && isPlayable(opened.value) ? onRoad(opened.value, reader) : { ...opened.value, reader };
  return ok({ args, feed, said, missing, doubts });
}

/** By which the certificate of this desk knows it; none where it has none, or a proxy stands before it. */
export const namesOf = ({ tlsCert, behindProxy, allowHost }: Arguments): readonly string[] =>
  tlsCert !== null && !behindProxy ? allowHost : [];

/** On a road that was brought along, the head of the race is where racing it there says. */
function onRoad(playable: Playable, reader: () => InputReader): Playable {
  const momentAt = headMoments(reader, () => playable.play(Number.NEGATIVE_INFINITY));
  return { ...playable, reader, momentAt };
}
