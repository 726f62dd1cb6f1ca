import type { Group } from '../../race/groups/group.ts';
import type { Race } from '../../race/race.ts';
import type { Bib } from '../../race/units.ts';
import { type OrganiserGap, type OrganiserRoad, organiserGroups } from './organiser-road.ts';
import { quantile } from './quantile.ts';

/** How far what goes on air is from the organiser's own riders: a viewer sees groups, not riders. */
export interface ShownFigures {
  /**
   * Of the gap of the group called peloton, without sign, before the first arrival; `framesUnclear` were left out, because
   * a hole in front of it is neither clearly one nor clearly none.
   */
  readonly pelotonGapErrorS: {
    readonly median: number;
    readonly p90: number;
    readonly max: number;
    readonly framesOver30sShare: number;
    readonly frames: number;
    readonly framesUnclear: number;
  };
  /** Frames in which the first group has a hole of more than 10 s in it; another group that has a name of its own. */
  readonly headHoleFrames: number;
  readonly groupHoleFrames: { readonly [phase in Phase]: number };
  /** How often the gap of one group changed by more than that, beyond the time that passed. */
  readonly jumpsOver30s: number;
  readonly afterFirstArrival: { readonly jumpsOver5s: number };
  /** Frames in which nobody of the first group is in the first one of the organiser. */
  readonly wrongHeadFrames: number;
}

export type Phase = 'firstHour' | 'middle' | 'last20Km';

const HOLE_S = 10;
/** Between these a hole may be one or not: the organiser's distances are good to a second or so. */
const UNCLEAR_S = [6.5, 9.5] as const;
const HOUR_MS = 3_600_000;

export function shownTally() {
  const errors: number[] = [];
  const groupHoles = { firstHour: 0, middle: 0, last20Km: 0 };
  let [unclear, headHoles, wrongHeads, jumps, lateJumps] = [0, 0, 0, 0, 0];
  let firstMs = Number.NaN;
  let before: { readonly atMs: number; readonly gaps: ReadonlyMap<string, number>; readonly won: boolean } | null =
    null;

  const compare = (race: Race, road: OrganiserRoad): void => {
    const order = road.order();
    const gapOf = new Map(order.map(({ bib, gapS }) => [bib, gapS]));
    const groups = organiserGroups(order);
    const [head, ...others] = race.groups.filter(({ kind }) => kind !== 'rest');
    if (!head || groups.length === 0) return;
    if (hasHole(head, gapOf)) headHoles += 1;
    if (others.some((group) => hasHole(group, gapOf))) groupHoles[phaseOf(race, firstMs)] += 1;
    const first = new Set(groups[0]!.map(({ bib }) => bib));
    const seen = head.bibs.filter((bib) => gapOf.has(bib));
    if (seen.length > 0 && !seen.some((bib) => first.has(bib))) wrongHeads += 1;
    const error = pelotonError(race.groups, order, groups, road, race.atMs);
    if (error === 'unclear') unclear += 1;
    else if (error !== null) errors.push(error);
  };

  return {
    /** One frame: the race as given out, and the organiser's riders as of then. */
    see(race: Race, road: OrganiserRoad): void {
      if (Number.isNaN(firstMs)) firstMs = race.atMs;
      const won = race.places.some(({ finish }) => finish !== null);
      const gaps = new Map(
        race.groups.flatMap(({ id, kind, gap }) => (gap && kind !== 'rest' ? [[id, gap.value]] : [])),
      );
      if (before) {
        const dtS = (race.atMs - before.atMs) / 1000;
        for (const [id, gapS] of gaps) {
          const was = before.gaps.get(id);
          const jumpS = was === undefined ? 0 : Math.abs(gapS - was) - dtS;
          if (jumpS > 30) jumps += 1;
          if (before.won && jumpS > 5) lateJumps += 1;
        }
      }
      before = { atMs: race.atMs, gaps, won };
      if (!won && race.phase === 'racing') compare(race, road);
    },
    figures(): ShownFigures {
      const sorted = Float64Array.from(errors).sort();
      const over = errors.filter((error) => error > 30).length;
      return {
        pelotonGapErrorS: {
          median: quantile(sorted, 0.5),
          p90: quantile(sorted, 0.9),
          max: quantile(sorted, 1),
          framesOver30sShare: errors.length > 0 ? over / errors.length : 0,
          frames: errors.length,
          framesUnclear: unclear,
        },
        headHoleFrames: headHoles,
        groupHoleFrames: groupHoles,
        jumpsOver30s: jumps,
        afterFirstArrival: { jumpsOver5s: lateJumps },
        wrongHeadFrames: wrongHeads,
      };
    },
  };
}

function phaseOf({ atMs, groups, sheet }: Race, firstMs: number): Phase {
  if (sheet.course.lengthM - (groups[0]?.frontM ?? 0) <= 20_000) return 'last20Km';
  return atMs - firstMs < HOUR_MS ? 'firstHour' : 'middle';
}

function hasHole({ bibs }: Group, gapOf: ReadonlyMap<Bib, number>): boolean {
  const gaps = bibs.flatMap((bib) => gapOf.get(bib) ?? []).sort((a, b) => a - b);
  return gaps.some((gapS, i) => i > 0 && gapS - gaps[i - 1]! > HOLE_S);
}

/**
 * The gap of our peloton less that of the organiser's group which holds most of its riders: from the back of his first
 * group to the front of that one. Null where neither has one.
 */
function pelotonError(
  shown: readonly Group[],
  order: readonly OrganiserGap[],
  groups: readonly OrganiserGap[][],
  road: OrganiserRoad,
  atMs: number,
): number | 'unclear' | null {
  const peloton = shown.find(({ kind }) => kind === 'peloton');
  if (!peloton) return null;
  const own = new Set(peloton.bibs);
  const counts = groups.map((group) => group.filter(({ bib }) => own.has(bib)).length);
  const at = counts.indexOf(Math.max(...counts));
  if (counts[at] === 0 || (at === 0 && !peloton.gap)) return null;
  const front = groups[at]![0]!;
  const ahead = order.slice(0, order.indexOf(front) + 1);
  const holes = ahead.slice(1).map(({ gapS }, i) => gapS - ahead[i]!.gapS);
  if (holes.some((holeS) => holeS > UNCLEAR_S[0] && holeS < UNCLEAR_S[1])) return 'unclear';
  const trueS = at === 0 ? 0 : gapBehind(groups[0]!.at(-1)!, front, road, atMs);
  return Math.abs((peloton.gap?.value ?? 0) - trueS);
}

/** As the engine defines it: a tail that has just lost contact, or has come up since, counts for the less of both. */
function gapBehind(tail: OrganiserGap, front: OrganiserGap, road: OrganiserRoad, atMs: number): number {
  const passedMs = road.passedMs(tail.bib, front.distanceM);
  const thenS = passedMs === null ? tail.gapS : front.gapS - (atMs - passedMs) / 1000;
  return Math.max(0, front.gapS - Math.max(0, Math.min(thenS, tail.gapS)));
}
