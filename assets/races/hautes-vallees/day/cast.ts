import { RIDERS, type RiderRow, type Talent } from '../riders.ts';
import { TEAMS } from '../teams.ts';
import { bell, shuffled } from './chance.ts';
import { type Bunch, FIELD, type Plot, type PlotChoice } from './plot.ts';

export interface Cast {
  /** Who leaves with each bunch. */
  readonly riders: ReadonlyMap<string, readonly number[]>;
  /** How many riders a bunch has at a kilometre. */
  size(bunch: string, km: number): number;
  /** How well each climbs today. */
  readonly climbing: ReadonlyMap<number, number>;
}

const CLIMBING: Readonly<Record<Talent, number>> = {
  leader: 0.97,
  climber: 0.8,
  puncheur: 0.62,
  helper: 0.54,
  rouleur: 0.46,
  sprinter: 0.25,
};
const OF_THE_DAY = 0.045;
/** Behind the leader, in seconds, at which a leader climbs as well as a climber. */
const LEADER_FADE_S = 2500;
/** A day in front, or a fall, is felt on the next climb. */
const TIRED = 0.4;
/** Nobody this near to the yellow jersey is let go. */
const THREAT_S = 600;
const MOST_OF_A_TEAM = 2;

export const teamWith = (bib: number): string => TEAMS.findLast(([lowest]) => lowest <= bib)![1];
export const talentOf = (bib: number): Talent => byBib.get(bib)![5];
const byBib: ReadonlyMap<number, RiderRow> = new Map(RIDERS.map((row) => [row[0], row]));

/** Finds the riders for the parts, in the order of the day. */
export function castFor(seed: number, plot: Plot): Cast {
  const climbing = new Map(RIDERS.map((row) => [row[0], climbingOf(row, bell(seed, 500, row[0]))]));
  const members = new Map<string, Set<number>>([[FIELD, new Set(RIDERS.map(([bib]) => bib))]]);
  const riders = new Map<string, readonly number[]>([[FIELD, RIDERS.map(([bib]) => bib)]]);
  const sizes = new Map<string, { km: number; size: number }[]>();
  const tired = new Set<number>();
  const note = (bunch: string, km: number) => {
    sizes.set(bunch, [...(sizes.get(bunch) ?? []), { km, size: members.get(bunch)!.size }]);
  };
  for (const { km, bunch, happens } of inOrder(plot)) {
    const own = members.get(bunch.id);
    if (happens === 'leaves') {
      const { from, who } = bunch.leaves!;
      const left = members.get(from)!;
      const able = (bib: number) => climbing.get(bib)! - (tired.has(bib) ? TIRED : 0);
      const chosen = choose(who, [...left], able, seed + Math.round(km * 10));
      for (const bib of chosen) left.delete(bib);
      riders.set(bunch.id, chosen);
      members.set(bunch.id, new Set(chosen));
      if (bunch.leaves!.side === 'back' || who.by === 'chance') for (const bib of chosen) tired.add(bib);
      note(from, km);
    } else {
      for (const bib of own!) members.get(bunch.ends!.by)!.add(bib);
      own!.clear();
      note(bunch.ends!.by, km);
    }
    note(bunch.id, km);
  }
  return {
    riders,
    climbing,
    size: (bunch, km) => sizes.get(bunch)?.findLast((entry) => entry.km <= km)?.size ?? RIDERS.length,
  };
}

function climbingOf([, , , , , talent, behindS]: RiderRow, form: number): number {
  const fade = talent === 'leader' ? (behindS / LEADER_FADE_S) * 0.3 : 0;
  return CLIMBING[talent] - fade + OF_THE_DAY * form * (talent === 'leader' ? 0.12 : 1);
}

interface Moment {
  readonly km: number;
  readonly bunch: Bunch;
  readonly happens: 'leaves' | 'ends';
}

const inOrder = ({ bunches }: Plot): Moment[] =>
  bunches
    .flatMap((bunch): Moment[] => [
      ...(bunch.leaves ? [{ km: bunch.leaves.km, bunch, happens: 'leaves' as const }] : []),
      ...(bunch.ends ? [{ km: bunch.ends.km, bunch, happens: 'ends' as const }] : []),
    ])
    .sort((a, b) => a.km - b.km);

function choose(who: PlotChoice, among: readonly number[], able: (bib: number) => number, seed: number): number[] {
  const fixed = (who.with ?? []).filter((bib) => among.includes(bib));
  const free = among.filter((bib) => !fixed.includes(bib) && !who.without?.includes(bib));
  const wanted = who.count - fixed.length;
  return [...fixed, ...ranked(who, free, able, seed, fixed).slice(0, wanted)];
}

function ranked(
  { by }: PlotChoice,
  free: readonly number[],
  able: (bib: number) => number,
  seed: number,
  fixed: readonly number[],
): number[] {
  const mixed = shuffled(free, seed, 700);
  switch (by) {
    case 'strongest':
      return mixed.sort((a, b) => able(b) - able(a));
    case 'weakest':
      return mixed.sort((a, b) => able(a) - able(b));
    case 'team':
      return mixed.filter((bib) => teamWith(bib) === teamWith(fixed[0]!)).sort((a, b) => able(b) - able(a));
    case 'climbers':
      return fewOfEach(
        mixed.filter((bib) => isFree(bib) && talentOf(bib) === 'climber').sort((a, b) => able(b) - able(a)),
        1,
      );
    case 'chance':
      return mixed.filter((bib) => isFree(bib));
    case 'break':
      return fewOfEach(
        mixed.filter((bib) => isFree(bib) && !['sprinter', 'helper'].includes(talentOf(bib))),
        MOST_OF_A_TEAM,
      );
  }
}

/** Neither a threat, nor at work for the yellow jersey. */
const isFree = (bib: number): boolean => byBib.get(bib)![6] > THREAT_S && teamWith(bib) !== yellowTeam;
const yellowTeam = teamWith(RIDERS.find((row) => row[6] === 0)![0]);

function fewOfEach(bibs: readonly number[], most: number): number[] {
  const taken = new Map<string, number>();
  return bibs.filter((bib) => {
    const count = (taken.get(teamWith(bib)) ?? 0) + 1;
    taken.set(teamWith(bib), count);
    return count <= most;
  });
}
