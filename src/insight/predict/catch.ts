import type { Group } from '../../race/groups/group.ts';
import type { Race } from '../../race/race.ts';
import type { Estimate } from '../estimate.ts';
import type { Catch, CatchWord, Chase, Fact, Silence } from '../forecast.ts';
import { type Front, newestIn } from '../front.ts';
import type { Outlook } from '../outlook.ts';
import { arrivalAt } from './arrival.ts';
import { type Chased, type Closing, catchChance, closingOf, usualClosing } from './chances.ts';
import { theilSen } from './gap-ahead.ts';
import { isTooWide } from './interval.ts';
import { unknownYet } from './unknown.ts';

const NEAREST_KM = 3;
const FARTHEST_KM = 40;
/** Over so many kilometres it is measured how fast a gap closes, and from so many on that says something. */
const SLOPE_KM = 5;
const LEAST_KM = 2;
/** Below and above it is said; a word that was said stays for a little longer. */
const HOLDS = { says: 0.1, stays: 0.15 };
const CAUGHT = { says: 0.8, stays: 0.7 };

/** Whether the peloton catches the head of the race and the group before it, and how much faster it must ride for that. */
export const catches = (outlook: Outlook): readonly (Catch | Chase)[] =>
  huntsIn(outlook).flatMap((hunt) => {
    const [caught, chase] = [catchId, chaseId].map((id) => outlook.stands(id(hunt.hunter.key, hunt.hunted.key)));
    // Over a hole in the news stands what was said before it.
    if (!hunt.isMeasured && caught?.kind === 'catch' && chase?.kind === 'chase') return [caught, chase];
    return [catchOf(outlook, hunt), chaseOf(outlook, hunt)];
  });

interface Hunt extends Chased {
  readonly hunter: Front;
  readonly hunted: Front;
  /** The gap is measured now, and not carried over a hole in the news. */
  readonly isMeasured: boolean;
  readonly silent: Silence | null;
}

function huntsIn(outlook: Outlook): Hunt[] {
  const { race, fronts } = outlook;
  const { groups } = race;
  const main = groups.find(({ kind }) => kind === 'peloton') ?? groups.find(({ kind }) => kind === 'jersey');
  const hunter = main && fronts.find(({ key }) => key === main.id);
  if (!hunter) return [];
  const at = groups.indexOf(main);
  return groups.slice(0, at).flatMap((group, i) => {
    const hunted = i === 0 || i === at - 1 ? fronts.find(({ key }) => key === group.id) : undefined;
    if (!hunted || isFallingBack(race, group)) return [];
    return [huntOf(outlook, hunter, hunted, i === at - 1)];
  });
}

/** Who has lost contact with a group that is still in front of him is not caught: he falls back. */
function isFallingBack({ past, groups }: Race, group: Group): boolean {
  const formed = past.lineage.findLast((change) => change.kind === 'formed' && change.group === group.id);
  const from = formed?.kind === 'formed' ? formed.from[0] : undefined;
  const at = groups.findIndex(({ id }) => id === from);
  return at >= 0 && at < groups.indexOf(group);
}

function huntOf(outlook: Outlook, hunter: Front, hunted: Front, areNeighbours: boolean): Hunt {
  const { race } = outlook;
  const { lengthM } = race.sheet.course;
  const points = gapsBefore(outlook, hunter, hunted, areNeighbours);
  const recent = points.filter(([km]) => km >= points.at(-1)![0] - SLOPE_KM);
  const historyKm = recent.length > 1 ? recent.at(-1)![0] - recent[0]![0] : 0;
  const gap = areNeighbours ? hunter.group.gapToPrevious : hunter.group.gap;
  const leftKm = (lengthM - newestIn(hunted).distanceM) / 1000;
  const isKnown = historyKm >= LEAST_KM && gap !== null;
  const before = outlook.stands(catchId(hunter.key, hunted.key));
  return {
    hunter,
    hunted,
    gapS: gap?.value ?? 0,
    kmToGo: (lengthM - newestIn(hunter).distanceM) / 1000,
    closing: historyKm > 0 ? -theilSen(recent) : 0,
    historyKm,
    isMeasured: gap !== null && gap.origin !== 'estimated',
    silent: leftKm > FARTHEST_KM ? 'too far' : leftKm < NEAREST_KM ? 'too near' : isKnown ? null : unknownYet(before),
  };
}

