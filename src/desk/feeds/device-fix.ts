import type { Sample } from '../../race/event.ts';
import { numberOf } from './json.ts';

/** Where a device says that it was, and when by its own clock, which may be anything. */
export interface DeviceFix extends Pick<Sample, 'lat' | 'lon' | 'speedKph' | 'altitudeM' | 'accuracyM' | 'batteryPct'> {
  /** What it calls itself; null where it does not. */
  readonly device: string | null;
  readonly fixMs: number;
}

/** What a message of a device says: nothing at all where it is about something else. */
export interface FixesTold {
  readonly fixes: readonly DeviceFix[];
  /** One sentence each, without its subject and its end: "a place is missing in what it sends". */
  readonly faults: readonly string[];
}

export const nothingToFollow: FixesTold = { fixes: [], faults: [] };
export const unreadable = (fault: string): FixesTold => ({ fixes: [], faults: [fault] });

/** What stands in a message, each as it came. */
interface Told {
  readonly device: unknown;
  readonly time: unknown;
  readonly lat: unknown;
  readonly lon: unknown;
  /** What it has to be multiplied with for km/h. */
  readonly speed: readonly [value: unknown, toKph: number];
  readonly altitude: unknown;
  readonly accuracy: unknown;
  /** The same for a battery in per cent. */
  readonly battery: readonly [value: unknown, toPct: number];
}

/** A fix, or what is missing of it. Speeds and accuracies below 0 are the way of phones to say that they do not know. */
export function fixOf({ device, time, lat, lon, speed, altitude, accuracy, battery }: Told): FixesTold {
  const [latDeg, lonDeg, fixMs] = [numberOf(lat), numberOf(lon), momentOf(time)];
  if (latDeg === null || lonDeg === null || Math.abs(latDeg) > 90 || Math.abs(lonDeg) > 180)
    return unreadable('it sends no place that is one on earth');
  if (fixMs === null) return unreadable('it does not say when it was where');
  const speedKph = scaled(...speed, 300);
  const batteryPct = scaled(...battery, 100);
  const accuracyM = scaled(accuracy, 1, 100_000);
  const altitudeM = numberOf(altitude);
  const fix: DeviceFix = {
    device: nameOf(device),
    fixMs,
    lat: latDeg,
    lon: lonDeg,
    speedKph,
    ...(altitudeM !== null && Math.abs(altitudeM) < 10_000 && { altitudeM }),
    // Phones that cannot guess say 0.
    ...(accuracyM && { accuracyM }),
    ...(batteryPct !== null && { batteryPct: Math.round(batteryPct) }),
  };
  return { fixes: [fix], faults: [] };
}

function scaled(value: unknown, by: number, most: number): number | null {
  const number = numberOf(value);
  return number === null || number < 0 || number * by > most ? null : number * by;
}

const LONGEST_NAME = 60;

const nameOf = (device: unknown): string | null => {
  const name = typeof device === 'number' ? String(device) : device;
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, LONGEST_NAME) : null;
};

/** Beyond this a count of seconds is one of milliseconds: as seconds it would be the year 5138. */
const MOST_SECONDS = 1e11;

/** A moment as people write it: seconds or milliseconds since 1970, or `2026-07-04T12:00:00Z`; null for what is none. */
export function momentOf(time: unknown): number | null {
  const count = numberOf(time);
  if (count !== null) {
    const ms = Math.abs(count) < MOST_SECONDS ? count * 1000 : count;
    return ms > 0 && ms <= 8.64e15 ? Math.round(ms) : null;
  }
  if (typeof time !== 'string' || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(time)) return null;
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time);
  const ms = Date.parse(isZoned ? time : `${time.replace(' ', 'T')}Z`);
  return Number.isFinite(ms) ? ms : null;
}

/** All that several messages say. */
export const allTold = (each: readonly FixesTold[]): FixesTold => ({
  fixes: each.flatMap(({ fixes }) => fixes),
  faults: [...new Set(each.flatMap(({ faults }) => faults))],
});
