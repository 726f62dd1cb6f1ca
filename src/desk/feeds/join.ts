import { fail, ok, type Result } from '../../wire/result.ts';
import type { FromFeed, InputReader, Live, Playable, Timed } from './feed.ts';

/** Several that are played, on one clock: the first one leads, the others play along. */
export function joinPlayables(playables: readonly Playable[]): Result<Playable> {
  const [lead, ...others] = playables;
  if (!lead) return fail('There is nothing to play; name a feed.');
  if (others.length === 0) return ok(lead);
  const { span } = lead;
  const stranger = others.find((one) => one.span.toMs < span.fromMs || one.span.fromMs > span.toMs);
  if (stranger)
    return fail(
      `${lead.title} and ${stranger.title} have no moment in common: play them on two desks, or one of them.`,
    );
  const { feeds, named, reader } = joined(playables);
  return ok({
    title: titleOf(playables),
    feeds,
    reader,
    span,
    startMs: lead.startMs,
    momentAt: lead.momentAt,
    play: (thinUntilMs) => inTurn(playables.map((one, i) => named(i, one.play(thinUntilMs)))),
  });
}

/** Several that happen now. */
export function joinLives(lives: readonly Live[]): Live {
  if (lives.length === 1) return lives[0]!;
  const { feeds, nameOf, reader } = joined(lives);
  return {
    title: titleOf(lives),
    feeds,
    tellsNoTime: lives.every((live) => live.tellsNoTime),
    doors: lives.flatMap((live) => live.doors ?? []),
    ...invitation(lives),
    reader,
    listen(take, trouble, deed) {
      const stops = lives.map((live, i) =>
        live.listen((input) => take({ ...input, feed: nameOf(i, input.feed) }), trouble, deed),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** One door is enough to join by. */
function invitation(lives: readonly Live[]): Pick<Live, 'invites'> {
  const invites = lives.find((live) => live.invites)?.invites;
  return invites ? { invites } : {};
}

const titleOf = (all: readonly { readonly title: string }[]): string => all.map(({ title }) => title).join(' + ');

/** Two of a kind are told apart: "race-center", "race-center#2". */
function joined(all: readonly (Playable | Live)[]) {
  const names: Map<string, string>[] = [];
  const byName = new Map<string, { readonly i: number; readonly feed: string }>();
  for (const [i, { feeds }] of all.entries()) {
    const own = new Map<string, string>();
    for (const feed of feeds) {
      const kind = feed.replace(/#\d+$/, '');
      let name = feed;
      for (let n = 2; byName.has(name); n += 1) name = `${kind}#${n}`;
      byName.set(name, { i, feed });
      own.set(feed, name);
    }
    names.push(own);
  }
  const nameOf = (i: number, feed: string): string => names[i]?.get(feed) ?? feed;
  return {
    feeds: [...byName.keys()],
    nameOf,
    *named(i: number, inputs: Iterable<Timed>): Generator<Timed> {
      for (const input of inputs) yield { ...input, feed: nameOf(i, input.feed) };
    },
    reader(): InputReader {
      const readers = all.map((one) => one.reader());
      return (input: FromFeed) => {
        const one = byName.get(input.feed);
        const read = one && readers[one.i];
        return read ? read({ ...input, feed: one.feed }) : unknownFeed(input);
      };
    },
  };
}

export const unknownFeed = ({ feed }: FromFeed) => ({
  events: [],
  faults: [`what came through a feed "${feed}", which nobody knows, was left out`],
});

/** Orderly streams as one; of the same moment, the first one's come first. */
function* inTurn(streams: readonly Iterator<Timed>[]): Generator<Timed> {
  const next = streams.map((stream) => stream.next());
  for (;;) {
    let first = -1;
    for (const [i, { done, value }] of next.entries()) {
      if (!done && (first < 0 || value.atMs < next[first]!.value.atMs)) first = i;
    }
    const input = next[first];
    if (!input) return;
    yield input.value;
    next[first] = streams[first]!.next();
  }
}
