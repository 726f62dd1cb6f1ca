import type { PassingsEvent, RaceEvent } from '../../../race/event.ts';
import type { Sheet } from '../../../race/sheet.ts';
import { madeCircuit } from '../../course/made-circuit.ts';
import type { Parse, Parsed } from '../feed.ts';
import { quoted, textOf } from '../json.ts';
import { toldFault, toldNothing, toldTogether } from '../timing.ts';
import { createLapBook, type LapDone } from './crossings.ts';
import { createEntryList, type EntryList } from './entry-list.ts';
import { createLapCount, lapsLeftOf } from './lap-count.ts';
import { countIn, durationMs, lapMetres, recordIn } from './record.ts';
import { createRaceStart } from './start.ts';

export const TOPIC = 'lines';
/** A lap of which nobody tells the length. */
const NOMINAL_M = 1000;
/** The clock of the race goes back by more where another race begins. */
const BACK_MS = 2000;

/** `text` is the moment at which the lines came, by the desk's clock, then the lines: "1764291234567 $F,..." */
export function rmonitorParse(): Parse {
  let roster = createEntryList();
  /** After a reset all are told anew: those are the riders once a heartbeat comes. */
  let anew: EntryList | null = null;
  const laps = createLapBook();
  const count = createLapCount();
  const start = createRaceStart();
  let race = { number: '', name: '', ordinal: 1 };
  let track = { name: '', lapM: Number.NaN };
  let raceMs = 0;
  let flag = '';
  /** What of the sheet was told. */
  let said = '';
  let saidCount = 0;
  let hasSaidLength = false;
  const doubled = new Set<string>();
  /** Crossings of which nobody knows yet when they were. */
  let waiting: LapDone[] = [];

  const lapM = () => track.lapM || NOMINAL_M;

  const sheet = (): Sheet => ({
    info: {
      id: `rmonitor-${race.ordinal}`,
      race: race.name,
      stage: track.name,
      type: 'flat',
      startMs: start.fixed(),
      utcOffsetMin: -new Date().getTimezoneOffset(),
    },
    course: madeCircuit(lapM(), count.count()),
    ...roster.people(),
    jerseys: [],
    general: [],
  });

  const crossings = (done: readonly LapDone[]): RaceEvent[] => {
    const startMs = start.fix();
    const passings = done.flatMap(({ registration, lap, totalMs }): PassingsEvent['passings'] => {
      const bib = roster.bibOf(registration);
      if (bib === null || startMs === null) return [];
      return [{ bib, mark: 'finish', atMs: startMs + totalMs, ...(lap !== null && { lap }) }];
    });
    return passings.length > 0 ? [{ kind: 'passings', origin: 'timed', passings }] : [];
  };

  /** The sheet where it has changed, then what waits for it. */
  const tell = (): Parsed => {
    const { riders, teams } = roster.people();
    const startMs = waiting.length > 0 ? start.fix() : start.fixed();
    const lapsTold = count.isTold() && { lapsTold: count.count() };
    const now = JSON.stringify([[...riders.values()], teams, race, track, count.count(), startMs, lapsTold]);
    const isOther = now !== said && riders.size > 0;
    const hasOtherRoad = isOther && saidCount !== 0 && saidCount !== count.count();
    const done = startMs === null ? [] : hasOtherRoad ? laps.all() : waiting;
    const events: RaceEvent[] = isOther ? [{ kind: 'sheet', sheet: sheet(), isRoadMade: true, ...lapsTold }] : [];
    events.push(...crossings(done));
    const faults = roster.doubles().filter((text) => !doubled.has(text));
    for (const text of faults) doubled.add(text);
    if (isOther && Number.isNaN(track.lapM) && !hasSaidLength) {
      hasSaidLength = true;
      faults.push(
        'the timing tells no length of the track: a lap is taken to be 1 km, unless a road comes with --course',
      );
    }
    if (startMs !== null) waiting = [];
    if (!isOther) return { events, faults };
    said = now;
    saidCount = count.count();
    return { events, faults };
  };

  const beginAnew = () => {
    laps.clear();
    count.clear();
    start.clear();
    waiting = [];
    saidCount = 0;
    raceMs = 0;
    race = { ...race, ordinal: race.ordinal + 1 };
  };

  const wait = (done: LapDone | null): Parsed => {
    if (done) waiting.push(done);
    return done && start.fix() !== null ? tell() : toldNothing;
  };

  const heartbeat = (atMs: number, fields: readonly string[]): Parsed => {
    const [toGo, time, , raced, told = ''] = fields;
    const [lapsToGo, timeMs, nowMs] = [countIn(toGo), durationMs(time ?? ''), durationMs(raced ?? '')];
    if (nowMs !== null && nowMs < raceMs - BACK_MS) beginAnew();
    waiting.push(...laps.lapless());
    if (anew && anew.people().riders.size > 0) [roster, anew] = [anew, null];
    if (nowMs !== null) {
      raceMs = nowMs;
      if (nowMs > 0) start.beat(atMs, nowMs);
      count.beat(lapsLeftOf(lapsToGo ?? 0, timeMs ?? 0, told), laps.leaderLaps(), laps.leaderLapMs(), lapM());
    }
    const { events, faults } = tell();
    // Whatever it leaves out, it is heard.
    const alive: RaceEvent = { kind: 'passings', origin: 'timed', passings: [], heardMs: atMs };
    const shown = textOf(told);
    if (shown === flag || shown === '') return { events: [...events, alive], faults };
    flag = shown;
    return { events: [...events, alive, { kind: 'race-radio', atMs, text: `Flag: ${shown}` }], faults };
  };

  const passed = (atMs: number, registration: string, total: string | undefined): Parsed => {
    const totalMs = durationMs(total ?? '');
    if (!totalMs) return toldNothing;
    start.crossing(atMs, totalMs);
    laps.passed(registration, totalMs);
    return toldNothing;
  };

  const ranked = (registration: string, done: string | undefined, total: string | undefined): Parsed => {
    laps.tellsLaps();
    const totalMs = durationMs(total ?? '');
    return totalMs ? wait(laps.ranked(registration, countIn(done) ?? 0, totalMs)) : toldNothing;
  };

  const setting = (name = '', value = ''): void => {
    if (name.toUpperCase() === 'TRACKNAME') track = { ...track, name: textOf(value) };
    if (name.toUpperCase() === 'TRACKLENGTH') track = { ...track, lapM: lapMetres(value) };
  };

  const read = (atMs: number, line: string): Parsed => {
    const record = recordIn(line);
    if (!record) return toldFault(`what came is no line of RMonitor and was left out: ${quoted(line)}`);
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = record.fields;
    switch (record.command) {
      case 'A':
        (anew ?? roster).competitor(a, { number: b, given: d, family: e, nation: f, group: g });
        return toldNothing;
      case 'COMP':
        (anew ?? roster).competitor(a, { number: b, group: c, given: d, family: e, nation: f, extra: g });
        return toldNothing;
      case 'B':
        if (race.number !== '' && race.number !== a && laps.leaderLaps() > 0) beginAnew();
        race = { ...race, number: a, name: textOf(b) };
        return toldNothing;
      case 'C':
        (anew ?? roster).group(a, b);
        return toldNothing;
      case 'E':
        setting(a, b);
        return toldNothing;
      case 'F':
        return heartbeat(atMs, record.fields);
      case 'G':
        return ranked(b, c, d);
      case 'J':
        return passed(atMs, a, c);
      case 'COR':
        return countIn(c) === null ? toldNothing : ranked(a, c, d);
      case 'I':
        anew = createEntryList();
        return toldNothing;
      default:
        // The best laps (H), and what others have added, say nothing of this race on the road.
        return toldNothing;
    }
  };

  return ({ topic, text }) => {
    const { at, lines } = /^(?<at>\d{10,16}) (?<lines>.+)$/s.exec(text)?.groups ?? {};
    if (topic !== TOPIC || at === undefined || lines === undefined)
      return toldFault(`what came is no line of RMonitor and was left out: ${quoted(text)}`);
    return toldTogether(lines.split('\n').map((line) => read(Number(at), line)));
  };
}
