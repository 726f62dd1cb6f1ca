import type { DeviceState } from '../../wire/crew/half.ts';
import type { HealthLine } from './health-line.ts';

/** Below this much a phone does not last for an hour of sending. */
const LOW_PCT = 15;
/** A receiver that guesses this far is not under an open sky, or may use no satellites. */
const VAGUE_M = 50;
/** Of what was not heard for so long other lines tell. */
const HEARD_MS = 10 * 60_000;
/** So many numbers are named. */
const NAMED = 12;

export const isLow = ({ batteryPct }: DeviceState): boolean => batteryPct !== null && batteryPct < LOW_PCT;
export const isVague = ({ accuracyM }: DeviceState): boolean => accuracyM !== null && accuracyM > VAGUE_M;

/** What phones and trackers say of themselves, where it is to be looked at: a line for each sort, never one a phone. */
export function deviceLines(devices: readonly DeviceState[], nowMs: number | null): readonly HealthLine[] {
  const heard = devices.filter(({ fixMs }) => nowMs === null || nowMs - fixMs <= HEARD_MS);
  const low = heard.filter(isLow);
  const vague = heard.filter(isVague);
  return [
    ...lineOf(low, `below ${LOW_PCT} % battery`, 'warning'),
    ...lineOf(vague, `sure of a place to ${VAGUE_M} m at best`, vague.length * 3 > heard.length ? 'warning' : 'idle'),
  ];
}

function lineOf(of: readonly DeviceState[], what: string, level: HealthLine['level']): readonly HealthLine[] {
  if (of.length === 0) return [];
  const isPhones = of.every(({ feed }) => feed.startsWith('phones'));
  const [one, many] = isPhones ? ['phone', 'phones'] : ['device', 'devices'];
  const bibs = of.map(({ bib }) => bib);
  const more = bibs.length > NAMED ? ` and ${bibs.length - NAMED} more` : '';
  const words = `${of.length} ${of.length === 1 ? one : many} ${what}: ${bibs.slice(0, NAMED).join(', ')}${more}`;
  return [{ level, label: isPhones ? 'Phones' : 'Devices', words }];
}
