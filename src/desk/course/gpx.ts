import { type Json, recordOf, recordsOf, textOf } from '../feeds/json.ts';
import { type FileMap, type MapRoad, namedPlace, nameOf, pointOf } from './file-map.ts';

/** The roads of a GPX file: its tracks, else its routes; and its waypoints. For times ask `segmentsInGpx`. */
export function gpxMap(gpx: Json): FileMap {
  const tracks = recordsOf(gpx.trk).map(
    (track): MapRoad => ({
      name: nameOf(track.name),
      line: recordsOf(track.trkseg).flatMap(({ trkpt }) => recordsOf(trkpt).flatMap(trackPoint)),
    }),
  );
  const routes = recordsOf(gpx.rte).map(
    (route): MapRoad => ({ name: nameOf(route.name), line: recordsOf(route.rtept).flatMap(routePoint) }),
  );
  const mapped = [tracks, routes].find((roads) => roads.some(({ line }) => line.length > 1)) ?? [];
  return {
    roads: mapped.filter(({ line }) => line.length > 1),
    places: recordsOf(gpx.wpt).flatMap((entry) => namedPlace(entry, entry.lat, entry.lon)),
  };
}

/** A place of a ride, and when it was ridden. */
export interface RiddenPoint {
  readonly lat: number;
  readonly lon: number;
  readonly altitudeM: number | null;
  readonly atMs: number;
}

/**
 * What GPX files say of when their points were ridden: a list for each segment of a track, in the order of the file.
 * `runs` are those that `plainPointsIn` has read before.
 */
export const segmentsInGpx = (
  gpx: Json,
  runs: readonly (readonly RiddenPoint[])[],
): readonly (readonly RiddenPoint[])[] =>
  recordsOf(gpx.trk).flatMap(({ trkseg }) =>
    recordsOf(trkseg).map(({ trkpt }) =>
      recordsOf(trkpt).flatMap((point) => {
        const run = typeof point.run === 'string' && runs[Number(point.run)];
        if (run) return run;
        const atMs = toldMs(point.time);
        return atMs === null ? [] : trackPoint(point).map((place) => ({ ...place, atMs }));
      }),
    ),
  );

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,3})\d*)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** In UTC where it names no zone, as GPX wants it. */
export function toldMs(time: unknown): number | null {
  const [, day, clock, fraction = '0', zone = 'Z'] = TIME.exec(textOf(time)) ?? [];
  const ms = Date.parse(`${day}T${clock}${zone.toUpperCase()}`) + Number(`0.${fraction}`) * 1000;
  return Number.isFinite(ms) ? Math.round(ms) : null;
}

const trackPoint = (point: Json) => pointOf(point.lat, point.lon, point.ele);

/** Garmin draws the road from one point of a route to the next in an extension (`rpt`) of the first. */
function routePoint(point: Json): MapRoad['line'] {
  const extension = recordOf(recordOf(point.extensions)?.RoutePointExtension);
  return [...trackPoint(point), ...recordsOf(extension?.rpt).flatMap(trackPoint)];
}
