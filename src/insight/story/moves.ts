import type { Race } from '../../race/race.ts';
import type { Bib } from '../../race/units.ts';
import { type GroupLife, HOLE_MS, type StoryMemory } from './memory.ts';
import type { Look } from './telling.ts';

/** A new group rides alone for so long before it is told: measured on recorded stages, what is told at once is half untrue. */
export const LASTS_MS = 60_000;
/** Two groups are one once they have been for so long. */
export const TOGETHER_MS = 30_000;
/** What has not been told by then is old. */
export const OLD_MS = 300_000;
/** In so much of the road that is left everything weighs more. */
const LATE_M = 30_000;
/** So many of a group must be heard: of two or fewer all. */
const HEARD_SHARE = 0.6;

/** A group that came to be a while ago, and still rides. */
export interface NewGroup extends GroupLife {
  readonly born: NonNullable<GroupLife['born']>;
  readonly broke: NonNullable<GroupLife['broke']>;
  /** From 0 to 1: how many of it are heard. */
  readonly heard: number;
}

/** Groups that have ridden for long enough to be told, and are still news; none that a hole in the news has made. */
export function newGroups(look: Look): NewGroup[] {
  const { race, memory } = look;
  return [...memory.lives.values()].flatMap((life): NewGroup[] => {
    const { born, broke, seenMs, bibs } = life;
    if (!born || !broke || seenMs !== race.atMs) return [];
    const ageMs = race.atMs - born.atMs;
    if (ageMs < LASTS_MS || ageMs > OLD_MS || isCalmAt(look, born.atMs)) return [];
    const heard = heardOf(look, bibs, born.atMs - HOLE_MS);
    return heard > 0 ? [{ ...life, born, broke, heard }] : [];
  });
}

/** A group that has become one with another. */
export interface Joined extends GroupLife {
  readonly ended: NonNullable<GroupLife['ended']>;
  readonly into: GroupLife;
  /** `caught` by those behind it, or come `up` to those before it. */
  readonly way: 'caught' | 'up';
  readonly heard: number;
}

/** Groups that rode alone for long enough, and since then are one with another for long enough to be told. */
export function joinedGroups(look: Look): Joined[] {
  const { race, memory } = look;
  return [...memory.lives.values()].flatMap((life): Joined[] => {
    const { ended, firstMs, born, bibs } = life;
    const into = memory.lives.get(ended?.into[0] ?? '');
    if (!ended || !into || into.seenMs !== race.atMs) return [];
    const agoMs = race.atMs - ended.atMs;
    if (agoMs < TOGETHER_MS || agoMs > OLD_MS || ended.atMs - (born?.atMs ?? firstMs) < LASTS_MS) return [];
    if (isCalmAt(look, ended.atMs) || !isMostlyIn(bibs, into.bibs)) return [];
    const heard = heardOf(look, bibs, ended.atMs - HOLE_MS);
    const way = life.ahead.includes(into.id) ? 'up' : 'caught';
    return heard > 0 ? [{ ...life, ended, into, way, heard }] : [];
  });
}

function isMostlyIn(bibs: readonly Bib[], others: readonly Bib[]): boolean {
  const all = new Set(others);
  return bibs.filter((bib) => all.has(bib)).length * 2 > bibs.length;
}

/** What happens around a time that the race stood, or was neutralised, is no racing. */
function isCalmAt({ memory: { calm } }: Look, atMs: number): boolean {
  return calm !== null && atMs >= calm.fromMs - LASTS_MS && atMs <= calm.toMs + LASTS_MS;
}

/** The share of these riders who are heard now and have had no long hole since a moment; 0 where they are too few. */
export function heardOf({ race, memory }: Look, bibs: readonly Bib[], sinceMs: number): number {
  const heard = bibs.filter((bib) => {
    const rider = memory.riders.get(bib);
    return rider !== undefined && race.atMs - rider.place.atMs <= HOLE_MS && rider.holeMs < sinceMs;
  });
  const share = heard.length / bibs.length;
  return share >= (bibs.length <= 2 ? 1 : HEARD_SHARE) ? share : 0;
}

/** Riders who still race. */
export const racingIn = ({ places }: Race): number => places.filter(({ status }) => status === 'racing').length;

/** From 0 to 1: how much of the last kilometres is ridden at a distance from km 0; 0 where nobody knows the end. */
export function latenessAt({ sheet: { course } }: Race, distanceM: number): number {
  if (course.ridden?.isEndKnown === false) return 0;
  return Math.min(1, Math.max(0, 1 - (course.lengthM - distanceM) / LATE_M));
}

/** How much of the road is ridden at a distance from km 0, from 0 to 1; half of it where nobody knows the end. */
export function shareAt({ sheet: { course } }: Race, distanceM: number): number {
  return course.ridden?.isEndKnown === false ? 0.5 : distanceM / course.lengthM;
}

/** Whole seconds from a group to the one behind it, and whether that is measured; null where nobody is. */
export function gapBehind(
  { groups }: Race,
  id: string,
): { readonly gapS: number; readonly isEstimated: boolean } | null {
  const next = groups[groups.findIndex((group) => group.id === id) + 1]?.gapToPrevious;
  return next ? { gapS: Math.round(next.value), isEstimated: next.origin === 'estimated' } : null;
}

/** Whole seconds from a group to the one before it. */
export function gapBefore(
  { groups }: Race,
  id: string,
): { readonly gapS: number; readonly isEstimated: boolean } | null {
  const gap = groups.find((group) => group.id === id)?.gapToPrevious;
  return gap ? { gapS: Math.round(gap.value), isEstimated: gap.origin === 'estimated' } : null;
}

/** An estimate proves less. */
export const confidenceOf = (heard: number, isEstimated: boolean): number => heard * (isEstimated ? 0.6 : 1);

export const kmOf = (distanceM: number): number => Math.floor(distanceM / 1000);

/** Seconds from the last rider of the peloton to a rider behind it; null where that is not known. */
export function behindPelotonS({ main, riders }: StoryMemory, { groups }: Race, bib: Bib): number | null {
  const last = groups.find(({ id }) => id === main)?.bibs.at(-1);
  const [tailS, gapS] = [last, bib].map((one) => riders.get(one ?? '')?.place.gapS ?? null);
  return tailS === null || tailS === undefined || gapS === null || gapS === undefined ? null : gapS - tailS;
}
