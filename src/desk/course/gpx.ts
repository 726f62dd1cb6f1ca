import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { CourseSource } from '../../race/course/source.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { type Json, numberOf, recordOf, recordsOf } from '../feeds/json.ts';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });

/** The road of a GPX file: its tracks one after the other, else its routes. Times and all else are left aside. */
export function lineOfGpx(text: string): Result<CourseSource['line']> {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return fail(`it is not XML, line ${valid.err.line}: ${valid.err.msg.replace(/\.$/, '')}`);
  const gpx = recordOf(recordOf(parser.parse(text))?.gpx);
  if (!gpx) return fail('it is not GPX');
  const tracks = recordsOf(gpx.trk).flatMap((track) =>
    recordsOf(track.trkseg).flatMap(({ trkpt }) => recordsOf(trkpt)),
  );
  const routes = recordsOf(gpx.rte).flatMap(({ rtept }) => recordsOf(rtept));
  const line = (tracks.length > 0 ? tracks : routes).flatMap(pointOf);
  return line.length > 1 ? ok(line) : fail('it has no track and no route of two points or more');
}

function pointOf(point: Json): CourseSource['line'] {
  const lat = numberOf(point.lat);
  const lon = numberOf(point.lon);
  const isOnEarth = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isOnEarth ? [{ lat, lon, altitudeM: numberOf(point.ele) }] : [];
}
