import type { PositionsEvent, RiderStatus, Sample } from '../../../race/event.ts';
import type { Jersey, JerseyKind } from '../../../race/sheet.ts';
import type { Bib } from '../../../race/units.ts';
import { bibOf, type Json, numberOf, recordOf, textOf } from '../json.ts';
import { statusOf } from './status-words.ts';

export interface Telemetry {
  readonly positions: PositionsEvent | null;
  /** Null when the frame does not say. */
  readonly jerseys: readonly Jersey[] | null;
  /** Who is in the race and who is out of it, as far as the frame says. */
  readonly statuses: ReadonlyMap<Bib, RiderStatus>;
  readonly faults: readonly string[];
}

/** One frame of all trackers. Its distances and gaps are never read here: ours come from latitude and longitude. */
export function telemetryOf(data: Json): Telemetry {
  const atS = numberOf(data.TimeStamp);
  const riders = data.Riders;
  if (atS === null || !Array.isArray(riders))
    return {
      positions: null,
      jerseys: null,
      statuses: new Map(),
      faults: ['telemetry: a frame without a time or a list of riders was left out.'],
    };
  const jerseys = jerseysOf(data.YGPW);
  // After the finish the organiser goes on sending, from buses and hotels.
  if (data.RaceStatus === false || riders.length === 0)
    return { positions: null, jerseys, statuses: new Map(), faults: [] };
  const faults: string[] = [];
  const samples = new Map<Bib, Sample>();
  for (const rider of riders) {
    const sample = sampleOf(rider);
    if (typeof sample === 'string') faults.push(sample);
    else if (samples.has(sample.bib))
      faults.push(`telemetry: number ${sample.bib} comes twice in one frame; the first one counts.`);
    else samples.set(sample.bib, sample);
  }
  const positions: PositionsEvent = { kind: 'positions', atMs: atS * 1000, samples: [...samples.values()] };
  return { positions: samples.size > 0 ? positions : null, jerseys, statuses: statusesOf(riders), faults };
}

function sampleOf(entry: unknown): Sample | string {
  const rider = (typeof entry === 'object' && entry !== null ? entry : {}) as Json;
  const bib = bibOf(rider.Bib);
  if (bib === null) return 'telemetry: a rider without a number was left out.';
  const pair = Array.isArray(rider.LatLon) ? rider.LatLon : [];
  const lat = numberOf(rider.Latitude) ?? numberOf(pair[0]);
  const lon = numberOf(rider.Longitude) ?? numberOf(pair[1]);
  if (lat === null || lon === null) return `telemetry: number ${bib} has no latitude or longitude and was left out.`;
  return { bib, lat, lon, speedKph: numberOf(rider.kph), ...beside(rider) };
}

/** What some trackers of some races measure besides: what is not told is not there. */
function beside(rider: Json): Pick<Sample, 'averageKph' | 'gapS' | 'windKph' | 'windDirDeg' | 'temperatureC'> {
  const told: { -readonly [Key in keyof ReturnType<typeof beside>]: number } = {};
  const averageKph = numberOf(rider.kphAvg);
  const gapS = numberOf(rider.secToFirstRider);
  const windKph = numberOf(rider.kphWind);
  const windDirDeg = numberOf(rider.RiderWindDir);
  const temperatureC = numberOf(rider.degC);
  if (averageKph !== null) told.averageKph = averageKph;
  if (gapS !== null && gapS >= 0) told.gapS = gapS;
  if (windKph !== null) told.windKph = windKph;
  if (windDirDeg !== null) told.windDirDeg = windDirDeg;
  if (temperatureC !== null) told.temperatureC = temperatureC;
  return told;
}

function statusesOf(riders: readonly unknown[]): ReadonlyMap<Bib, RiderStatus> {
  const statuses = new Map<Bib, RiderStatus>();
  for (const entry of riders) {
    const rider = recordOf(entry);
    const bib = bibOf(rider?.Bib);
    const status = statusOf(textOf(rider?.Status));
    if (bib !== null && status) statuses.set(bib, status);
  }
  return statuses;
}

const order: readonly JerseyKind[] = ['general', 'points', 'mountain', 'young'];

const NOBODY = '0';

/** Numbers in yellow, green, polka dots and white, in that order; 0 or null where nobody wears it. */
function jerseysOf(worn: unknown): Jersey[] | null {
  if (!Array.isArray(worn)) return null;
  return order.flatMap((kind, index) => {
    const bib = bibOf(worn[index]);
    return bib === null || bib === NOBODY ? [] : [{ kind, bib }];
  });
}
