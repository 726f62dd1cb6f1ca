import { describe, expect, it } from 'vitest';
import type { FromFeed, Live, Playable } from '../../../src/desk/feeds/feed.ts';
import { joinLives, joinPlayables } from '../../../src/desk/feeds/join.ts';

/** Says whose words it read, in a fault. */
const readerOf = (title: string) => () => (input: FromFeed) => ({
  events: [],
  faults: [`${title} reads ${input.feed} ${input.text}`],
});

function played(title: string, times: readonly number[], feed = 'test'): Playable {
  const inputs = times.map((atMs) => ({ feed, topic: 't', text: `${title}${atMs}`, atMs }));
  return {
    title,
    feeds: [feed],
    reader: readerOf(title),
    span: { fromMs: times[0]!, toMs: times.at(-1)! },
    startMs: times[0]!,
    momentAt: (distanceM) => distanceM,
    play: () => inputs,
  };
}

describe('several that are played', () => {
  it('play on the clock of the first, in turn, each line read by its own feed', () => {
    const joined = joinPlayables([played('a', [1, 5, 9]), played('b', [0, 5, 20]), played('c', [4], 'radio')]);
    if (!joined.ok) throw new Error(joined.error);
    const { title, feeds, span, play, reader } = joined.value;
    expect({ title, feeds, span }).toEqual({
      title: 'a + b + c',
      feeds: ['test', 'test#2', 'radio'],
      span: { fromMs: 1, toMs: 9 },
    });
    const inputs = [...play(0)];
    expect(inputs.map(({ feed, text }) => `${feed} ${text}`)).toEqual([
      'test#2 b0',
      'test a1',
      'radio c4',
      'test a5',
      'test#2 b5',
      'test a9',
      'test#2 b20',
    ]);
    const read = reader();
    expect(inputs.slice(0, 3).flatMap((input) => read(input).faults)).toEqual([
      'b reads test b0',
      'a reads test a1',
      'c reads radio c4',
    ]);
    expect(read({ feed: 'morse', topic: '', text: '' }).faults).toEqual([
      'what came through a feed "morse", which nobody knows, was left out',
    ]);
  });

  it('are refused where they have no moment in common', () => {
    expect(joinPlayables([played('a', [1, 5]), played('b', [6, 9])])).toEqual({
      ok: false,
      error: 'a and b have no moment in common: play them on two desks, or one of them.',
    });
  });
});

describe('several that happen now', () => {
  it('are listened to at once, told apart, and stopped together', () => {
    const stopped: string[] = [];
    const live = (title: string): Live => ({
      title,
      feeds: ['gps'],
      reader: readerOf(title),
      listen(take, trouble) {
        take({ feed: 'gps', topic: 't', text: title });
        trouble(`${title} is far away`);
        return () => stopped.push(title);
      },
    });
    const joined = joinLives([live('a'), live('b')]);
    const read = joined.reader();
    const heard: string[] = [];
    const stop = joined.listen(
      (input) => {
        heard.push(input.feed, ...read(input).faults);
        return [];
      },
      (text) => heard.push(text),
    );
    expect(heard).toEqual(['gps', 'a reads gps a', 'a is far away', 'gps#2', 'b reads gps b', 'b is far away']);
    stop();
    expect(stopped).toEqual(['a', 'b']);
  });
});
