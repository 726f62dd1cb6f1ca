import { type Json, numberOf, recordsOf, textOf } from '../json.ts';
import { entriesOf } from './road-book.ts';

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
/** Fewer riders are no middle of the road: the kilometres of one may stand still while he rides on. */
const LEAST_RIDERS = 3;
/** Who waits at the start, or at his bus, draws no road. */
const RIDING_KPH = 8;
/** Trackers are heard some way behind the start, and fall silent before the line. */
const LONGEST_END_M = 600;

/** The road as riders ride it, for a time trial that has none. */
export interface RiddenRoad {
  /** The riders of one frame. */
  note(riders: readonly Json[]): void;
  /**
   * The middle of the fixes of each stretch, from the start to the finish of the road book. The organiser's kilometres
   * only say which fixes lie on one stretch; the scale of the road is the road book's. Null where nobody was seen on so
   * many metres in a row, or nobody says how long the road is.
   */
  trace(stage: unknown, checkpoints: unknown, longestHoleM: number): Trace | null;
}

export function createRiddenRoad(): RiddenRoad {
  /** By their number from the finish, the first fix of each rider. */
  const cells = new Map<number, Map<string, Point>>();
  return {
    note(riders) {
      for (const rider of riders) {
        const [lat, lon] = [numberOf(rider.Latitude), numberOf(rider.Longitude)];
        const [toGoKm, kph] = [numberOf(rider.kmToFinish), numberOf(rider.kph)];
        if (lat === null || lon === null || toGoKm === null || (kph !== null && kph < RIDING_KPH)) continue;
        const cell = Math.floor((toGoKm * 1000) / CELL_M);
        const fixes = cells.get(cell) ?? new Map<string, Point>();
        if (fixes.size === 0) cells.set(cell, fixes);
        const bib = textOf(String(rider.Bib));
        if (!fixes.has(bib)) fixes.set(bib, { lat, lon });
      }
    },
    trace(stage, checkpoints, longestHoleM) {
      const book = entriesOf(checkpoints);
      const arrival = book.findLast((entry) => isCoded(entry, 'A'));
      const lengthKm = numberOf(arrival?.length) ?? numberOf(recordsOf(stage)[0]?.length);
      if (lengthKm === null || !(lengthKm > 0)) return null;
      const ridden = middlesOf(cells, lengthKm * 1000);
      if (!isWhole(ridden, lengthKm * 1000, longestHoleM)) return null;
      const ends = [book.find((entry) => isCoded(entry, 'R')), arrival].map(placeOf);
      const points = [ends[0], ...ridden.map(({ place }) => place), ends[1]];
      return { totalDistance: lengthKm, routePoints: points.flatMap((point) => point ?? []) };
    },
  };
}

const isCoded = (entry: Json, code: string): boolean =>
  recordsOf(entry.checkpointTypes ?? []).some((type) => type.code === code);

function placeOf(entry: Json | undefined): Point | null {
  const [lat, lon] = [numberOf(entry?.latitude), numberOf(entry?.longitude)];
  return lat === null || lon === null ? null : { lat, lon };
}

interface Middle {
  readonly alongM: number;
  readonly place: Point;
}

/** In the order of the road, without its first metres and its last: those are the road book's. */
function middlesOf(cells: ReadonlyMap<number, ReadonlyMap<string, Point>>, lengthM: number): readonly Middle[] {
  return [...cells]
    .map(([cell, fixes]) => ({ alongM: lengthM - (cell + 0.5) * CELL_M, fixes: [...fixes.values()] }))
    .filter(({ alongM, fixes }) => fixes.length >= LEAST_RIDERS && alongM > CELL_M && alongM < lengthM - CELL_M)
    .sort((a, b) => a.alongM - b.alongM)
    .map(({ alongM, fixes }) => ({
      alongM,
      place: { lat: middle(fixes.map(({ lat }) => lat)), lon: middle(fixes.map(({ lon }) => lon)) },
    }));
}

const isWhole = (ridden: readonly Middle[], lengthM: number, longestHoleM: number): boolean =>
  ridden.length > 1 &&
  ridden[0]!.alongM <= LONGEST_END_M &&
  ridden.at(-1)!.alongM >= lengthM - LONGEST_END_M &&
  ridden.every(({ alongM }, i) => i === 0 || alongM - ridden[i - 1]!.alongM <= longestHoleM);

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
