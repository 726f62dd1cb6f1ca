import type { ClimbCategory, MarkKind } from './course.ts';

/** A course as people have it: a GPX file, the organiser's trace and road book, a list of figures. */
export interface CourseSource {
  /** Official length from km 0 to the finish; null to trust the line. */
  readonly lengthKm: number | null;
  /** The road in riding order, neutral part first, where there is one. One lap of a circuit is enough: see `laps`. */
  readonly line: readonly { readonly lat: number; readonly lon: number; readonly altitudeM: number | null }[];
  /**
   * Places whose official kilometre is known. The scale is linear between them: a polyline's own length is not the
   * road book's. Those that do not project on the line within 60 m, or not in order, are left out.
   */
  readonly anchors: readonly { readonly lat: number; readonly lon: number; readonly km: number }[];
  /** Elevation by figures; wins over the line's own where given. */
  readonly elevation: readonly { readonly km: number; readonly altitudeM: number }[];
  readonly climbs: readonly ClimbSource[];
  /** Names of tops that the elevation shows: the climb that ends near one is called so. */
  readonly tops?: readonly { readonly name: string; readonly km: number }[];
  readonly marks: readonly { readonly kind: MarkKind; readonly name: string; readonly km: number }[];
  readonly sectors: readonly {
    readonly kind: 'cobbles' | 'gravel';
    readonly name: string;
    readonly fromKm: number;
    readonly toKm: number;
    readonly stars: number;
  }[];
  /** A circuit within the line, from `fromKm` to `toKm` of its first lap, ridden `count` times; the line holds it once. */
  readonly laps: { readonly fromKm: number; readonly toKm: number; readonly count: number } | null;
  /** Where the 3 km (or 5 km) rule begins, from the finish; null where it does not apply. */
  readonly protectionKm: number | null;
}

/** As a road book prints it. */
export interface ClimbSource {
  readonly name: string;
  readonly category: ClimbCategory;
  readonly summitKm: number;
  readonly lengthKm: number;
  readonly gradientPct: number;
  readonly altitudeM: number | null;
}
