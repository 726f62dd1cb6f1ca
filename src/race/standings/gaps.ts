import type { Group, Place } from '../race.ts';
import type { Rules } from '../rules/rules.ts';
import type { StandingsInput } from '../standings.ts';
import type { Bib, Origin } from '../units.ts';
import type { Arrivals } from './finish.ts';

/** For how long a rider without a good fix still counts with the group that he was in. */
const CARRIED_MS = 60_000;
/** How late a tracker may tell what the finish line has told already. */
const TRACKER_LAG_S = 2;

/** What a rider has lost on the first of the stage so far. */
export interface Gap {
  readonly gapS: number;
  readonly origin: Origin;
}

/** Gaps by rider; a rider who is missing has none that can be trusted. */
export type Gaps = ReadonlyMap<Bib, Gap>;

/** Of finishers their result, of all others their group's gap: the whole group would be given the same time. */
export function roadGaps(input: StandingsInput, arrivals: Arrivals, rules: Rules): Gaps {
  const gaps = new Map<Bib, Gap>();
  for (const { bib, gapS, origin } of arrivals.finishers) if (gapS !== null) gaps.set(bib, { gapS, origin });
  if (isBeforeRace(input, arrivals)) {
    return noneLost(input.places);
  }
  const finished = new Set(arrivals.finishers.map(({ bib }) => bib));
  const ofGroup = groupGaps(input, arrivals, rules);
  for (const place of input.places) {
    if (finished.has(place.bib) || place.status !== 'racing') continue;
    const gap = gapOnRoad(place, input, ofGroup);
    if (gap) gaps.set(place.bib, gap);
  }
  return gaps;
}

/** Before kilometre 0, or while nothing has been seen of the race, nobody has lost anything. */
const isBeforeRace = ({ atMs, sheet, groups }: StandingsInput, { finishers }: Arrivals): boolean =>
  finishers.length === 0 && (atMs < sheet.info.startMs || groups.length === 0);

const noneLost = (places: readonly Place[]): Gaps =>
  new Map(places.filter(({ status }) => status === 'racing').map(({ bib }) => [bib, { gapS: 0, origin: 'timed' }]));

function gapOnRoad(place: Place, input: StandingsInput, ofGroup: ReadonlyMap<string, Gap>): Gap | null {
  if (place.tracker === 'live' || place.tracker === 'late') {
    if (place.group !== null) return ofGroup.get(place.group) ?? null;
    return place.gapS === null ? null : { gapS: place.gapS, origin: place.gapOrigin };
  }
  const seen = input.lastSeen(place.bib);
  if (!seen || input.atMs - seen.atMs >= CARRIED_MS) return null;
  const gap = ofGroup.get(seen.group);
  return gap ? { gapS: gap.gapS, origin: 'estimated' } : null;
}

/** By group. Once somebody has finished, gaps are to the winner, and no shorter than his time since the line. */
function groupGaps(input: StandingsInput, arrivals: Arrivals, rules: Rules): Map<string, Gap> {
  const gaps = new Map<string, Gap>();
  const rest = arrivals.finishers.at(-1);
  input.groups.forEach((group, index) => {
    const front = frontOf(group, input.places);
    if (!rest) {
      const gap = index === 0 ? { gapS: 0, origin: front?.gapOrigin ?? 'gps' } : behindHead(group, front);
      if (gap) gaps.set(group.id, gap);
      return;
    }
    if (!front || front.gapS === null) return;
    const follows = index === 0 && stillArriving(front.gapS, input, arrivals, rules);
    const gapS = follows ? (rest.gapS ?? front.gapS) : Math.max(front.gapS, sinceS(input.atMs, arrivals.firstMs));
    gaps.set(group.id, { gapS, origin: front.gapOrigin });
  });
  return gaps;
}

function behindHead(group: Group, front: Place | undefined): Gap | null {
  if (group.gap) return { gapS: group.gap.value, origin: group.gap.origin };
  return front && front.gapS !== null ? { gapS: front.gapS, origin: front.gapOrigin } : null;
}

/** The rest of a bunch whose first riders have crossed the line: no split yet, so they share its time. */
function stillArriving(frontGapS: number, { atMs, sheet }: StandingsInput, arrivals: Arrivals, rules: Rules): boolean {
  const { firstMs, lastMs } = arrivals;
  if (firstMs === null || lastMs === null) return false;
  const allowedS = rules.splitS[sheet.info.type] + TRACKER_LAG_S;
  return frontGapS - (lastMs - firstMs) / 1000 < allowedS && sinceS(atMs, lastMs) < allowedS;
}

const frontOf = (group: Group, places: readonly Place[]): Place | undefined =>
  places.find(({ bib }) => bib === group.bibs[0]);

const sinceS = (atMs: number, thenMs: number | null): number => (thenMs === null ? 0 : (atMs - thenMs) / 1000);

/** Of a time trial: finishers by their time, riders on the course by their gap to the best at the same point. */
export function timeTrialGaps(input: StandingsInput, { finishers }: Arrivals): Gaps {
  const gaps = new Map<Bib, Gap>();
  if (finishers.length === 0 && input.atMs < input.sheet.info.startMs) {
    return noneLost(input.places);
  }
  for (const { bib, virtualGap } of input.timeTrial?.runs ?? []) {
    if (virtualGap) gaps.set(bib, { gapS: virtualGap.value, origin: virtualGap.origin });
  }
  for (const { together, virtualGap } of input.timeTrial?.teams ?? []) {
    if (virtualGap) for (const bib of together) gaps.set(bib, { gapS: virtualGap.value, origin: virtualGap.origin });
  }
  for (const { bib, gapS, origin } of finishers) if (gapS !== null) gaps.set(bib, { gapS, origin });
  return gaps;
}
