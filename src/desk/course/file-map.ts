import type { CourseSource } from '../../race/course/source.ts';
import { type Json, numberOf, textOf } from '../feeds/json.ts';

/** What a file of somebody maps: roads, and places with a name. */
export interface FileMap {
  readonly roads: readonly MapRoad[];
  readonly places: readonly MapPlace[];
}

export interface MapRoad {
  readonly name: string;
  readonly line: CourseSource['line'];
}

export interface MapPlace {
  readonly name: string;
  /** A symbol or a type, as programs write it beside the name: "Summit", "Food". */
  readonly sort: string;
  readonly lat: number;
  readonly lon: number;
}

/** A number as people write it: "500,0" is 500. Null for what is none. */
const decimalOf = (value: unknown): number | null =>
  numberOf(typeof value === 'string' && !value.includes('.') ? value.replace(',', '.') : value);

/** A point of a road; nothing where it is not a place on earth. Longitudes may count from 0 to 360. */
export function pointOf(lat: unknown, lon: unknown, altitude: unknown): CourseSource['line'] {
  const [north, east] = [decimalOf(lat), decimalOf(lon)];
  if (north === null || east === null || Math.abs(north) > 90 || Math.abs(east) > 360) return [];
  if (north === 0 && east === 0) return [];
  return [
    { lat: north, lon: east > 180 ? east - 360 : east < -180 ? east + 360 : east, altitudeM: decimalOf(altitude) },
  ];
}

export function namedPlace(entry: Json, lat: unknown, lon: unknown): MapPlace[] {
  const [point] = pointOf(lat, lon, null);
  const name = nameOf(entry.name ?? entry.Name);
  const sort = [entry.sym, entry.type, entry.PointType].map(nameOf).filter(Boolean).join(' ');
  return point && (name || sort) ? [{ name, sort, lat: point.lat, lon: point.lon }] : [];
}

/** Names may be numbers to a parser. */
export const nameOf = (value: unknown): string => (typeof value === 'number' ? String(value) : textOf(value));
