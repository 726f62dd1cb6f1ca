import type { RaceEvent } from '../../race/event.ts';
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
  const asListed = bibsByDevice(listed?.devices ?? new Map());
  return () => {
    const read = reader();
    const sheets = new Map<string, Sheet>();
    let isMade = false;
    const made = (): RaceEvent => {
      isMade = true;
      const inOrder = [...sheets].sort(([a], [b]) => rankIn(feeds, a) - rankIn(feeds, b)).map(([, sheet]) => sheet);
      return { kind: 'sheet', sheet: oneOf(inOrder, listed) };
    };
    return (input) => {
      const { events, faults } = read(input);
      const told = events.flatMap((event): RaceEvent[] => {
        if (event.kind !== 'sheet') return [asListed(event)];
        sheets.set(input.feed, event.sheet);
        return [made()];
      });
      return { events: listed && !isMade ? [made(), ...told] : told, faults };
    };
  };
}

const rankIn = (feeds: readonly string[], feed: string): number => {
  const rank = feeds.indexOf(feed);
  return rank < 0 ? feeds.length : rank;
};

/** `sheets` as they are believed. */
function oneOf(sheets: readonly Sheet[], listed: ListedRiders | null): Sheet {
  const first = sheets.find(({ riders }) => riders.size > 0) ?? sheets[0] ?? blank;
  const road = first.course === noRoad ? sheets.find(({ course }) => course !== noRoad) : first;
  const info = first.info.startMs === null ? { ...first.info, startMs: startOf(sheets) } : first.info;
  const sheet = road === first && info === first.info ? first : { ...first, info, course: (road ?? first).course };
  return listed ? withRiders(sheet, listed) : sheet;
}

const startOf = (sheets: readonly Sheet[]): number | null =>
  sheets.find(({ info }) => info.startMs !== null)?.info.startMs ?? null;

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