/** The gap between them by kilometre, as long as both are who they are. */
function gapsBefore(
  { race, gapsPast }: Outlook,
  hunter: Front,
  hunted: Front,
  areNeighbours: boolean,
): (readonly [number, number])[] {
  if (areNeighbours) {
    const past = race.past.gaps.find((one) => one.group === hunter.key && one.previous === hunted.key);
    return (past?.points ?? []).flatMap(({ km, value, origin }) => (origin === 'estimated' ? [] : [[km, value]]));
  }
  const past = gapsPast.find(({ group }) => group === hunter.key);
  const isOf = (km: number): boolean => km >= past!.headSinceKm;
  return (past?.points ?? []).flatMap(({ km, gapS, isMeasured }) => (isMeasured && isOf(km) ? [[km, gapS]] : []));
}

const catchId = (hunter: string, hunted: string): string => `catch ${hunter} ${hunted}`;
const chaseId = (hunter: string, hunted: string): string => `chase ${hunter} ${hunted}`;

const becauseOf = ({ closing, kmToGo }: Hunt): readonly Fact[] => [
  { of: 'closing', value: closing },
  { of: 'to go', value: kmToGo },
];

function catchOf(outlook: Outlook, hunt: Hunt): Catch {
  const { race, past } = outlook;
  const { hunter, hunted, silent } = hunt;
  const id = catchId(hunter.key, hunted.key);
  const usual = usualClosing(past, race.sheet.info.type);
  const probability = catchChance(usual, hunt);
  const before = outlook.stands(id);
  return {
    kind: 'catch',
    id,
    ...made(outlook, hunt),
    because: becauseOf(hunt),
    silent,
    group: hunter.key,
    previous: hunted.key,
    word: silent ? null : wordOf(probability, before?.kind === 'catch' ? before.word : null),
    probability,
    whereM: silent ? null : whereOf(closingOf(usual, hunt), hunt, race.sheet.course.lengthM),
  };
}

/** What is said of a chance, once something was said. */
function wordOf(probability: number, before: CatchWord | null): CatchWord {
  if (probability < (before === 'will hold' ? HOLDS.stays : HOLDS.says)) return 'will hold';
  return probability >= (before === 'will be caught' ? CAUGHT.stays : CAUGHT.says) ? 'will be caught' : 'open';
}

/** It is over when the group in front is too near to the line for it. */
function made(outlook: Outlook, { hunted }: Hunt): Pick<Catch, 'madeMs' | 'untilMs'> {
  const { race } = outlook;
  const { estimate } = arrivalAt(outlook, hunted, race.sheet.course.lengthM - NEAREST_KM * 1000, 'finish');
  return { madeMs: race.atMs, untilMs: Math.max(race.atMs, estimate.value) };
}

/** Quantiles of a normal distribution: half of it, and four fifths. */
const HALF = 0.674;
const MOST = 1.282;

/** Where the gap is nothing, if it closes as expected; null where that is beyond the line. */
function whereOf({ mean, sd }: Closing, { hunter, gapS }: Hunt, lengthM: number): Estimate | null {
  const { distanceM } = newestIn(hunter);
  const at = (closing: number): number =>
    closing > 0 ? Math.min(lengthM, distanceM + (1000 * gapS) / closing) : lengthM;
  const value = at(mean);
  if (value >= lengthM) return null;
  const band = (z: number) => ({ low: at(mean + z * sd), high: at(mean - z * sd) });
  return { value, half: band(HALF), most: band(MOST) };
}

/** The way of the group in front is ridden in its time and the gap, or in its time alone. */
function chaseOf(outlook: Outlook, hunt: Hunt): Chase {
  const { hunter, hunted, gapS } = hunt;
  const finishM = outlook.race.sheet.course.lengthM;
  const { estimate } = arrivalAt(outlook, hunted, finishM, 'finish');
  const pct = (arrivalMs: number): number => (100_000 * gapS) / Math.max(1, arrivalMs - outlook.race.atMs);
  const { value, half, most } = estimate;
  const fasterPct: Estimate = {
    value: pct(value),
    half: { low: pct(half.high), high: pct(half.low) },
    most: { low: pct(most.high), high: pct(most.low) },
  };
  const silent = hunt.silent ?? (isTooWide(fasterPct, fasterPct.value) ? 'too wide' : null);
  return {
    kind: 'chase',
    id: chaseId(hunter.key, hunted.key),
    ...made(outlook, hunt),
    because: [
      { of: 'gap', value: gapS },
      { of: 'to go', value: hunt.kmToGo },
    ],
    silent,
    group: hunter.key,
    previous: hunted.key,
    fasterPct: silent ? null : fasterPct,
  };
}
