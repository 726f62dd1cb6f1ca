import type { Sheet } from '../race/sheet.ts';
import type { Parse } from './feeds/feed.ts';

/** What a producer brings along: it wins over what the feed says. */
export type BroughtAlong = Partial<Pick<Sheet, 'course' | 'rules'>>;

export const withBroughtAlong =
  (parse: Parse, own: BroughtAlong): Parse =>
  (raw) => {
    const { events, faults } = parse(raw);
    return {
      events: events.map((event) => (event.kind === 'sheet' ? { ...event, sheet: { ...event.sheet, ...own } } : event)),
      faults,
    };
  };
