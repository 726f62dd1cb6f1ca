import type { Sheet } from '../race/sheet.ts';
import type { InputReader } from './feeds/feed.ts';

/** What a producer brings along: it wins over what the feed says. */
export type BroughtAlong = Partial<Pick<Sheet, 'course' | 'rules'>>;

export const withBroughtAlong =
  (reader: () => InputReader, own: BroughtAlong): (() => InputReader) =>
  () => {
    const read = reader();
    return (input) => {
      const { events, faults } = read(input);
      return {
        events: events.map((event) =>
          event.kind === 'sheet' ? { ...event, sheet: { ...event.sheet, ...own } } : event,
        ),
        faults,
      };
    };
  };
