import type { Health, Quarantined, TopicHealth } from '../../race/health.ts';
import type { Place } from '../../race/place.ts';
import type { Learning, Race } from '../../race/race.ts';
import { ageText } from '../page/clock.ts';
import type { HealthLine } from './health-line.ts';
import { LAPLESS, LINE_M, levelOf, NEWS_S, UNBELIEVED, UNHEARD, unbelieved } from './noise.ts';

/**
 * How far the race can be trusted. Judged from the moment it rolls to the last arrival, fixes from km 0 on: before it
 * trackers are switched on anywhere, and after it they are switched off.
 */
export function raceLines(
  race: Race,
  quarantine: readonly Quarantined[],
  raceNowMs: number | null,
): readonly HealthLine[] {
  const { health, learning, phase } = race;
  const rolls = phase === 'neutral' || phase === 'racing';
  const lines = [
    ...(learning ? [learningLine(learning, raceNowMs ?? race.atMs)] : []),
    ...health.topics.filter(({ topic }) => topic !== 'told').map((topic) => topicLine(topic, raceNowMs)),
    ...slateLine(race, raceNowMs ?? race.atMs),
    ...trackerLine(race),
    ...(health.withoutLap > 0 ? [lapLine(health.withoutLap, race)] : []),
  ];
  const fixes = quarantine.flatMap(quarantineLine);
  return [...(rolls ? lines : lines.map(unjudged)), ...(phase === 'racing' ? fixes : fixes.map(unjudged))];
}

/** A rider whose own news is older is silent. */
const SILENT_MS = 60_000;

/** Told, and neither well nor ill. */
export const unjudged = (line: HealthLine): HealthLine => ({ ...line, level: 'idle' });

/** Until groups and gaps are shown. */
export const secondsLeft = ({ untilMs }: Learning, nowMs: number): number =>
  Math.max(0, Math.ceil((untilMs - nowMs) / 1000));

const learningLine = (learning: Learning, nowMs: number): HealthLine => ({
  level: 'warning',
  label: 'Race',
  words: `learning the race, ${secondsLeft(learning, nowMs)} s`,
});

/** Lines are crossed and official groups are told when there is something to tell: only positions come all the time. */
function topicLine({ topic, lastMs }: TopicHealth, raceNowMs: number | null): HealthLine {
  const label = topic[0]!.toUpperCase() + topic.slice(1);
  if (lastMs === null) return { level: 'idle', label, words: 'none so far' };
  if (raceNowMs === null) return { level: 'idle', label, words: 'told' };
  const ageS = (raceNowMs - lastMs) / 1000;
  const level = topic === 'positions' ? levelOf(ageS, NEWS_S) : 'good';
  const words = `newest ${ageText(ageS)} old`;
  return { level, label, words: level === 'good' ? words : `silent, the ${words}` };
}

/** The slate carries the race, for no tracker does. */
const isTold = ({ topics }: Health): boolean => topics.some(({ topic }) => topic === 'told');

function slateLine({ slate }: Race, nowMs: number): readonly HealthLine[] {
  if (slate.length === 0) return [];
  const ageS = (nowMs - Math.max(...slate.map(({ atMs }) => atMs))) / 1000;
  return [{ level: 'good', label: 'Slate', words: `newest line ${ageText(ageS)} old` }];
}

/** Of those who ride. Who is near the line is not missed: trackers stop before it. */
function trackerLine({ places, sheet, health, atMs }: Race): readonly HealthLine[] {
  if (isTold(health)) return [{ level: 'good', label: 'Trackers', words: 'none: the race is told on the slate' }];
  const lineM = sheet.course.lengthM - LINE_M;
  const riding = places.filter(({ status, distanceM }) => status === 'racing' && !(distanceM > lineM));
  if (riding.length === 0) return [];
  // In a silence of all trackers riders stand where they were, and are heard no more for that.
  const isHeard = (place: Place) =>
    place.tracker === 'live' || (place.tracker === 'late' && atMs - place.atMs <= SILENT_MS);
  const unheard = riding.filter((place) => !isHeard(place)).length;
  const late = riding.filter((place) => place.tracker === 'late' && isHeard(place)).length;
  const heard = `${riding.length - unheard} of ${riding.length} riders heard`;
  const level = unheard === 1 && riding.length > 1 ? 'good' : levelOf(unheard / riding.length, UNHEARD);
  return [{ level, label: 'Trackers', words: late === 0 ? heard : `${heard} · ${late} late` }];
}

const lapLine = (riders: number, { places }: Race): HealthLine => ({
  level: levelOf(riders / Math.max(riders, places.length), LAPLESS),
  label: 'Lap',
  words: `not known of ${riders === 1 ? '1 rider' : `${riders} riders`}: say it, or wait for the line`,
});

function quarantineLine({ reason, share, example }: Quarantined): readonly HealthLine[] {
  if (share === 0) return [];
  const { words, isHarmless = false } = unbelieved[reason];
  const level = isHarmless ? 'good' : levelOf(share, UNBELIEVED);
  return [{ level, label: 'Last minute', words: `${percent(share)} of fixes ${words}`, example }];
}

/** "4 %", "0.6 %": two figures are enough. */
export const percent = (share: number): string =>
  `${share < 0.0995 ? +(share * 100).toFixed(1) : Math.round(share * 100)} %`;
