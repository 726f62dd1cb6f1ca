import type { Course } from '../../../race/course/course.ts';
import type { LatLon } from '../../../race/course/projection.ts';
import type { PassingsEvent, PositionsEvent, RaceEvent, SheetEvent } from '../../../race/event.ts';
import type { Bib } from '../../../race/units.ts';
import { noRoad } from '../no-road.ts';
import { type Beginning, beginningAt } from './begin.ts';
import { type FoundLap, lapIn } from './lap.ts';
import { createPencil, type Pencil } from './pencil.ts';
import { footOnLine, planeAround } from './plane.ts';
import { refined } from './refined.ts';
import { circuitCourse, growingCourse } from './ridden-course.ts';
import { fromTimedLine } from './timed-line.ts';
import { createTracks, type Tracks } from './tracks.ts';

/** Draws a road where nobody brought one; else it does nothing. Stands before the engine. */
export interface RiddenRoad {
  /** What to tell the engine of an event: itself, a road before it, or nothing until there is a road. */
  pass(event: RaceEvent): readonly RaceEvent[];
}

/** A lap that is shorter than this is known before anything is shown; a longer road is shown as it grows. */
const SHOWN_M = 5000;
/** The road is told anew each time that it is so much longer. */
const GROWN_M = 50;
/** What is held until a lap is found. A lap takes no longer. */
const MOST_HELD_MS = 3_600_000;
const BEFORE_MS = 5000;

interface Options {
  /** How many laps there are; null where nobody says. */
  readonly laps: number | null;
  /** Told of what was made of the tracks, one sentence. */
  readonly say: (sentence: string) => void;
}

export function createRiddenRoad({ laps, say }: Options): RiddenRoad {
  let told: SheetEvent | null = null;
  let beside: RaceEvent[] = [];
  let held: (PositionsEvent | PassingsEvent)[] = [];
  let course: Course | null = null;
  let drawing: { readonly begin: Beginning; readonly pencil: Pencil } | null = null;
  let lap: { readonly line: readonly LatLon[]; readonly fromM: number } | null = null;
  let plane: (ReturnType<typeof planeAround> & { readonly tracks: Tracks }) | null = null;

  let newestMs = Number.NEGATIVE_INFINITY;

  const isLapKnown = () => lap !== null;
  /** A lap is as often ridden as a hand says, else as the timing does. */
  const lapsSaid = () => laps ?? told?.lapsTold ?? null;
  const hold = (event: PositionsEvent | PassingsEvent, atMs: number) => {
    held = [...held.filter((one) => momentOf(one) > atMs - MOST_HELD_MS), event];
  };
  const withRoad = (event: SheetEvent): SheetEvent => {
    if (!course || !drawing) return event;
    const { sheet } = event;
    const info = { ...sheet.info, startMs: sheet.info.startMs ?? drawing.begin.atMs };
    return { ...event, sheet: { ...sheet, info, course } };
  };
  const sheetAgain = (): RaceEvent[] => (told ? [withRoad(told), ...beside] : []);
  /** On a road that is another than the one before: places on that mean nothing here. */
  const toldAgain = (events: readonly RaceEvent[]): RaceEvent[] =>
    told ? [{ ...withRoad(told), isToldAgain: true }, ...beside, ...events] : [];

  const foundLap = (found: FoundLap): RaceEvent[] => {
    lap = lapLine(found);
    course = circuitCourse(lap, lapsSaid());
    const { begin, pencil } = drawing!;
    // The first rider has ridden one lap and a little: before that nobody is on his second.
    const sinceMs = newestMs - begin.atMs;
    const firstLapMs = begin.atMs + (sinceMs * found.toM) / pencil.alongs.at(-1)!;
    const all = toldAgain(fromBeginning(held, firstLapMs, isBegun(course)));
    held = [];
    const km = ((found.toM - found.fromM) / 1000).toFixed(2);
    say(`The road is a lap of ${km} km, made of the tracks of the riders; bring a better one with --course.`);
    return all;
  };
  const lapLine = ({ fromM, toM }: FoundLap) => {
    const { line, alongs } = drawing!.pencil;
    const { tracks, pointOf, placeOf } = plane!;
    const fixes = held.flatMap((event) => (event.kind === 'positions' ? event.samples.map(pointOf) : []));
    const before = line.filter((_, i) => alongs[i]! < fromM);
    const once = line.filter((_, i) => alongs[i]! >= fromM && alongs[i]! < toM);
    const round = refined([...once, once[0]!], fixes);
    const passings = held.flatMap((event) => (event.kind === 'passings' ? event.passings : []));
    const fromLine = before.length === 0 ? fromTimedLine(round, passings, tracks) : round;
    return { line: [...before, ...fromLine].map(placeOf), fromM };
  };
  const grown = (): RaceEvent[] => {
    const isFirst = course === null;
    course = growingCourse(drawing!.pencil.line.map(plane!.placeOf));
    if (!isFirst) return sheetAgain();
    say('The road is made of the track of the first rider; how far it goes nobody knows: bring it with --course.');
    return toldAgain(held);
  };

  const positions = (event: PositionsEvent): readonly RaceEvent[] => {
    const [first] = event.samples;
    if (!first) return course ? [event] : [];
    plane ??= withTracks(first);
    const { tracks } = plane;
    if (isLapKnown()) return [event];
    tracks.note(event);
    newestMs = Math.max(newestMs, event.atMs);
    hold(event, event.atMs);
    if (!drawing) {
      const begin = beginningAt(tracks, event.atMs);
      if (!begin) return [];
      drawing = { begin, pencil: createPencil(begin, tracks) };
      held = held.filter((one) => momentOf(one) >= begin.atMs - BEFORE_MS);
    }
    if (!drawing.pencil.draw()) return course ? [event] : [];
    const found = lapIn(drawing.pencil);
    if (found) return foundLap(found);
    // The circle of a timekeeper has laps: a road that has not closed yet has none.
    if (told!.isRoadMade) return course ? [event] : [];
    const knownM = drawing.pencil.alongs.at(-1)!;
    if (course && knownM < course.ridden!.knownM + GROWN_M) return [event];
    if (knownM < SHOWN_M) return [];
    const isShown = course !== null;
    return [...grown(), ...(isShown ? [event] : [])];
  };

  return {
    pass(event) {
      if (event.kind === 'sheet') {
        told = event.sheet.course === noRoad || event.isRoadMade ? event : null;
        beside = [];
        if (told && lap && course && course.laps!.count !== lapsSaid() && lapsSaid() !== null)
          course = circuitCourse(lap, lapsSaid());
        return [told ? withRoad(event) : event];
      }
      if (!told) return [event];
      if (event.kind === 'positions') return positions(event);
      if (event.kind === 'passings' && !isLapKnown()) {
        hold(event, newestMs);
        // A line is nowhere while there is no road.
        if (course === null && told.sheet.course === noRoad) return [];
      }
      if (event.kind === 'kits' || event.kind === 'before-stage' || event.kind === 'start-order') beside.push(event);
      return [event];
    },
  };
}

