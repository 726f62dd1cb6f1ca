import type { OfficialGroupsEvent } from '../../../race/event.ts';
import { bibOf, type Json, numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import { legible } from './encoding.ts';

/** Race radio speaks about once a minute; after two silences its groups are history. */
const FRESH_S = 120;

/** The groups of race radio, head to back; null when the frame has no time or nobody in it. */
export function packsOf(data: Json): OfficialGroupsEvent | null {
  const atMs = Date.parse(textOf(data.date));
  if (Number.isNaN(atMs)) return null;
  const groups = recordsOf(data.groups ?? [])
    .sort((a, b) => (numberOf(a.order) ?? 0) - (numberOf(b.order) ?? 0))
    .map((group) => ({
      name: legible(textOf(group.name)) || null,
      // A pack lists records, telemetryPack bare numbers.
      bibs: (Array.isArray(group.bibs) ? group.bibs : []).flatMap(
        (entry) => bibOf(recordOf(entry)?.bib ?? entry) ?? [],
      ),
      gapS: numberOf(group.computedRelative) ?? numberOf(group.relative),
    }))
    .filter((group) => group.bibs.length > 0);
  return groups.length > 0 ? { kind: 'official-groups', atMs, freshS: FRESH_S, groups } : null;
}
