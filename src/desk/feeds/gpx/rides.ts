import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { gpxIn } from '../../course/file-map-in.ts';
import { type RiddenPoint, segmentsInGpx } from '../../course/gpx.ts';
import { plainPointsIn } from '../../course/plain-points.ts';
import { textOfFile } from '../../file-text.ts';
import { inTime } from './in-time.ts';
import { type Whose, whoseRide } from './who.ts';

/** What one rider rode, by his file. */
export interface Ride extends Whose {
  readonly file: string;
  /** In the order of their times; two at least. */
  readonly points: readonly RiddenPoint[];
}

export interface Rides {
  readonly rides: readonly Ride[];
  /** Why a file plays no part, one sentence each. */
  readonly leftOut: readonly string[];
}

/** Hearts and cadences are half of a file, and half of the time that it takes to read it. */
const EXTENSIONS = /<extensions>[\s\S]*?<\/extensions>/g;

/** Rides of one race lie no farther apart than this, also in a time trial. */
const APART_MS = 2 * 3_600_000;

/** The rides of a folder, a GPX file each. */
export function readRides(folder: string): Result<Rides> {
  let names: string[];
  try {
    names = readdirSync(folder).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch {
    return fail(
      `${folder || 'The folder'} cannot be read; write --feed gpx:<folder> with the GPX files of the riders.`,
    );
  }
  const files = names.filter((name) => /\.(gpx|fit|tcx)$/i.test(name) && !name.startsWith('.'));
  if (files.length === 0)
    return fail(`${folder} has no GPX file: put one there for each rider, such as "12 Dupont.gpx".`);
  const rides: Ride[] = [];
  const leftOut: string[] = [];
  for (const file of files) {
    const ride = rideIn(join(folder, file), file);
    if (ride.ok) addTo(rides, ride.value, leftOut);
    else leftOut.push(`${file} was left out: ${ride.error}`);
  }
  const together = ofOneRace(rides, leftOut);
  return together.length > 0
    ? ok({ rides: together, leftOut })
    : fail(`${folder} has no ride that can be played. ${leftOut[0]}.`);
}

function rideIn(path: string, file: string): Result<Ride> {
  if (!/\.gpx$/i.test(file)) return fail('export it as GPX');
  const text = textOfFile(path, 'it cannot be read');
  if (!text.ok) return text;
  const { rest, runs } = plainPointsIn(text.value.replace(EXTENSIONS, ''));
  const gpx = gpxIn(rest);
  if (!gpx.ok) {
    // What is wrong in line 12 is so in the twelfth of the whole file.
    const whole = gpxIn(text.value);
    return whole.ok ? gpx : whole;
  }
  const points = inTime(segmentsInGpx(gpx.value, runs));
  if (points.length < 2) return fail('its points have no times, so nobody knows when it was ridden');
  return ok({ file, points, ...whoseRide(file.replace(/\.gpx$/i, ''), gpx.value) });
}

/** Who has stopped his receiver on the way has two files; two riders of one number are a mistake. */
function addTo(rides: Ride[], ride: Ride, leftOut: string[]): void {
  const i = rides.findIndex(({ bib }) => bib === ride.bib);
  const before = rides[i];
  if (!before) rides.push(ride);
  else if (`${before.family} ${before.given}` === `${ride.family} ${ride.given}`)
    rides[i] = { ...before, points: inTime([before.points, ride.points]) };
  else leftOut.push(`${ride.file} was left out: number ${ride.bib} is that of ${before.file} already`);
}

/** Those that were ridden at the time of the one that has most of the others beside it. */
function ofOneRace(rides: readonly Ride[], leftOut: string[]): Ride[] {
  const isWith = (a: Ride, b: Ride): boolean =>
    Math.max(beginOf(a), beginOf(b)) - Math.min(endOf(a), endOf(b)) <= APART_MS;
  const count = (ride: Ride): number => rides.filter((other) => isWith(ride, other)).length;
  const counts = rides.map(count);
  const [chosen] = rides.toSorted((a, b) => counts[rides.indexOf(b)]! - counts[rides.indexOf(a)]!);
  if (!chosen) return [];
  for (const ride of rides)
    if (ride !== chosen && !isWith(chosen, ride))
      leftOut.push(`${ride.file} was left out: it was ridden ${saidDay(ride)}, the others ${saidDay(chosen)}`);
  return rides.filter((ride) => ride === chosen || isWith(chosen, ride));
}

const beginOf = ({ points }: Ride): number => points[0]!.atMs;
const endOf = ({ points }: Ride): number => points.at(-1)!.atMs;

/** "2026-07-04 from 13:00 to 15:20 UTC" */
const saidDay = (ride: Ride): string => {
  const [from, to] = [beginOf(ride), endOf(ride)].map((atMs) => new Date(atMs).toISOString());
  return `${from!.slice(0, 10)} from ${from!.slice(11, 16)} to ${to!.slice(11, 16)} UTC`;
};
