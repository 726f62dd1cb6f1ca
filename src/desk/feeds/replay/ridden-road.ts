import { type Json, jsonOf, numberOf, recordOf, recordsOf } from '../json.ts';
import { entriesOf } from '../race-center/road-book.ts';

/** A trace as the organiser gives it, without altitudes, for trackers give none. */
interface Trace {
  readonly totalDistance: number;
  readonly routePoints: readonly Point[];
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Long enough that each holds fixes of several riders, short enough for a bend. */
const CELL_M = 30;
/** Fewer fixes are no middle of the road. */
const LEAST = 3;
/** Who waits at the start, or at his bus, draws no road. */
const RIDING_KPH = 8;
/** Without fixes for so long nobody knows how the road runs. */
const LONGEST_HOLE_M = 600;

/**
 * The road as riders rode it, for a recording that has none: the middle of all fixes of each stretch, from the start to
 * the finish of the road book. The organiser's kilometres only say which fixes lie on one stretch; the scale of the road
 * is the road book's. Null where there are too few fixes, or nobody says how long the road is.
 */
export function riddenRoad(frames: readonly string[], stage: unknown, checkpoints: unknown): Trace | null {
  const book = entriesOf(checkpoints);
  const arrival = book.findLast((entry) => isCoded(entry, 'A'));
  const lengthKm = numberOf(arrival?.length) ?? numberOf(recordsOf(stage)[0]?.length);
  if (lengthKm === null || !(lengthKm > 0)) return null;
  const ends = { start: placeOf(book.find((entry) => isCoded(entry, 'R'))), finish: placeOf(arrival) };
  const along = middles(cellsOf(frames, lengthKm));
  if (ends.start) along.unshift({ alongM: 0, place: ends.start });
  if (ends.finish) along.push({ alongM: lengthKm * 1000, place: ends.finish });
  const isWhole =
    along.length > 1 &&
    along[0]!.alongM <= LONGEST_HOLE_M &&
    along.at(-1)!.alongM >= lengthKm * 1000 - LONGEST_HOLE_M &&
    along.every(({ alongM }, i) => i === 0 || alongM - along[i - 1]!.alongM <= LONGEST_HOLE_M);
  return isWhole ? { totalDistance: lengthKm, routePoints: along.map(({ place }) => place) } : null;
}

const isCoded = (entry: Json, code: string): boolean =>
  recordsOf(entry.checkpointTypes ?? []).some((type) => type.code === code);

function placeOf(entry: Json | undefined): Point | null {
  const [lat, lon] = [numberOf(entry?.latitude), numberOf(entry?.longitude)];
  return lat === null || lon === null ? null : { lat, lon };
}

/** The fixes of riders on each stretch, by its number from the start; the first one and the last are the road book's. */
function cellsOf(frames: readonly string[], lengthKm: number): ReadonlyMap<number, Point[]> {
  const cells = new Map<number, Point[]>();
  const lastCell = Math.floor((lengthKm * 1000) / CELL_M) - 1;
  for (const text of frames) {
    for (const rider of recordsOf(recordOf(recordOf(jsonOf(text))?.data)?.Riders ?? [])) {
      const [lat, lon] = [numberOf(rider.Latitude), numberOf(rider.Longitude)];
      const [toGoKm, kph] = [numberOf(rider.kmToFinish), numberOf(rider.kph)];
      if (lat === null || lon === null || toGoKm === null || (kph !== null && kph < RIDING_KPH)) continue;
      const cell = Math.floor(((lengthKm - toGoKm) * 1000) / CELL_M);
      if (cell < 1 || cell > lastCell) continue;
      const fixes = cells.get(cell) ?? [];
      if (fixes.length === 0) cells.set(cell, fixes);
      fixes.push({ lat, lon });
    }
  }
  return cells;
}

function middles(cells: ReadonlyMap<number, readonly Point[]>): { alongM: number; place: Point }[] {
  return [...cells]
    .filter(([, fixes]) => fixes.length >= LEAST)
    .sort(([a], [b]) => a - b)
    .map(([cell, fixes]) => ({
      alongM: (cell + 0.5) * CELL_M,
      place: { lat: middle(fixes.map(({ lat }) => lat)), lon: middle(fixes.map(({ lon }) => lon)) },
    }));
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
