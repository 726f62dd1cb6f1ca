import { type DeviceFix, fixOf, momentOf } from '../device-fix.ts';
import { bibOf, type Json, recordOf, recordsOf, textOf } from '../json.ts';
import type { NamedTracker } from '../tracker-book.ts';

const KNOTS_TO_KPH = 1.852;
/** A message that comes so soon after its `deviceTime` shows that the clock is right. */
const IN_TIME_MS = 10_000;
const NEAR_MS = 3000;

/** What the server knows of a device that is of use: no phone number, no password of it comes on a tape. */
export const slimDevice = ({ id, name, uniqueId, disabled }: Json): Json => ({
  id,
  name,
  uniqueId,
  ...(disabled === true && { disabled }),
});

/** What the socket says, or a part of it, without what is of no use; null where nothing is left. */
export function slimMessage(message: Json): Json | null {
  const devices = arrayIn(message, 'devices').map(slimDevice);
  const positions = arrayIn(message, 'positions');
  if (devices.length === 0 && positions.length === 0) return null;
  return { ...(devices.length > 0 && { devices }), ...(positions.length > 0 && { positions }) };
}

export const arrayIn = (message: Json, name: string): readonly Json[] =>
  Array.isArray(message[name]) ? recordsOf(message[name]) : [];

/** "12 Dupont", "12", "#12 - Dupont": a number, and who rides with it. */
const NUMBERED = /^(?:#|no?\.?\s?)?(?<number>\d{1,5}[A-Za-z]?)(?:[\s.:,_-]+(?<name>\S.*))?$/i;

/** A device as the server has it; null for what is none. One whose name has no number rides by its name. */
export function namedTrackerOf(device: Json): NamedTracker | null {
  const id = deviceIdOf(device.id);
  const name = textOf(device.name).slice(0, 60);
  const uniqueId = typeof device.uniqueId === 'number' ? String(device.uniqueId) : textOf(device.uniqueId).slice(0, 60);
  if (id === null || (name === '' && uniqueId === '')) return null;
  const found = NUMBERED.exec(name)?.groups;
  const bib = bibOf(found?.number);
  return {
    id,
    called: name || uniqueId,
    bib: bib ?? (name || uniqueId),
    device: [name, uniqueId].filter(Boolean),
    name: (bib !== null && found?.name) || '',
  };
}

/** The server's own number of a device; at the door also the name by which it stands for one that was not said. */
export const deviceIdOf = (id: unknown): string | null => {
  if (typeof id === 'string' && /^\S{1,80}$/.test(id)) return id;
  return typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : null;
};

/** A tracker that does not say when it was there was so when it said it, or when that came to the server. */
export const fixTimeOf = ({ fixTime, deviceTime, serverTime }: Json): unknown => fixTime ?? deviceTime ?? serverTime;

/** Where a device was, or in a few words why that is not known; null where it says itself that it does not know. */
export function positionOf(position: Json, arrivalMs: number): DeviceFix | string | null {
  if (position.valid === false || position.outdated === true) return null;
  const time = fixTimeOf(position) ?? null;
  // It has found no satellites yet.
  if (time === null || (position.latitude === null && position.longitude === null)) return null;
  const attributes = recordOf(position.attributes) ?? {};
  const { fixes, faults } = fixOf({
    device: null,
    time,
    lat: position.latitude,
    lon: position.longitude,
    speed: [position.speed, KNOTS_TO_KPH],
    altitude: position.altitude,
    accuracy: position.accuracy,
    battery: [attributes.batteryLevel, 1],
  });
  const [fix] = fixes;
  if (!fix) return faults[0] ?? 'it sends no place';
  const sentMs = momentOf(position.deviceTime);
  return sentMs !== null && isInTime(sentMs, arrivalMs) && sentMs >= fix.fixMs ? { ...fix, sentMs } : fix;
}

/**
 * `fixTime` is when it was there, by the clock of the satellites or of the device; `deviceTime` when it said so, by its
 * own clock, which in some trackers was never set. So that is asked only where it comes in time: then the clock is right,
 * and a fix that is older is as old as it says.
 */
const isInTime = (sentMs: number, arrivalMs: number): boolean =>
  arrivalMs - sentMs >= -NEAR_MS && arrivalMs - sentMs <= IN_TIME_MS;
