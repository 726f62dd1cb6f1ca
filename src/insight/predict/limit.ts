import type { Group } from '../../race/groups/group.ts';
import type { Race } from '../../race/race.ts';
import { neutral } from '../../race/rules/presets/neutral.ts';
import { timeLimit } from '../../race/rules/time-limit.ts';
import { isAgainstClock } from '../../race/sheet.ts';
import type { Band, Estimate } from '../estimate.ts';
import type { Limit, Silence } from '../forecast.ts';

export interface LimitInput {
  readonly race: Race;
  /** When the front of a group comes to the finish, in milliseconds on the clock of the race; null where nobody says. */
  arrivalOf(group: string): Estimate | null;
}

/**
 * When the time limit ends the race of each group behind the head, and how far inside it the group is expected. By the
 * time of the winner once he has come, and before by when he is expected. Nothing where the race has not said its limit or
 * its start; against the clock no group rides to a limit.
 */
export function timeLimits({ race, arrivalOf }: LimitInput): Limit[] {
  const { groups, phase, sheet } = race;
  const { startMs, type } = sheet.info;
  const { juryPct, table } = (sheet.rules ?? neutral).timeLimit;
  const [head] = groups;
  if (phase !== 'racing' || !head || startMs === null || isAgainstClock(sheet)) return [];
  if (juryPct === null && table[type] === null) return [];
  const wonMs = winnerMs(race);
  const won = wonMs === null ? arrivalOf(head.id) : exactly(wonMs);
  const limit = won && limitOf(won, startMs, race);
  if (won && !limit) return [];
  const behind = wonMs === null ? groups.slice(1) : groups;
  return behind.map((group) => forecastOf(group, limit, won && arrivalOf(group.id), won, race));
}

/** It may come too late, in one case of ten or more. */
export const isAtRisk = ({ estimate }: Limit): boolean => estimate !== null && estimate.most.low < 0;

/** When the first crossed the line; null before. */
function winnerMs({ places }: Race): number | null {
  const finishes = places.flatMap(({ finish, lapsDown }) => (finish && lapsDown === 0 ? [finish.atMs] : []));
  return finishes.length > 0 ? Math.min(...finishes) : null;
}

const exactly = (value: number): Estimate => ({
  value,
  half: { low: value, high: value },
  most: { low: value, high: value },
});

/** The moment after which nobody is classified; null where the race has no limit. */
function limitOf({ value, half, most }: Estimate, startMs: number, { sheet }: Race): Estimate | null {
  const { info, course, rules = neutral } = sheet;
  const { timeLimit: table } = rules;
  const at = (wonMs: number): number | null => {
    const winnerS = (wonMs - startMs) / 1000;
    const limit = winnerS > 0 ? timeLimit(table, info.type, winnerS, course.lengthM) : null;
    return limit && wonMs + limit.behindS * 1000;
  };
  // Where he is a little slower than the table's next speed, the limit leaps back: it is looked for on both sides.
  const leaps = (rules.timeLimit.tables[table.table[info.type] ?? ''] ?? []).flatMap(({ uptoKph }) => {
    const wonMs = startMs + ((course.lengthM * 3.6) / (uptoKph ?? 0)) * 1000;
    return [wonMs - 1, wonMs + 1];
  });
  const within = ({ low, high }: Band): Band | null => {
    const ends = [low, high, ...leaps.filter((wonMs) => wonMs > low && wonMs < high)].map(at);
    const known = ends.filter((ms) => ms !== null);
    return known.length === ends.length ? { low: Math.min(...known), high: Math.max(...known) } : null;
  };
  const [limitMs, halfMs, mostMs] = [at(value), within(half), within(most)];
  return limitMs !== null && halfMs && mostMs ? { value: limitMs, half: halfMs, most: mostMs } : null;
}

function forecastOf(
  group: Group,
  limit: Estimate | null,
  arrival: Estimate | null,
  won: Estimate | null,
  { atMs: madeMs, sheet }: Race,
): Limit {
  const limitMs = limit ? Math.round(limit.value) : madeMs;
  const silent: Silence | null = limit && arrival ? null : 'no history';
  return {
    kind: 'limit',
    id: `limit ${group.id}`,
    madeMs,
    untilMs: limit ? limit.most.high : madeMs,
    group: group.id,
    limitMs,
    estimate: limit && arrival && insideS(limit, arrival),
    because:
      arrival && won
        ? [
            { of: 'behind', value: (arrival.value - won.value) / 1000 },
            { of: 'to go', value: (sheet.course.lengthM - group.frontM) / 1000 },
          ]
        : [],
    silent,
  };
}

/**
 * Seconds from the arrival to the limit. As if both errors had nothing to do with each other: where the road is slower than
 * expected for all, both are later, and the range is rather too wide.
 */
function insideS(limit: Estimate, arrival: Estimate): Estimate {
  const value = limit.value - arrival.value;
  const within = (early: Band, come: Band): Band => ({
    low: (value - Math.hypot(limit.value - early.low, come.high - arrival.value)) / 1000,
    high: (value + Math.hypot(early.high - limit.value, arrival.value - come.low)) / 1000,
  });
  return {
    value: value / 1000,
    half: within(limit.half, arrival.half),
    most: within(limit.most, arrival.most),
  };
}
