import type { ClimbCategory, MarkKind } from '../../../race/course/course.ts';
import type { ClimbSource, CourseSource } from '../../../race/course/source.ts';
import { type Json, numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import { legible } from './encoding.ts';

/** The organiser's line (`trace.json`) and road book (checkpoints) as a course; the road book is the truth on kilometres. */
export function courseSourceOf(trace: Json, checkpoints: unknown, againstTheClock: boolean): CourseSource {
  const points = checkpointsOf(checkpoints);
  const interests = interestsOf(trace);
  const stops = points.length > 0 ? points : interests;
  const lengthKm = stops.findLast((stop) => stop.codes.includes('A'))?.km ?? numberOf(trace.totalDistance);
  const climbs = stops.flatMap((stop) => stop.climbs);
  // UCI 2.6.027: the rule does not hold against the clock, nor where the finish is a summit.
  const summitFinish = climbs.some((climb) => lengthKm !== null && lengthKm - climb.summitKm < 0.5);
  return {
    lengthKm,
    line: lineOf(trace),
    anchors: anchorsOf([...points, ...interests]),
    elevation: [],
    climbs,
    marks: marksOf(stops, interests),
    sectors: [],
    laps: null,
    protectionKm: againstTheClock || summitFinish ? null : 3,
  };
}

interface Stop {
  readonly km: number;
  readonly name: string;
  readonly place: { readonly lat: number; readonly lon: number } | null;
  /** F fictive start, R real start, N sprint, C chrono, A arrival. */
  readonly codes: readonly string[];
  readonly climbs: readonly ClimbSource[];
}

function lineOf(trace: Json): CourseSource['line'] {
  return recordsOf(trace.routePoints ?? []).flatMap((point) => {
    const place = placeOf(point.lat, point.lon);
    return place ? [{ ...place, altitudeM: numberOf(point.ele) }] : [];
  });
}

const checkpointsOf = (checkpoints: unknown): Stop[] => entriesOf(checkpoints).flatMap((entry) => stopOf(entry) ?? []);

/**
 * The lines of the road book from the real start on: before it the road book stays at 0 km. One object keyed "0", "1",
 * ... beside some `_` keys, in an array; or the lines themselves.
 */
export function entriesOf(checkpoints: unknown): Json[] {
  const entries = recordsOf(checkpoints ?? []).flatMap((book) =>
    'length' in book
      ? [book]
      : Object.keys(book)
          .filter((key) => /^\d+$/.test(key))
          .sort((a, b) => Number(a) - Number(b))
          .flatMap((key) => recordsOf(book[key])),
  );
  const real = entries.findIndex((entry) => codesOf(entry).includes('R'));
  return real < 0 ? entries : entries.slice(real);
}

const codesOf = (entry: Json): string[] => recordsOf(entry.checkpointTypes ?? []).map((type) => textOf(type.code));

/** What a place is called in the road book. */
export const placeNameOf = (entry: Json): string => legible(textOf(entry.place)) || legible(textOf(entry.road));

function stopOf(entry: Json): Stop | null {
  const km = numberOf(entry.length);
  if (km === null) return null;
  return {
    km,
    name: placeNameOf(entry),
    place: placeOf(entry.latitude, entry.longitude),
    codes: codesOf(entry),
    climbs: recordsOf(entry.checkpointSummits ?? []).flatMap((summit) => climbOf(summit, km) ?? []),
  };
}

const categories: Readonly<Record<string, ClimbCategory>> = { H: 'HC', HC: 'HC', 1: '1', 2: '2', 3: '3', 4: '4' };

/** Length is in metres, the average gradient is text. */
function climbOf(entry: Json, summitKm: number): ClimbSource | null {
  const lengthM = numberOf(entry.length);
  const gradientPct = numberOf(entry.state);
  if (lengthM === null || gradientPct === null || lengthM <= 0) return null;
  const summit = recordOf(entry.summit) ?? {};
  return {
    name: legible(textOf(summit.name)),
    category: categories[String(entry.code)] ?? 'uncategorised',
    summitKm,
    lengthKm: lengthM / 1000,
    gradientPct,
    altitudeM: numberOf(summit.altitude),
  };
}

/** "#004_VIC-EN-BIGORRE": 001 neutral start, 002 kilometre 0, 004 sprint, 005 to 015 summits, 016 finish. */
function interestsOf(trace: Json): Stop[] {
  return recordsOf(trace.pointsOfInterest ?? []).flatMap((entry) => {
    const km = numberOf(entry.distanceTraveled);
    const [, number, label] = /^#(\d+)_?(.*)$/.exec(textOf(entry.label)) ?? [];
    if (km === null || number === undefined) return [];
    const code = { '001': 'F', '002': 'R', '004': 'N', '016': 'A' }[number];
    const place = placeOf(entry.lat, entry.lon);
    return [{ km, name: legible(label ?? ''), place, codes: code ? [code] : [], climbs: [] }];
  });
}

/** Both sources hold the same places: the first to name a kilometre wins. */
function anchorsOf(stops: readonly Stop[]): CourseSource['anchors'] {
  const byKm = new Map<number, { lat: number; lon: number; km: number }>();
  for (const { km, place } of stops) {
    const key = Math.round(km * 100);
    if (place && !byKm.has(key)) byKm.set(key, { ...place, km });
  }
  return [...byKm.values()].sort((a, b) => a.km - b.km);
}

const marks: Readonly<Record<string, MarkKind>> = { R: 'start', N: 'sprint', C: 'split', A: 'finish' };

function marksOf(stops: readonly Stop[], interests: readonly Stop[]): CourseSource['marks'] {
  const neutral = interests.filter((stop) => stop.codes.includes('F') && stop.km < 0);
  return [
    ...neutral.map((stop) => ({ kind: 'neutral-start' as const, name: stop.name, km: stop.km })),
    ...stops.flatMap((stop) => {
      // The finish is also listed as a sprint, for its points: one mark there is enough.
      const codes = stop.codes.includes('A') ? ['A'] : stop.codes;
      return codes.flatMap((code) => (marks[code] ? [{ kind: marks[code], name: stop.name, km: stop.km }] : []));
    }),
  ];
}

function placeOf(lat: unknown, lon: unknown): { lat: number; lon: number } | null {
  const [north, east] = [numberOf(lat), numberOf(lon)];
  if (north === null || east === null) return null;
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { lat: north, lon: east } : null;
}
