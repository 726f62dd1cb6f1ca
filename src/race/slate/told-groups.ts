import type { Group } from '../groups/group.ts';
import { isInRace } from '../place.ts';
import type { Race } from '../race.ts';
import type { Bib } from '../units.ts';
import { PELOTON, type Slate, type SlateGroup } from './slate.ts';

/** A group while the slate is laid over the race. */
export interface ToldGroup {
  readonly id: string;
  readonly bibs: readonly Bib[];
  /** As trackers have it; null where they do not. */
  readonly base: Group | null;
  /** As it was told; null where nobody has. */
  readonly slate: SlateGroup | null;
  readonly behind: BehindHead | null;
}

/** How far a group is behind the head, and when that was so. */
export interface BehindHead {
  readonly s: number;
  readonly atMs: number;
  readonly isTold: boolean;
}

/** Of a race without trackers: the groups of the slate, and the peloton, which is everybody else. From the head. */
export function groupsTold(race: Race, slate: Slate): ToldGroup[] {
  const racing = race.places.filter(isInRace).map(({ bib }) => bib);
  const taken = new Set(slate.flatMap(({ bibs }) => bibs));
  const lead = leadIn(slate);
  const groups = slate
    .filter(({ id }) => id !== PELOTON)
    .map((group): ToldGroup => {
      const bibs = group.bibs.filter((bib) => racing.includes(bib));
      return { id: group.id, bibs, base: null, slate: group, behind: behindOf(group, lead) };
    });
  const peloton: ToldGroup = {
    id: PELOTON,
    bibs: racing.filter((bib) => !taken.has(bib)),
    base: null,
    slate: slate.find(({ id }) => id === PELOTON) ?? null,
    behind: lead,
  };
  return fromTheHead([...groups, peloton]);
}

/** Of a race that trackers follow: each group of the slate takes its riders from the others. From the head. */
export function groupsCorrected(race: Race, slate: Slate): ToldGroup[] {
  const peloton = race.groups.find(({ kind }) => kind === 'peloton') ?? null;
  const onRoad = new Set(race.groups.flatMap(({ bibs }) => bibs));
  const taken = new Set(slate.flatMap(({ bibs }) => bibs));
  const heirOf = new Map<Group, SlateGroup>();
  for (const group of slate) {
    const base = group.id === PELOTON ? peloton : mostShared(race.groups, group.bibs);
    if (base && !heirOf.has(base) && !isOffThe(base, group)) heirOf.set(base, group);
  }
  const lead = leadOf(slate, race.groups[0] ? heirOf.get(race.groups[0]) : undefined, seenBehind(peloton));
  const corrected = slate
    .filter(({ id }) => id !== PELOTON)
    .map((group): ToldGroup => {
      const base = [...heirOf].find(([, heir]) => heir === group)?.[0] ?? null;
      const bibs = group.bibs.filter((bib) => onRoad.has(bib));
      return { id: base?.id ?? group.id, bibs, base, slate: group, behind: behindOf(group, lead) ?? seenBehind(base) };
    });
  const others = race.groups.map((base): ToldGroup => {
    const heir = heirOf.get(base);
    const isInherited = heir !== undefined && heir.id !== PELOTON;
    return {
      id: isInherited ? `left of ${base.id}` : base.id,
      bibs: base.bibs.filter((bib) => !taken.has(bib)),
      base,
      slate: isInherited ? null : (heir ?? null),
      behind: base === peloton ? lead : seenBehind(base),
    };
  });
  return fromTheHead([...corrected, ...others]);
}

/** How far the peloton is behind the head, as told: by a word on it, or by the largest lead over it; the newer one. */
function leadIn(slate: Slate): BehindHead | null {
  const ofPeloton = slate.find(({ id }) => id === PELOTON)?.gap ?? null;
  const leads = slate.flatMap(({ gap }) => (gap?.to === 'peloton' ? [gap] : []));
  const largest = leads.reduce<(typeof leads)[number] | null>(
    (best, one) => (best && best.s > one.s ? best : one),
    null,
  );
  const newer = ofPeloton && largest ? (ofPeloton.atMs > largest.atMs ? ofPeloton : largest) : (ofPeloton ?? largest);
  return newer && { s: newer.s, atMs: newer.atMs, isTold: true };
}

function behindOf({ gap }: SlateGroup, lead: BehindHead | null): BehindHead | null {
  if (!gap) return null;
  if (gap.to === 'head') return { s: gap.s, atMs: gap.atMs, isTold: true };
  return lead && { s: Math.max(0, lead.s - gap.s), atMs: gap.atMs, isTold: true };
}

/** The head is not behind; where somebody has arrived before him, he is. */
const seenBehind = (base: Group | null): BehindHead | null =>
  base && { s: base.gap?.value ?? 0, atMs: base.gap?.atMs ?? 0, isTold: false };

function mostShared(groups: readonly Group[], bibs: readonly Bib[]): Group | null {
  const sharedBy = (group: Group) => group.bibs.filter((bib) => bibs.includes(bib)).length;
  const [best] = [...groups].sort((a, b) => sharedBy(b) - sharedBy(a));
  return best && 2 * sharedBy(best) >= bibs.length ? best : null;
}

/**
 * How far the peloton is behind the head. Where trackers see others farther ahead of it, a lead over it that was told of
 * a group behind the head says nothing of that.
 */
function leadOf(slate: Slate, head: SlateGroup | undefined, seen: BehindHead | null): BehindHead | null {
  const told = leadIn(slate);
  if (!told || !seen || told.s >= seen.s) return told ?? seen;
  const isOfThem = slate.some((group) => group.gap?.atMs === told.atMs && (group === head || group.id === PELOTON));
  return isOfThem ? told : seen;
}

/** A few who ride off the front of the peloton, or off its back, are not the peloton. */
const isOffThe = ({ kind, bibs }: Group, { id, bibs: few }: SlateGroup): boolean =>
  kind === 'peloton' && id !== PELOTON && 2 * few.length < bibs.length;

export const isPeloton = ({ id, base }: ToldGroup): boolean => id === PELOTON || base?.kind === 'peloton';

/** Of whom nobody says how far he is behind: he rides at the head while nobody else does, else before the peloton. */
function fromTheHead(told: readonly ToldGroup[]): ToldGroup[] {
  const riding = told.filter(({ bibs }) => bibs.length > 0);
  const hasHead = riding.some((group) => group.behind?.s === 0 && !isPeloton(group));
  const pelotonS = riding.find(isPeloton)?.behind?.s ?? Number.MAX_VALUE;
  const keyOf = (group: ToldGroup) => group.behind?.s ?? (isPeloton(group) || hasHead ? pelotonS : -1);
  return riding.sort((a, b) => keyOf(a) - keyOf(b) || Number(isPeloton(a)) - Number(isPeloton(b)));
}
