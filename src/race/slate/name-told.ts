import type { Group, GroupKind } from '../groups/group.ts';
import type { GroupWishes } from '../groups/groups-of.ts';
import type { Race } from '../race.ts';
import type { Reading } from '../units.ts';
import { isPeloton, type ToldGroup } from './told-groups.ts';

/** A word of the radio so old is an estimate of what is now. */
const OLD_MS = 120_000;
/** The pace of a race, where its start does not tell it. */
const USUAL_MPS = 11;
const LIKELY_MPS = [6, 18] as const;

/** The groups as they are given out: called by where they ride, with gaps that say they were told. From the head. */
export function nameTold(told: readonly ToldGroup[], race: Race, wishes: GroupWishes): Group[] {
  const kinds = kindsOf(told);
  const isCounted = kinds.filter((kind) => kind === 'chasers').length > 1;
  const headM = headOf(told);
  return told.map((group, i): Group => {
    const { base, bibs } = group;
    const gap = i === 0 ? null : gapOf(group, race.atMs);
    const previousS = told[i - 1]?.behind?.s ?? null;
    return {
      id: group.id,
      kind: kinds[i]!,
      ordinal: kinds[i] === 'chasers' && isCounted ? i : 0,
      name: wishes.names.get(group.id) ?? base?.name ?? null,
      pieces: kinds[i] === 'rest' ? (base?.pieces ?? 1) : 1,
      bibs,
      sinceMs: base?.sinceMs ?? null,
      ...extentOf(group, headM, race),
      gap,
      gapToPrevious: gap && previousS !== null ? { ...gap, value: Math.max(0, gap.value - previousS) } : null,
      trendSPerMin: group.behind?.isTold ? null : (base?.trendSPerMin ?? null),
      jerseys: race.sheet.jerseys.filter(({ bib }) => bibs.includes(bib)).map(({ kind }) => kind),
      onCamera: wishes.camera === group.id,
    };
  });
}

function kindsOf(told: readonly ToldGroup[]): GroupKind[] {
  const pelotonAt = told.findIndex(isPeloton);
  return told.map(({ base }, i) => {
    if (i === pelotonAt) return 'peloton';
    if (i === 0) return 'head';
    if (pelotonAt < 0 || i < pelotonAt) return 'chasers';
    return base && isBehind(base.kind) ? base.kind : 'dropped';
  });
}

/** What is called so by trackers is so behind the peloton that was told, too; what is left of another peloton is none. */
const isBehind = (kind: GroupKind): boolean => kind !== 'head' && kind !== 'chasers' && kind !== 'peloton';

/** What a tracker measured is as it was; what was told says so, and grows old. */
function gapOf({ behind, base }: ToldGroup, nowMs: number): Reading | null {
  if (!behind) return null;
  if (!behind.isTold) return base?.gap ?? null;
  const { s, atMs } = behind;
  return { value: s, atMs, origin: nowMs - atMs > OLD_MS ? 'estimated' : 'manual' };
}

/** As it was told, else as trackers see it; NaN while neither says where the race is. */
function headOf(told: readonly ToldGroup[]): number {
  const km = told.flatMap(({ slate }) => slate?.km?.km ?? []);
  return km.length > 0 ? 1000 * Math.max(...km) : (told[0]?.base?.frontM ?? Number.NaN);
}

/** Where trackers see it; else where it was told, or as far behind the head as its gap is long. NaN where neither. */
function extentOf({ base, slate, behind }: ToldGroup, headM: number, race: Race) {
  if (base) return { frontM: base.frontM, backM: base.backM, speedKph: base.speedKph };
  const wayM = (behind?.s ?? 0) * paceOf(headM, race);
  const frontM = slate?.km ? 1000 * slate.km.km : Math.max(0, headM - wayM);
  return { frontM, backM: frontM, speedKph: 0 };
}

function paceOf(headM: number, { atMs, sheet: { info } }: Race): number {
  const mps = headM / ((atMs - (info.startMs ?? Number.NaN)) / 1000);
  return mps > LIKELY_MPS[0] && mps < LIKELY_MPS[1] ? mps : USUAL_MPS;
}
