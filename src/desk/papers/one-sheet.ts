import type { RaceEvent, SheetEvent } from '../../race/event.ts';
import type { Sheet } from '../../race/sheet.ts';
import { noRoad } from '../course/no-road.ts';
import type { InputReader } from '../feeds/feed.ts';
import { bibsByDevice, deviceKey } from './devices.ts';
import type { ListedRiders } from './rider-table.ts';

interface Options {
  /** Names of the feeds, in the order in which they were given: the first is believed first. */
  readonly feeds: readonly string[];
  /** Of `--riders`; null where there is none. */
  readonly listed: ListedRiders | null;
}

/**
 * One sheet of what several feeds and the list of riders tell, each of which may know only a part of it: the riders of the
 * first feed that has some, the road of the first that has one, and over both the list. A list makes a sheet alone, with
 * the first that comes in. Who sends by the name of a device is called by the number that the list has for it.
 */
export function withOneSheet(reader: () => InputReader, { feeds, listed }: Options): () => InputReader {
  return () => {
    const read = reader();
    const asListed = bibsByDevice(listed?.devices ?? new Map());
    const sheets = new Map<string, SheetEvent>();
    /** Of the race: it stays when a feed tells its sheet later, and changes when a feed goes on to another race. */
    let id: string | null = null;
    const made = (): SheetEvent => {
      const inOrder = [...sheets].sort(([a], [b]) => rankIn(feeds, a) - rankIn(feeds, b)).map(([, told]) => told);
      const one = oneOf(inOrder, listed);
      id ??= one.sheet.info.id;
      return id === one.sheet.info.id ? one : { ...one, sheet: { ...one.sheet, info: { ...one.sheet.info, id } } };
    };
    return (input) => {
      const { events, faults } = read(input);
      const told = events
        .map((event) => asListed(event, input.feed))
        .flatMap((event): RaceEvent[] => {
          if (event.kind !== 'sheet') return [event];
          const before = sheets.get(input.feed);
          if (before && before.sheet.info.id !== event.sheet.info.id) id = event.sheet.info.id;
          sheets.set(input.feed, event);
          return [made()];
        });
      return { events: listed && id === null ? [made(), ...told] : told, faults };
    };
  };
}

const rankIn = (feeds: readonly string[], feed: string): number => {
  const rank = feeds.indexOf(feed);
  return rank < 0 ? feeds.length : rank;
};

/** `told` as they are believed. A road that was made up is one where nobody knows a road. */
function oneOf(told: readonly SheetEvent[], listed: ListedRiders | null): SheetEvent {
  const first = withNamed(told.find(({ sheet }) => sheet.riders.size > 0) ?? told[0] ?? blankTold, told);
  const withRoad = [first, ...told].filter(({ sheet }) => sheet.course !== noRoad);
  const road = withRoad.find(({ isRoadMade }) => !isRoadMade) ?? withRoad[0] ?? first;
  const { info } = first.sheet;
  const startMs = info.startMs ?? startOf(told);
  const isFirst = road === first && startMs === info.startMs;
  const sheet = isFirst ? first.sheet : { ...first.sheet, info: { ...info, startMs }, course: road.sheet.course };
  const isRoadMade = road.isRoadMade && { isRoadMade: road.isRoadMade };
  const lapsTold = told.find((one) => one.lapsTold !== undefined)?.lapsTold;
  return {
    kind: 'sheet',
    sheet: listed ? withRiders(sheet, listed) : sheet,
    ...isRoadMade,
    ...(lapsTold !== undefined && { lapsTold }),
  };
}

/** No list of starters is closed that is made of what trackers are called: each feed of such has some of the riders. */
function withNamed(first: SheetEvent, told: readonly SheetEvent[]): SheetEvent {
  const named = told.filter(({ devices }) => devices);
  if (!first.devices || named.length < 2) return first;
  const riders = new Map(named.toReversed().flatMap(({ sheet }) => [...sheet.riders]));
  return { ...first, sheet: { ...first.sheet, riders } };
}

const startOf = (told: readonly SheetEvent[]): number | null =>
  told.find(({ sheet }) => sheet.info.startMs !== null)?.sheet.info.startMs ?? null;

/** Who is on both is as the list has him, also where the feed calls him by his device; the teams of the list come first. */
function withRiders(sheet: Sheet, { riders, teams, devices }: ListedRiders): Sheet {
  const codes = new Set(teams.map(({ code }) => code));
  return {
    ...sheet,
    riders: new Map([
      ...[...sheet.riders].filter(([bib]) => riders.has(bib) || !devices.has(deviceKey(bib))),
      ...riders,
    ]),
    teams: [...teams, ...sheet.teams.filter(({ code }) => !codes.has(code))],
  };
}

const blank: Sheet = {
  info: {
    id: 'riders',
    race: '',
    stage: '',
    type: 'flat',
    startMs: null,
    utcOffsetMin: -new Date().getTimezoneOffset(),
  },
  course: noRoad,
  teams: [],
  riders: new Map(),
  jerseys: [],
  general: [],
};

const blankTold: SheetEvent = { kind: 'sheet', sheet: blank };
