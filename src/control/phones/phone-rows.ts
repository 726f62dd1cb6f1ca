import type { Replica } from '../../host/link.ts';
import { type Bib, compareBibs } from '../../race/units.ts';
import type { DeviceState } from '../../wire/crew/half.ts';
import type { GivenPhone } from '../../wire/crew/phones.ts';
import { ageText } from '../page/clock.ts';
import { isLow, isVague } from '../race/device-lines.ts';
import type { HealthLine } from '../race/health-line.ts';

/** A phone, or another device that tells how it is. */
export interface PhoneRow {
  readonly bib: Bib;
  readonly name: string;
  readonly level: HealthLine['level'];
  /** "silent for 3 min · battery low" */
  readonly words: string;
  /** Since its newest fix, as "8 s"; "–" where it does not say, as are the other two. */
  readonly age: string;
  readonly accuracy: string;
  readonly battery: string;
  /** It has joined by the link, and can be freed. */
  readonly isJoined: boolean;
}

/** A phone sends every few seconds: after so long it is late, and after so long it is silent. */
const LATE_S = 20;
const SILENT_S = 60;

const WORST_FIRST: readonly PhoneRow['level'][] = ['bad', 'warning', 'idle', 'good'];

/** Who has joined and who tells how he is, the worst first; `phones` null where nobody joins, as on a tape. `nowMs` on the clock of the race. */
export function phoneRows(
  phones: readonly GivenPhone[] | null,
  { devices, race }: Pick<Replica, 'devices' | 'race'>,
  nowMs: number | null,
): readonly PhoneRow[] {
  const joined = new Map(phones?.map((phone) => [phone.bib, phone]));
  // A phone that was freed is nobody's.
  const known = devices.filter(({ bib, feed }) => phones === null || joined.has(bib) || !feed.startsWith('phones'));
  const told = new Map(known.map((device) => [device.bib, device]));
  const rows = [...new Set([...joined.keys(), ...told.keys()])].map((bib): PhoneRow => {
    const rider = race?.sheet.riders.get(bib);
    const name = rider ? `${rider.given} ${rider.family}`.trim() : (joined.get(bib)?.name ?? '');
    return { bib, name, isJoined: joined.has(bib), ...stateOf(told.get(bib), nowMs) };
  });
  return rows.sort((a, b) => WORST_FIRST.indexOf(a.level) - WORST_FIRST.indexOf(b.level) || compareBibs(a.bib, b.bib));
}

/** "24 joined · 2 silent · 1 to look at" */
export function phonesSaid(rows: readonly PhoneRow[]): string {
  const count = (is: (row: PhoneRow) => boolean) => rows.filter(is).length;
  const joined = count((row) => row.isJoined);
  const parts: readonly (readonly [number, string])[] = [
    joined > 0 || rows.length === 0 ? [joined, 'joined'] : [rows.length, 'known'],
    [count(({ level }) => level === 'idle'), 'not heard yet'],
    [count(({ level }) => level === 'bad'), 'silent'],
    [count(({ level }) => level === 'warning'), 'to look at'],
  ];
  return parts
    .filter(([number], i) => i === 0 || number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join(' · ');
}

type State = Pick<PhoneRow, 'level' | 'words' | 'age' | 'accuracy' | 'battery'>;

function stateOf(device: DeviceState | undefined, nowMs: number | null): State {
  if (!device) return { level: 'idle', words: 'not heard yet', age: '–', accuracy: '–', battery: '–' };
  const ageS = nowMs === null ? Number.NaN : Math.max(0, (nowMs - device.fixMs) / 1000);
  const age = Number.isNaN(ageS) ? '–' : ageText(ageS);
  const amiss = [
    ageS >= SILENT_S && `silent for ${age}`,
    ageS >= LATE_S && ageS < SILENT_S && 'late',
    isLow(device) && 'battery low',
    isVague(device) && 'place vague',
  ].filter((words) => words !== false);
  const level = ageS >= SILENT_S ? 'bad' : amiss.length > 0 ? 'warning' : 'good';
  const { accuracyM, batteryPct } = device;
  return {
    level,
    words: amiss.join(' · ') || 'well',
    age,
    accuracy: accuracyM === null ? '–' : `${accuracyM} m`,
    battery: batteryPct === null ? '–' : `${batteryPct} %`,
  };
}