const momentOf = (event: PositionsEvent | PassingsEvent): number =>
  event.kind === 'positions'
    ? event.atMs
    : Math.max(...event.passings.map(({ atMs }) => atMs ?? 0), event.heardMs ?? 0);

function withTracks(origin: { lat: number; lon: number }) {
  const plane = planeAround(origin);
  return { ...plane, tracks: createTracks(plane.pointOf) };
}

/** Whether somebody is on the first half of a lap: who waits behind its line is at its end only on the map. */
function isBegun({ line, laps }: Course): (fix: LatLon) => boolean {
  if (!laps || laps.fromM > 0) return () => true;
  const lap = line.slice(0, line.findIndex(({ distanceM }) => distanceM >= laps.lengthM) + 1);
  const { pointOf } = planeAround(lap[0]!);
  const points = lap.map(pointOf);
  const alongs = lap.map(({ distanceM }) => distanceM);
  return (fix) => footOnLine(points, alongs, pointOf(fix)).alongM < laps.lengthM / 2;
}

/** What was held, for a circuit of which the beginning was seen: who is heard on it before `untilMs` is on its first lap. */
function fromBeginning(
  held: readonly (PositionsEvent | PassingsEvent)[],
  untilMs: number,
  isThere: (fix: LatLon) => boolean,
): RaceEvent[] {
  const known = new Set<Bib>();
  return held.flatMap((event): RaceEvent[] => {
    if (event.kind === 'passings' || event.atMs > untilMs) return [event];
    const found = new Set<Bib>();
    const samples = event.samples.filter((sample) => {
      if (!known.has(sample.bib) && isThere(sample)) found.add(sample.bib);
      return known.has(sample.bib) || found.has(sample.bib);
    });
    for (const bib of found) known.add(bib);
    return [{ ...event, samples }, ...[...found].map((bib) => ({ kind: 'lap-known', bib, lap: 1 }) as const)];
  });
}
