import type { CourseSource } from '../../src/race/course/source.ts';
import { at } from './courses.ts';

type Line = CourseSource['line'];

/** What the road below is: 20 km, a climb of 6 km at 7 % from 6 to 12 km, then down at 4 %. */
export const mapped = { lengthM: 20_000, footM: 6000, summitM: 12_000, gradientPct: 7, stepM: 40 };

export const mappedAltitudeM = (distanceM: number): number => {
  const { footM, summitM, gradientPct } = mapped;
  const up = Math.min(Math.max(0, distanceM - footM), summitM - footM);
  return 400 + (up * gradientPct) / 100 - Math.max(0, distanceM - summitM) * 0.04;
};

/** A winding road as somebody drew it well: a point every 40 m. */
export function mappedRoad(): Line {
  let [east, north] = [0, 0];
  const line: Line[number][] = [];
  for (let distanceM = 0; distanceM <= mapped.lengthM; distanceM += mapped.stepM) {
    line.push({ ...at(east, north), altitudeM: mappedAltitudeM(distanceM) });
    const heading = 0.8 * Math.sin(distanceM / 900) + 0.4 * Math.sin(distanceM / 230);
    east += mapped.stepM * Math.cos(heading);
    north += mapped.stepM * Math.sin(heading);
  }
  return line;
}

const pointXml = (tag: string) => (point: Line[number]) =>
  `<${tag} lat="${point.lat}" lon="${point.lon}">${point.altitudeM === null ? '' : `<ele>${point.altitudeM}</ele>`}</${tag}>`;

export const trackXml = (line: Line, name = 'Race'): string =>
  `<trk><name>${name}</name><trkseg>${line.map(pointXml('trkpt')).join('')}</trkseg></trk>`;

export const gpxXml = (inner: string): string =>
  `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${inner}</gpx>`;
