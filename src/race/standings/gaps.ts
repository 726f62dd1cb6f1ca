import type { Group } from '../groups/group.ts';
import type { Place } from '../place.ts';
import type { RiderIndex, Roster } from '../riders/roster.ts';
import type { Rules } from '../rules/rules.ts';
import type { Origin } from '../units.ts';
import { expectedGapS, lostAtLeastS } from './expected.ts';
import type { Arrivals } from './finish.ts';
import type { StandingsInput } from './input.ts';

/** For how long a rider without a good fix still counts with the group that he was in. */
const CARRIED_MS = 60_000;
/** A hole this long within a group means that its riders are strewn, and share a name rather than a wheel. */
const HOLE_S = 10;

/** What a rider has lost on the first of the stage so far. */
export interface Gap {
  readonly gapS: number;
  readonly origin: Origin;
}

/** Gaps by rider. */
export interface Gaps {
  /** By the index of the rider; none where it cannot be trusted. */
  readonly of: readonly (Gap | undefined)[];
  /** How many riders have one. */
  readonly count: number;
}

type Given = (Gap | undefined)[];

const noneGiven = ({ size }: Roster): Given => new Array<Gap | undefined>(size).fill(undefined);

function gapsOf(of: Given): Gaps {
  let count = 0;
  for (const gap of of) if (gap) count += 1;
  return { of, count };
}

export function isSameGaps({ of: a }: Gaps, { of: b }: Gaps): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!isSameGap(a[i], b[i])) return false;
  return true;
}

const isSameGap = (a: Gap | undefined, b: Gap | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.gapS === b.gapS && a.origin === b.origin);

/**
 * Of finishers their result, of all others their group's gap: who rides together would be given the same time. In whole
 * seconds, cut off, as results are: a classification changes when somebody has gained or lost one.
 */
export function roadGaps(input: StandingsInput, roster: Roster, arrivals: Arrivals, rules: Rules): Gaps {
  if (isBeforeRace(input, arrivals))
    return noneLost(input.places, roster, isBefore(input.sheet, input.atMs) ? 'timed' : 'estimated');
  const { finishers, placeOf } = arrivals;
  const gaps = noneGiven(roster);
  for (const { bib, gapS, origin } of finishers) if (gapS !== null) gaps[roster.indexOf(bib)] = { gapS, origin };
  const together = new Map<string, Together>();
  const others: { readonly place: Place; readonly index: RiderIndex }[] = [];
  for (const place of input.places) {
    if (place.status !== 'racing' || (finishers.length > 0 && placeOf.has(place.bib))) continue;
    const index = roster.indexOf(place.bib);
    const gap = place.group === null ? null : gapInGroup(place, place.group, input, arrivals, rules, together);
    if (gap) gaps[index] = gap;
    else others.push({ place, index });
  }
  for (const { place, index } of others) {
    const gap = gapAlone(place, input, together);
    if (gap) gaps[index] = wholeSeconds(gap);
  }
  return gapsOf(gaps);
}

/** The riders of a group, as far as they have been gone through from its front. */
interface Together {
  /** Of the front; null where it cannot be trusted. */
  readonly gap: Gap | null;
  readonly frontS: number;
  /** How far the last one was behind the first of the race, and what he was given. */
  lastS: number;
  given: Gap | null;
  isStrewn: boolean;
}

/** The gap of his group for a rider of it; behind a hole, by so much more. Riders come from front to back. */
function gapInGroup(
  place: Place,
  id: string,
  input: StandingsInput,
  arrivals: Arrivals,
  rules: Rules,
  groups: Map<string, Together>,
): Gap | null {
  let group = groups.get(id);
  if (!group) {
    const gap = gapOfFront(place, id, input, arrivals, rules);
    const frontS = place.gapS ?? 0;
    group = { gap, frontS, lastS: frontS, given: gap && wholeSeconds(gap), isStrewn: false };
    groups.set(id, group);
  }
  const { gap, frontS, lastS } = group;
  if (!gap || !isFresh(place)) return null;
  const ownS = place.gapS ?? lastS;
  if (ownS - lastS >= HOLE_S) {
    group.given = wholeSeconds({ gapS: gap.gapS + ownS - frontS, origin: gap.origin });
    group.isStrewn = true;
  }
  group.lastS = ownS;
  return group.given;
}

