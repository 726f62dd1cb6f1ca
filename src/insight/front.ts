import type { Group } from '../race/groups/group.ts';
import type { Race } from '../race/race.ts';
import type { Bib } from '../race/units.ts';

/** When the front of a group was where, over the last while: a fix each 100 m at most, oldest first. */
export interface Front {
  /** The id of its group; `head` is the front of the race, whoever rides there. */
  readonly key: string;
  /** Its group now. */
  readonly group: Group;
  readonly trail: readonly FrontAt[];
}

export interface FrontAt {
  readonly atMs: number;
  readonly distanceM: number;
}

export const headKey = 'head';

const KEPT_MS = 2_700_000;
const APART_M = 100;
const FASTEST_MPS = 30;

export const isDropped = ({ group: { kind } }: Front): boolean => kind === 'dropped' || kind === 'gruppetto';

/** The newest fix of a front. */
export const newestIn = ({ trail }: Front): FrontAt => trail.at(-1)!;

/** The fronts of all groups that ride together, that of the race first, until it has come in. */
export function moveFronts(before: readonly Front[], race: Race): readonly Front[] {
  const old = new Map(before.map((front) => [front.key, front.trail]));
  const isWon = race.places.some(({ finish }) => finish !== null);
  return race.groups.flatMap((group, i) => {
    const fix = group.kind === 'rest' ? null : frontFix(race, group.bibs[0]);
    if (!fix) return [];
    const keys = i === 0 && !isWon ? [headKey, group.id] : [group.id];
    return keys.map((key): Front => ({ key, group, trail: withFix(old.get(key) ?? [], fix) }));
  });
}

function frontFix({ places }: Race, bib: Bib | undefined): FrontAt | null {
  const place = places.find((one) => one.bib === bib);
  return place && Number.isFinite(place.distanceM) ? { atMs: place.atMs, distanceM: place.distanceM } : null;
}

function withFix(trail: readonly FrontAt[], fix: FrontAt): readonly FrontAt[] {
  const last = trail.at(-1);
  if (!last) return [fix];
  const [aheadM, seconds] = [fix.distanceM - last.distanceM, (fix.atMs - last.atMs) / 1000];
  if (seconds <= 0) return trail;
  // Nobody rode there: another rider is the front now.
  if (aheadM < -APART_M || aheadM > FASTEST_MPS * seconds + APART_M) return [fix];
  if (aheadM < APART_M) return trail;
  return [...(trail[0]!.atMs < fix.atMs - KEPT_MS ? trail.slice(1) : trail), fix];
}

/** What it rode over the last so many minutes, or since it is known: null for less than a minute. */
export function lately({ trail }: Front, windowMs: number): { readonly from: FrontAt; readonly to: FrontAt } | null {
  const to = trail.at(-1);
  const from = to && trail.find(({ atMs }) => atMs >= to.atMs - windowMs);
  return to && from && to.atMs - from.atMs >= 60_000 ? { from, to } : null;
}

/** When it passed a place, between two fixes of at most a minute; null where it did not, or nobody saw it. */
export function passedMs({ trail }: Front, distanceM: number): number | null {
  const after = trail.findLastIndex(
    (fix, i) => fix.distanceM >= distanceM && (trail[i - 1]?.distanceM ?? 0) < distanceM,
  );
  const [a, b] = [trail[after - 1], trail[after]];
  if (!a || !b || b.atMs - a.atMs > 60_000) return null;
  return a.atMs + ((distanceM - a.distanceM) / (b.distanceM - a.distanceM)) * (b.atMs - a.atMs);
}
