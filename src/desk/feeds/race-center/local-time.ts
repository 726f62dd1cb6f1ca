import { type Json, numberOf, textOf } from '../json.ts';

/** Minutes to add to UTC in a time zone ("Europe/Paris") at a moment; null for a zone that nobody knows. */
export function zoneOffsetMin(zone: string, atMs: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(atMs);
    return offsetOf(parts.find((part) => part.type === 'timeZoneName')?.value ?? '') ?? 0;
  } catch {
    return null;
  }
}

/** "GMT+02:00" and "2026-07-08T00:00:00+02:00" are 120. */
export function offsetOf(text: string): number | null {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!match) return text.endsWith('Z') ? 0 : null;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** UTC milliseconds of a calendar day ("2026-07-08T...") and a time of day there ("14:15:00", "14h15"); null when unreadable. */
export function localMoment(date: string, time: string, utcOffsetMin: number): number | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  const clock = /^([01]?\d|2[0-3])\s?[:h.]\s?([0-5]\d)?(?:[:m'.]([0-5]\d))?$/i.exec(time.trim());
  if (!day || !clock) return null;
  const midnightMs = Date.parse(`${day}T00:00:00Z`);
  const seconds = Number(clock[1]) * 3600 + Number(clock[2] ?? 0) * 60 + Number(clock[3] ?? 0);
  return Number.isNaN(midnightMs) ? null : midnightMs + seconds * 1000 - utcOffsetMin * 60_000;
}

/** When a record of the organiser was true, in ms since 1970, by whichever of his ways to say it; null where it does not. */
export function toldAtMs({ date, TimeStamp: atS, _updatedAt: atMs }: Json): number | null {
  const ms = Date.parse(textOf(date));
  const seconds = numberOf(atS);
  return Number.isNaN(ms) ? (seconds === null ? numberOf(atMs) : seconds * 1000) : ms;
}
