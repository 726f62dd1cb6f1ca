import type { LimitTable, TimeLimitRules } from './rules.ts';
import type { StageType } from './stage-type.ts';

export interface TimeLimit {
  readonly pct: number;
  /** Seconds after the winner. */
  readonly behindS: number;
}

/** How long after the winner a rider may still finish; null where the race has not said. */
export function timeLimit(rules: TimeLimitRules, type: StageType, winnerS: number, lengthM: number): TimeLimit | null {
  const table = rules.table[type];
  const pct = rules.juryPct ?? (table === null ? null : limitPct(rules.tables[table] ?? [], kphOf(lengthM, winnerS)));
  return pct === null ? null : { pct, behindS: Math.round((winnerS * pct) / 100) };
}

/** The percentage for the winner's average speed; null where no band holds it. */
export function limitPct(table: LimitTable, kph: number): number | null {
  return table.find(({ uptoKph }) => uptoKph === null || kph <= uptoKph)?.pct ?? null;
}

const kphOf = (distanceM: number, timeS: number): number => (distanceM / timeS) * 3.6;
