import type { Group } from '../../race/groups/group.ts';
import type { Formed } from '../../race/groups/past.ts';
import type { Race } from '../../race/race.ts';
import { type GroupLife, HOLE_MS, type StoryMemory } from './memory.ts';

/** The news of a group that is gone is told soon or not at all. */
const KEPT_MS = 600_000;
const GAPS_MS = 120_000;
/** So near to the start it has been in front since then. */
const FROM_START_M = 5000;

export function watchGroups(memory: StoryMemory, race: Race): void {
  const { groups } = race;
  const mainAt = mainIn(memory, groups);
  if (groups[mainAt]?.kind === 'peloton') memory.main = groups[mainAt].id;
  watchFront(memory, race, groups.slice(0, Math.max(0, mainAt)));
  // A rest of several pieces is nobody's group.
  const alive = groups.flatMap((group, i) => {
    const side = i === mainAt ? 'main' : i < mainAt ? 'front' : 'behind';
    return group.kind === 'rest' ? [] : lifeOf(memory, race, i, side);
  });
  for (const life of alive) memory.lives.set(life.id, life);
  end(memory, race);
}

/** Where the peloton is; -1 where it is nowhere. */
function mainIn({ main, lives }: StoryMemory, groups: readonly Group[]): number {
  const at = groups.findIndex(({ kind }) => kind === 'peloton');
  return at >= 0 ? at : whereIs(lives.get(main ?? ''), groups);
}

/** A group may be nameless among the rest, where most of it is; -1 where it is nowhere. */
function whereIs(life: GroupLife | undefined, groups: readonly Group[]): number {
  const at = groups.findIndex(({ id }) => id === life?.id);
  if (at >= 0 || !life) return at;
  const was = new Set(life.bibs);
  return groups.findIndex(({ bibs }) => bibs.filter((bib) => was.has(bib)).length * 2 > was.size);
}

function lifeOf({ lives, front }: StoryMemory, race: Race, at: number, side: GroupLife['side']): GroupLife {
  const { groups } = race;
  const group = groups[at]!;
  const old = lives.get(group.id);
  const isNew = !old || old.ended !== null;
  // Lineage tells of a group at the look after the one at which it is there.
  const born = (isNew ? null : old.born) ?? bornOf(race, group.id);
  const wasBorn = !isNew && old.born !== null;
  const gapS = group.gapToPrevious?.value;
  const gaps = gapS === undefined ? [] : [...(old?.gaps ?? []), { atMs: race.atMs, gapS }];
  return {
    id: group.id,
    born,
    ended: null,
    firstMs: isNew ? race.atMs : old.firstMs,
    seenMs: race.atMs,
    bibs: group.bibs,
    frontM: group.frontM,
    side,
    isHead: at === 0,
    ahead: groups.slice(0, at).map(({ id }) => id),
    broke: wasBorn ? old.broke : brokeOf(lives.get(born?.from[0] ?? ''), groups, at),
    gaps: gaps.filter((one) => race.atMs - one.atMs <= GAPS_MS),
    leaders:
      side === 'front'
        ? group.bibs.map((bib) => ({ bib, ...front.get(bib)! })).sort((a, b) => a.sinceMs - b.sinceMs)
        : [],
  };
}

function brokeOf(source: GroupLife | undefined, groups: readonly Group[], at: number): GroupLife['broke'] {
  const sourceAt = whereIs(source, groups);
  if (!source || sourceAt < 0 || sourceAt === at) return null;
  return { way: at < sourceAt ? 'away' : 'off', from: source.side };
}

/** What there was at the first look was there before, whatever the lineage says. */
function bornOf({ past }: Race, id: string): Formed | null {
  const born = past.lineage.findLast((change) => change.kind === 'formed' && change.group === id);
  return born?.kind === 'formed' && born.from.length > 0 ? born : null;
}

function end({ lives }: StoryMemory, race: Race): void {
  for (const life of [...lives.values()]) {
    if (life.seenMs === race.atMs) continue;
    if (race.atMs - life.seenMs > KEPT_MS) lives.delete(life.id);
    else if (life.ended === null) {
      const ended = race.past.lineage.findLast((change) => change.kind === 'merged' && change.group === life.id);
      if (ended?.kind === 'merged' && ended.atMs >= life.seenMs) lives.set(life.id, { ...life, ended });
    }
  }
}

function watchFront({ front, racingMs }: StoryMemory, race: Race, groups: readonly Group[]): void {
  const now = new Set(groups.flatMap(({ bibs }) => bibs));
  for (const bib of [...front.keys()]) if (!now.has(bib)) front.delete(bib);
  for (const { bibs, frontM, id } of groups)
    for (const bib of bibs) {
      if (front.has(bib)) continue;
      const born = race.past.lineage.findLast((change) => change.kind === 'formed' && change.group === id);
      const isNew = born !== undefined && race.atMs - born.atMs < HOLE_MS;
      const isKnown = race.atMs > racingMs || frontM < FROM_START_M;
      front.set(bib, { sinceMs: isNew ? born.atMs : race.atMs, sinceM: isNew ? born.distanceM : frontM, isKnown });
    }
}
