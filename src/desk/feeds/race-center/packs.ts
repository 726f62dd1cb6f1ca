import type { OfficialGroupsEvent } from '../../../race/event.ts';
import type { Bib } from '../../../race/units.ts';
import { bibOf, type Json, numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import { legible } from './encoding.ts';
import { toldAtMs } from './local-time.ts';
import { type Who, whoHas } from './ranking-rows.ts';

/** Race radio speaks about once a minute; after two silences its groups are history. */
const FRESH_S = 120;

/**
 * The groups of race radio, head to back; null when the frame has no time or nobody in it. How many they are is in the
 * list of their riders: `size` may be 999 for many.
 */
export function packsOf(data: Json, who: Who | null): OfficialGroupsEvent | null {
  const atMs = toldAtMs(data);
  if (atMs === null) return null;
  const records = recordsOf(data.groups ?? []).sort((a, b) => (numberOf(a.order) ?? 0) - (numberOf(b.order) ?? 0));
  let sumS: number | null = 0;
  const groups = records.map((group, i) => {
    // Each to the one before it: known as far as all of them are.
    const toPreviousS = i === 0 ? 0 : numberOf(group.secGapToPrev);
    sumS = sumS === null || toPreviousS === null ? null : sumS + toPreviousS;
    return {
      name: legible(textOf(group.name)) || null,
      bibs: bibsIn(group.bibs, who),
      gapS: numberOf(group.computedRelative) ?? numberOf(group.relative) ?? sumS,
    };
  });
  const known = groups.filter(({ bibs }) => bibs.length > 0);
  return known.length > 0 ? { kind: 'official-groups', atMs, freshS: FRESH_S, groups: known } : null;
}

/** A pack lists records, telemetryPack bare numbers. */
const bibsIn = (bibs: unknown, who: Who | null): Bib[] =>
  (Array.isArray(bibs) ? bibs : []).flatMap((entry) => {
    const rider = recordOf(entry);
    return bibOf(rider?.bib ?? (rider ? null : entry)) ?? whoHas(rider?.$rider, who) ?? [];
  });
