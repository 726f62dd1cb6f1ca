import type { BeforeStageEvent, RaceEvent } from '../race/event.ts';
import type { Sheet } from '../race/sheet.ts';
import { roadSaid } from './course/road-said.ts';
import type { InputReader } from './feeds/feed.ts';
import { type StartList, startsOn } from './start-list.ts';
import { strangersSaid } from './strangers.ts';

/** What a producer brings along: it wins over what the feed says. */
export interface BroughtAlong extends Partial<Pick<Sheet, 'course' | 'rules'>> {
  /** How the race stood before the stage. */
  readonly before?: BeforeStageEvent['parts'];
  /** When who starts a time trial. */
  readonly starts?: StartList;
}

/** The reader of a feed, with what was brought along. `say` is told the road that the desk goes by, and each other one. */
export function withBroughtAlong(
  reader: () => InputReader,
  { before, starts, ...own }: BroughtAlong,
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
    let strangers = '';
    return (input) => {
      const told = read(input);
      const faults = [...told.faults];
      const events = told.events.flatMap((event): RaceEvent[] => {
        if (event.kind !== 'sheet') return [event];
        const sheet: RaceEvent = { ...event, sheet: withOwn(event.sheet) };
        const order = starts ? startsOn(event.sheet.info, starts, 'file') : null;
        if (starts && !order)
          faults.push('--starts: the sheet does not say on which day the race is; no start is known');
        const startOrder = order ? [order] : [];
        if (!before) return [sheet, ...startOrder];
        const news = strangersSaid(event.sheet, before);
        if (news !== '' && news !== strangers) faults.push(news);
        strangers = news;
        return [sheet, { kind: 'before-stage', from: 'file', parts: before }, ...startOrder];
      });
      return { events, faults };
    };
  };
}
