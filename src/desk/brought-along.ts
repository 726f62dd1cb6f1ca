import type { BeforeStageEvent, KitParts, RaceEvent } from '../race/event.ts';
import type { Sheet } from '../race/sheet.ts';
import { noRoad } from './course/no-road.ts';
import { roadSaid } from './course/road-said.ts';
import type { InputReader } from './feeds/feed.ts';
import { kitsByCode, notInRace } from './kits.ts';
import { type StartList, startsOn } from './start-list.ts';
import { strangersSaid, strangersWithStart } from './strangers.ts';

/** What a producer brings along: it wins over what the feed says. */
export interface BroughtAlong extends Partial<Pick<Sheet, 'course' | 'rules'>> {
  /** How the race stood before the stage. */
  readonly before?: BeforeStageEvent['parts'];
  /** When who starts a time trial. */
  readonly starts?: StartList;
  /** What is worn. */
  readonly kits?: KitParts;
}

/** The reader of a feed, with what was brought along. `say` is told the road that the desk goes by, and each other one. */
export function withBroughtAlong(
  reader: () => InputReader,
  { before, starts, kits, ...own }: BroughtAlong,
  say: (road: string) => void,
): () => InputReader {
  let said = '';
  const withOwn = (sheet: Sheet): Sheet => {
    const made = { ...sheet, ...own };
    if (made.course === noRoad) return made;
    const road = roadSaid(made.course);
    if (road !== said) say(road);
    said = road;
    return made;
  };
  return () => {
    const read = reader();
    const known = new Set<string>();
    return (input) => {
      const told = read(input);
      const faults = [...told.faults];
      const events = told.events.flatMap((event): RaceEvent[] => {
        if (event.kind !== 'sheet') return [event];
        const along = besideSheet(event.sheet, { before, starts, kits });
        if (event.isRoadMade && !own.course) along.faults.push(ROAD_MADE);
        faults.push(...along.faults.filter((fault) => !known.has(fault) && known.add(fault)));
        const isMade = event.isRoadMade && !own.course;
        const sheet = withOwn(event.sheet);
        const { lapsTold } = event;
        const beside = { ...(isMade && { isRoadMade: true as const }), ...(lapsTold !== undefined && { lapsTold }) };
        return [{ kind: 'sheet', sheet, ...beside }, ...along.events];
      });
      return { events, faults };
    };
  };
}

/** Distances and laps hold on it. */
const ROAD_MADE =
  'nobody gives the road: a flat circle was made of the length of a lap; bring the real one along with --course for profile and places';

/** What is told again after each sheet. */
function besideSheet(sheet: Sheet, { before, starts, kits }: BroughtAlong): { events: RaceEvent[]; faults: string[] } {
  const events: RaceEvent[] = [];
  const faults: string[] = [];
  if (before) events.push({ kind: 'before-stage', from: 'file', parts: before });
  if (before) faults.push(strangersSaid(sheet, before));
  const worn = kits && kitsByCode(sheet, kits);
  if (worn) events.push({ kind: 'kits', ...worn });
  if (worn) faults.push(notInRace(sheet, worn));
  const order = starts ? startsOn(sheet.info, starts, 'file') : null;
  if (order) events.push(order);
  if (order) faults.push(strangersWithStart(sheet, order));
  if (starts && !order) faults.push('--starts: the sheet does not say on which day the race is; no start is known');
  return { events, faults: faults.filter((fault) => fault !== '') };
}
