import { onTestFinished } from 'vitest';
import type { Live, Parse, Raw } from '../../src/desk/feeds/feed.ts';
import type { PassingsEvent, RaceEvent } from '../../src/race/event.ts';
import type { Result } from '../../src/wire/result.ts';

export type Crossing = PassingsEvent['passings'][number];

const crossingsIn = (events: readonly RaceEvent[]): Crossing[] =>
  events.flatMap((event) => (event.kind === 'passings' ? event.passings : []));

/** What a parser makes of these texts, one after the other. */
export function readBy(parse: Parse, raws: readonly Raw[]) {
  const all = raws.map(parse);
  const events = all.flatMap(({ events: one }) => one);
  return { events, passings: crossingsIn(events), faults: all.flatMap(({ faults }) => faults) };
}

/** A feed of timing that is listened to until the test is over, and all that it has told so far. */
export interface Followed {
  readonly told: Crossing[];
  readonly faults: string[];
  readonly troubles: string[];
  /** As they came. */
  readonly texts: string[];
}

export function follow(feed: Result<Live>): Followed {
  if (!feed.ok) throw new Error(feed.error);
  const read = feed.value.reader();
  const followed: Followed = { told: [], faults: [], troubles: [], texts: [] };
  const stop = feed.value.listen(
    (input) => {
      const { events, faults } = read(input);
      followed.texts.push(input.text);
      followed.told.push(...crossingsIn(events));
      followed.faults.push(...faults);
      return events;
    },
    (text) => followed.troubles.push(text),
  );
  onTestFinished(stop);
  return followed;
}
