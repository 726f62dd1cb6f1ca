import { type FixByKilometre, roadByKilometre } from '../../course/ridden/by-kilometre.ts';
import { type Json, numberOf, recordsOf, textOf } from '../json.ts';
import { entriesOf } from './road-book.ts';

/** A trace as the organiser gives it, without altitudes, for trackers give none. */
interface Trace {
  readonly totalDistance: number;
  readonly routePoints: readonly { readonly lat: number; readonly lon: number }[];
}

/** The trace of a time trial of which the organiser gives none, as its riders ride it. */
export interface RiddenTrace {
  /** The riders of one frame. */
  note(riders: readonly Json[]): void;
  /**
   * From the start to the finish of the road book, whose scale it has. Null where nobody was seen on so many metres in a
   * row, or nobody says how long the road is.
   */
  trace(stage: unknown, checkpoints: unknown, longestHoleM: number): Trace | null;
}

export function createRiddenTrace(): RiddenTrace {
  const road = roadByKilometre();
  return {
    note: (riders) => road.note(riders.flatMap(fixOf)),
    trace(stage, checkpoints, longestHoleM) {
      const book = entriesOf(checkpoints);
      const arrival = book.findLast((entry) => isCoded(entry, 'A'));
      const lengthKm = numberOf(arrival?.length) ?? numberOf(recordsOf(stage)[0]?.length);
      const ridden = lengthKm !== null && lengthKm > 0 ? road.middles(lengthKm * 1000, longestHoleM) : null;
      if (lengthKm === null || !ridden) return null;
      const start = book.find((entry) => isCoded(entry, 'R'));
      return { totalDistance: lengthKm, routePoints: [...placesOf(start), ...ridden, ...placesOf(arrival)] };
    },
  };
}

function fixOf(rider: Json): FixByKilometre[] {
  const [lat, lon, toGoKm] = [rider.Latitude, rider.Longitude, rider.kmToFinish].map(numberOf);
  if (lat == null || lon == null || toGoKm == null) return [];
  return [{ bib: textOf(String(rider.Bib)), lat, lon, toGoKm, kph: numberOf(rider.kph) }];
}

const isCoded = (entry: Json, code: string): boolean =>
  recordsOf(entry.checkpointTypes ?? []).some((type) => type.code === code);

function placesOf(entry: Json | undefined): Trace['routePoints'] {
  const [lat, lon] = [numberOf(entry?.latitude), numberOf(entry?.longitude)];
  return lat === null || lon === null ? [] : [{ lat, lon }];
}
