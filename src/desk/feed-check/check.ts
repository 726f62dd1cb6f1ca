import type { FromFeed, InputReader, Live, Playable } from '../feeds/feed.ts';
import { isPlayable } from '../feeds/open.ts';
import { createIntake } from '../intake.ts';
import { createNotices } from '../notices.ts';
import { createListener, type FeedHeard } from './heard.ts';

interface Options {
  readonly feed: Playable | Live;
  /** With what was brought along. */
  readonly reader: () => InputReader;
  readonly laps: number | null;
  /** Of a live feed so long; what is played is read for so long from its start. */
  readonly seconds: number;
  /** Resolves after so many milliseconds; a live feed is listened to meanwhile. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Listens to a feed as a desk would, and says what it heard. Nothing is written. */
export async function checkFeed({ feed, reader, laps, seconds, wait }: Options): Promise<FeedHeard> {
  const wallMs = isPlayable(feed) ? null : Date.now;
  const faults = createNotices(() => {});
  const intake = createIntake({ source: { feeds: feed.feeds, reader }, notices: faults, laps, wallMs });
  const listener = createListener(wallMs);
  let clockMs = isPlayable(feed) ? feed.startMs : 0;
  const take = (input: FromFeed, atMs: number) => {
    const { events, heardMs } = intake.take({ ...input, atMs });
    clockMs = Math.max(clockMs, heardMs ?? 0);
    // What is played begins with its past.
    if (!isPlayable(feed) || atMs >= feed.startMs) listener.note(input, events);
    return events;
  };
  if (isPlayable(feed)) {
    const untilMs = feed.startMs + seconds * 1000;
    for (const input of feed.play(feed.startMs)) {
      if (input.atMs > untilMs) break;
      clockMs = Math.max(clockMs, input.atMs);
      take(input, input.atMs);
    }
  } else {
    const stop = feed.listen(
      (input) => take(input, clockMs),
      (text) => faults.add('error', text),
    );
    await wait(seconds * 1000);
    stop();
  }
  intake.advance(clockMs);
  return {
    seconds,
    ...listener.heard(),
    faults: faults.list().filter(({ level }) => level !== 'info'),
    race: intake.race(clockMs),
  };
}
