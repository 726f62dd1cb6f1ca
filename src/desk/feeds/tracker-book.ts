import type { SheetEvent } from '../../race/event.ts';
import type { Rider } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';
import { noRoad } from '../course/no-road.ts';
import type { DeviceFix } from './device-fix.ts';
import { createDevicePositions, type Tracker } from './device-positions.ts';
import type { Parsed } from './feed.ts';

/** A tracker, and what its rider is called; "" where nobody says. */
export interface NamedTracker extends Tracker {
  readonly name: string;
}

/** The trackers of one feed: who rides with them as far as their names tell, and where. */
export interface TrackerBook {
  /** Nobody rides yet. */
  start(utcOffsetMin: number): Parsed;
  /** New, or with other names than before; a sheet where that changes who rides. */
  put(tracker: NamedTracker): Parsed;
  get(id: string): NamedTracker | undefined;
  /** Of a tracker that was put. */
  places(tracker: NamedTracker, fixes: readonly DeviceFix[], arrivalMs: number): Parsed;
}

/** More than the largest field with all its cars: what comes beyond is somebody's joke. */
const MOST_TRACKERS = 1000;
const LONGEST_NAME = 40;

/**
 * Whoever has a name is on the sheet of the feed called `feed`, by the number of his tracker; the papers take off those
 * whom a list of riders has otherwise. A tracker without a name makes nobody a rider.
 */
export function createTrackerBook(feed: string): TrackerBook {
  const trackers = new Map<string, NamedTracker>();
  const positions = createDevicePositions();
  let utcOffsetMin = 0;

  const sheet = (): SheetEvent => {
    const riders = new Map<Bib, Rider>();
    const devices = new Map<Bib, readonly string[]>();
    for (const { bib, name, device } of trackers.values()) {
      if (name === '' || riders.has(bib)) continue;
      riders.set(bib, { bib, given: '', family: name.slice(0, LONGEST_NAME), team: '', nation: '', born: null });
      devices.set(bib, device);
    }
    return {
      kind: 'sheet',
      devices,
      sheet: {
        info: { id: feed, race: '', stage: '', type: 'flat', startMs: null, utcOffsetMin },
        course: noRoad,
        teams: [],
        riders,
        jerseys: [],
        general: [],
      },
    };
  };

  return {
    start(offsetMin) {
      utcOffsetMin = offsetMin;
      return { events: [sheet()], faults: [] };
    },
    put(tracker) {
      const before = trackers.get(tracker.id);
      if (!before && trackers.size >= MOST_TRACKERS)
        return { events: [], faults: [`more than ${MOST_TRACKERS} trackers send; ${tracker.called} was left out`] };
      trackers.set(tracker.id, tracker);
      const [was, is] = [before, tracker].map((one) => (one?.name ? `${one.bib} ${one.name} ${one.device}` : ''));
      return { events: was === is ? [] : [sheet()], faults: [] };
    },
    get: (id) => trackers.get(id),
    places: (tracker, fixes, arrivalMs) => positions(tracker, fixes, arrivalMs),
  };
}

/** A fault is one line, and short: what strangers send may be anything. */
export const faultSaid = (...sentences: readonly string[]): Parsed => ({
  events: [],
  faults: sentences.map((sentence) => sentence.replace(/\s+/g, ' ').slice(0, 200)),
});

export const allParsed = (each: readonly Parsed[]): Parsed => ({
  events: each.flatMap(({ events }) => events),
  faults: each.flatMap(({ faults }) => faults),
});
