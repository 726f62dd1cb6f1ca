import type { Sheet } from '../race/sheet.ts';
import { roadSaid } from './course/road-said.ts';
import type { InputReader } from './feeds/feed.ts';

/** What a producer brings along: it wins over what the feed says. */
export type BroughtAlong = Partial<Pick<Sheet, 'course' | 'rules'>>;

/** The reader of a feed, with what was brought along. `say` is told the road that the desk goes by, and each other one. */
export function withBroughtAlong(
  reader: () => InputReader,
  own: BroughtAlong,
  say: (road: string) => void,
): () => InputReader {
  let said = '';
  const withOwn = (sheet: Sheet): Sheet => {
    const made = { ...sheet, ...own };
    const road = roadSaid(made.course);
    if (road !== said) say(road);
    said = road;
    return made;
  };
  return () => {
    const read = reader();
    return (input) => {
      const { events, faults } = read(input);
      return {
        events: events.map((event) => (event.kind === 'sheet' ? { ...event, sheet: withOwn(event.sheet) } : event)),
        faults,
      };
    };
  };
}
