import type { ScheduledPlace, Weather } from '../../../race/sheet.ts';
import { type Json, numberOf, recordOf, textOf } from '../json.ts';
import { localMoment } from './local-time.ts';
import { placeNameOf } from './road-book.ts';

/**
 * When the race is expected along the road. The organiser names its three times low, middle and high, of speeds or of
 * times as it likes: the first is the earliest. `date` and `utcOffsetMin` are those of the stage.
 */
export function scheduleOf(entries: readonly Json[], date: string, utcOffsetMin: number): ScheduledPlace[] {
  const moment = (clock: unknown) => localMoment(date, textOf(clock), utcOffsetMin);
  return byPlace(entries).flatMap((entry) => {
    const middleMs = moment(entry.middleSchedule);
    const told = [moment(entry.lowSchedule), middleMs, moment(entry.highSchedule)].filter((atMs) => atMs !== null);
    if (told.length === 0) return [];
    const [earliestMs, latestMs] = [Math.min(...told), Math.max(...told)];
    return [{ ...whereOf(entry), earliestMs, expectedMs: middleMs ?? (earliestMs + latestMs) / 2, latestMs }];
  });
}

export function weatherOf(entries: readonly Json[]): Weather[] {
  return byPlace(entries).flatMap((entry) => {
    const told = recordOf(entry.checkpointMeteo);
    const temperatureC = numberOf(told?.temperature);
    const windBeaufort = numberOf(told?.windForce);
    if (!told || (temperatureC === null && windBeaufort === null)) return [];
    const atMs = Date.parse(textOf(told.meteoAt));
    return [
      {
        ...whereOf(entry),
        atMs: Number.isNaN(atMs) ? null : atMs,
        temperatureC,
        windBeaufort,
        windFromDeg: compassDeg(textOf(told.windDirection)),
        sky: textOf(told.currentWeatherDesc),
      },
    ];
  });
}

const whereOf = (entry: Json) => ({ name: placeNameOf(entry), distanceM: kmOf(entry) * 1000 });
const kmOf = (entry: Json): number => numberOf(entry.length) ?? Number.NaN;

/** One line a place, in the order of the road. Two papers tell of the same ones: what the later has counts, key by key. */
function byPlace(entries: readonly Json[]): Json[] {
  const places = new Map<number, Json>();
  for (const entry of entries) {
    const key = Math.round(kmOf(entry) * 100);
    if (Number.isNaN(key)) continue;
    const told = Object.entries(entry).filter(([, value]) => value !== null && value !== '');
    places.set(key, { ...places.get(key), ...Object.fromEntries(told) });
  }
  return [...places.values()].sort((a, b) => kmOf(a) - kmOf(b));
}

const WINDS = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW'];

/** "NNE" is 22.5, in French and Spanish as well, where west is O; null for no word of a compass. */
function compassDeg(word: string): number | null {
  const index = WINDS.indexOf(word.toUpperCase().replaceAll('O', 'W'));
  return index < 0 ? null : index * (360 / WINDS.length);
}
