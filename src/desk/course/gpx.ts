import { type Json, recordOf, recordsOf } from '../feeds/json.ts';
import { type Drawn, type DrawnRoad, namedPlace, nameOf, pointOf } from './drawn.ts';

/** The roads of a GPX file: its tracks, else its routes; and its waypoints. Times and all else are left aside. */
export function drawnInGpx(gpx: Json): Drawn {
  const tracks = recordsOf(gpx.trk).map(
    (track): DrawnRoad => ({
      name: nameOf(track.name),
      line: recordsOf(track.trkseg).flatMap(({ trkpt }) => recordsOf(trkpt).flatMap(trackPoint)),
    }),
  );
  const routes = recordsOf(gpx.rte).map(
    (route): DrawnRoad => ({ name: nameOf(route.name), line: recordsOf(route.rtept).flatMap(routePoint) }),
  );
  const drawn = [tracks, routes].find((roads) => roads.some(({ line }) => line.length > 1)) ?? [];
  return {
    roads: drawn.filter(({ line }) => line.length > 1),
    places: recordsOf(gpx.wpt).flatMap((entry) => namedPlace(entry, entry.lat, entry.lon)),
  };
}

const trackPoint = (point: Json) => pointOf(point.lat, point.lon, point.ele);

/** Garmin draws the road from one point of a route to the next in an extension (`rpt`) of the first. */
function routePoint(point: Json): DrawnRoad['line'] {
  const extension = recordOf(recordOf(point.extensions)?.RoutePointExtension);
  return [...trackPoint(point), ...recordsOf(extension?.rpt).flatMap(trackPoint)];
}
