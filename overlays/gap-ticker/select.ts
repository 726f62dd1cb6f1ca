import type { Edition } from '../../src/edition/edition.ts';
import { formatGap } from '../../src/edition/format.ts';
import { type ToGo, toGo } from '../../src/edition/to-go.ts';
import { groupNames, wordsOf } from '../../src/edition/words/words.ts';
import type { Group, GroupKind } from '../../src/race/groups/group.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import type { JerseyKind } from '../../src/race/sheet.ts';
import { nothing, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

export interface TickerView {
  /** From head to back. */
  readonly groups: readonly TickerGroup[];
  /** "+2 groups", and short for a narrow cell; empty when all are shown. */
  readonly more: readonly string[];
}

export interface TickerGroup {
  readonly key: string;
  readonly kind: GroupKind;
  readonly names: readonly string[];
  readonly size: string;
  readonly jerseys: readonly JerseyKind[];
  /** Of the head of the race, in place of a gap; null for the others. */
  readonly toGo: ToGo | null;
  readonly gap: string;
  readonly trend: Trend | null;
  readonly onCamera: boolean;
}

export interface Trend {
  readonly way: 'closing' | 'opening';
  /** `−12"` in a minute. */
  readonly text: string;
}

/** Seconds a minute below which a gap holds: less is noise. */
const STEADY = 3;

export const select: Select<TickerView> = ({ race, edition, params }) => {
  if (race.groups.length === 0) return nothing(whyUnknown(race) ?? 'no group on the road');
  const shown = race.groups.filter(({ kind }) => kind !== 'rest').slice(0, Number(params.groups));
  const left = race.groups.filter((group) => !shown.includes(group)).reduce((sum, group) => sum + countOf(group), 0);
  const words = wordsOf(edition.language);
  return {
    groups: shown.map((group) => ({
      key: group.id,
      kind: group.kind,
      names: groupNames(words, { ...group, size: group.bibs.length }, lookOf(race.sheet, 'general')),
      size: String(group.bibs.length),
      jerseys: group.jerseys,
      toGo: group.gap ? null : group === race.groups[0] ? toGo(race, edition) : null,
      gap: gapOf(group, group === race.groups[0], edition),
      trend: params.trend ? trendOf(group, edition) : null,
      onCamera: group.onCamera,
    })),
    more: left > 0 ? [words.moreGroups(left), `+${left}`] : [],
  };
};

/** Fewer behind or between groups are a wheel change, not a group. */
const FEWEST = 3;

const countOf = ({ kind, pieces, bibs }: Group): number => (kind === 'rest' && bibs.length < FEWEST ? 0 : pieces);

/** The first group has a gap when somebody has arrived before it. */
function gapOf({ gap }: Group, first: boolean, edition: Edition): string {
  if (first && !gap) return '';
  return formatGap(gap?.value ?? null, edition, { estimated: gap?.origin === 'estimated' });
}

function trendOf({ gap, trendSPerMin }: Group, edition: Edition): Trend | null {
  if (!gap || trendSPerMin === null || Math.abs(trendSPerMin) < STEADY) return null;
  return { way: trendSPerMin < 0 ? 'closing' : 'opening', text: formatGap(trendSPerMin, edition) };
}