function gapOfFront(front: Place, id: string, input: StandingsInput, arrivals: Arrivals, rules: Rules): Gap | null {
  const index = input.groups.findIndex((group) => group.id === id);
  const group = input.groups[index];
  if (!group) return null;
  return arrivals.finishers.length > 0
    ? behindWinner(group, front, index, input, arrivals, rules)
    : behindHead(group, index, front);
}

const wholeSeconds = ({ gapS, origin }: Gap): Gap => ({ gapS: Math.floor(gapS), origin });

const isFresh = ({ tracker }: Place): boolean => tracker === 'live' || tracker === 'late';

const isBefore = ({ info }: StandingsInput['sheet'], atMs: number): boolean =>
  info.startMs !== null && atMs < info.startMs;

/** Before kilometre 0, or while nothing has been seen of the race, nobody has lost anything. */
const isBeforeRace = ({ atMs, sheet, groups }: StandingsInput, { finishers }: Arrivals): boolean =>
  finishers.length === 0 && (isBefore(sheet, atMs) || groups.length === 0);

/** Before the start that is so by the clock; while nothing is seen of the race it is taken to be so. */
function noneLost(places: readonly Place[], roster: Roster, origin: Origin): Gaps {
  const gaps = noneGiven(roster);
  for (const { status, bib } of places) if (status === 'racing') gaps[roster.indexOf(bib)] = { gapS: 0, origin };
  return gapsOf(gaps);
}

/** A rider who is in no group: by his own fix, or with those whom he was with a moment ago, if they are together. */
function gapAlone(place: Place, input: StandingsInput, together: ReadonlyMap<string, Together>): Gap | null {
  if (isFresh(place)) return place.gapS === null ? null : { gapS: place.gapS, origin: place.gapOrigin };
  const seen = input.lastSeen(place.bib);
  if (!seen || input.atMs - seen.atMs >= CARRIED_MS) return null;
  const group = together.get(seen.group);
  const gap = group && !group.isStrewn ? group.gap : null;
  return gap ? { gapS: gap.gapS, origin: 'estimated' } : null;
}

/**
 * Once somebody has finished, gaps are to the winner: those who are still expected get what their bunch will get; all
 * others are no nearer than his time since the line.
 */
function behindWinner(
  { id }: Group,
  front: Place,
  index: number,
  { atMs, sheet }: StandingsInput,
  arrivals: Arrivals,
  rules: Rules,
): Gap | null {
  const { gapS, gapOrigin: origin } = front;
  if (gapS === null) return null;
  const sharedS = expectedGapS({ id, gapS, isNext: index === 0 }, arrivals, atMs, rules.splitS[sheet.info.type]);
  const leastS = lostAtLeastS(front, sheet.course.lengthM, arrivals.firstMs, atMs) ?? 0;
  return { gapS: sharedS ?? Math.max(gapS, leastS), origin };
}

function behindHead(group: Group, index: number, front: Place): Gap | null {
  if (index === 0) return { gapS: 0, origin: front.gapOrigin };
  if (group.gap) return { gapS: group.gap.value, origin: group.gap.origin };
  return front.gapS !== null ? { gapS: front.gapS, origin: front.gapOrigin } : null;
}

/**
 * Of a time trial: finishers by their time, riders on the course by their gap at the same point to the rider in the hot
 * seat, whose time it is that finishers are compared with; before the first arrival to the best there.
 */
export function timeTrialGaps(input: StandingsInput, roster: Roster, { finishers }: Arrivals): Gaps {
  if (finishers.length === 0 && isBefore(input.sheet, input.atMs)) return noneLost(input.places, roster, 'timed');
  const gaps = noneGiven(roster);
  const give = (bib: string, gapS: number, origin: Origin): void => {
    gaps[roster.indexOf(bib)] = { gapS, origin };
  };
  for (const { bib, virtualGap, toHotSeat } of input.timeTrial?.runs ?? []) {
    const gap = toHotSeat ?? virtualGap;
    if (gap) give(bib, gap.value, gap.origin);
  }
  for (const { together, virtualGap } of input.timeTrial?.teams ?? []) {
    if (virtualGap) for (const bib of together) give(bib, virtualGap.value, virtualGap.origin);
  }
  for (const { bib, gapS, origin } of finishers) if (gapS !== null) give(bib, gapS, origin);
  return gapsOf(gaps);
}
