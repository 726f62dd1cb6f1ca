import { teamColors } from '../../src/edition/team-colors.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import type { Bib } from '../../src/race/units.ts';
import { groupTexts, kindTexts, namedInOrder, namesOfRider } from '../../src/stage/kit/group-words.ts';
import {
  noValue,
  type StackGroup,
  type StackMore,
  type StackRider,
  type StackRow,
  type StackView,
  type Value,
} from '../../src/stage/kit/stack/stack-view.ts';
import { gapValue, jerseyWords, stackView, stageName } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** Seconds a minute below which a gap holds: less is noise. */
const STEADY = 3;
/** As many jerseys as there is room for beside a name; the first is the most important. */
const JERSEYS = 3;
/** Names of a group that is unfolded. */
const UNFOLDED = 4;
/** Fewer behind or between groups are a wheel change, not a group. */
const FEWEST = 3;

export const select: Select<StackView> = (seen) => {
  const { race, params, step } = seen;
  if (race.groups.length === 0) return nothing(whyUnknown(race) ?? 'no group on the road');
  const shown = race.groups.filter(({ kind }) => kind !== 'rest').slice(0, Number(params.groups));
  const left = race.groups.filter((group) => !shown.includes(group)).reduce((sum, group) => sum + countOf(group), 0);
  const unfolded = shown[step - 1] ?? (step > 0 ? shown.at(-1) : undefined);
  const rest = left > 0 ? [moreGroups(seen, left)] : [];
  const rows = shown.flatMap((group): StackRow[] => [
    groupRow(seen, group, group === race.groups[0]),
    ...(group === unfolded ? ridersOf(seen, group) : []),
  ]);
  return stackView(seen, [stageName(race)], [...rows, ...rest]);
};

const countOf = ({ kind, pieces, bibs }: Group): number => (kind === 'rest' && bibs.length < FEWEST ? 0 : pieces);

function groupRow(seen: Seen, group: Group, isHead: boolean): StackGroup {
  const look = lookOf(seen.race.sheet, 'general');
  return {
    kind: 'group',
    key: group.id,
    block: '',
    pole: { kind: group.kind, look },
    isLit: group.onCamera,
    pennon: { kind: group.kind, size: String(group.bibs.length), look },
    names: groupTexts(seen, group),
    kindName: kindTexts(seen, group).at(-1) ?? '',
    jerseys: jerseyWords(seen, group.jerseys).slice(0, JERSEYS),
    trend: seen.params.trend && seen.news === 'fresh' ? trendOf(group) : null,
    value: saidOf(seen, group, isHead),
  };
}

function trendOf({ gap, trendSPerMin }: Group): StackGroup['trend'] {
  if (!gap || trendSPerMin === null || Math.abs(trendSPerMin) < STEADY) return null;
  return trendSPerMin < 0 ? { way: 'down', tone: 'gain' } : { way: 'up', tone: 'loss' };
}

/** The first group has a gap when somebody has arrived before it; alone on the road it leads nobody. */
function saidOf(seen: Seen, { gap }: Group, isHead: boolean): Value {
  if (isHead && !gap) {
    const { leading } = wordsOf(seen.edition.language);
    return seen.race.groups.length > 1 && seen.race.phase === 'racing' ? { text: leading, isWord: true } : noValue;
  }
  return gapValue(seen, gap?.value ?? null, gap?.origin === 'estimated');
}

function ridersOf(seen: Seen, group: Group): (StackRider | StackMore)[] {
  const bibs = namedInOrder(seen, group.bibs);
  const named = bibs.slice(0, UNFOLDED);
  const pole = { kind: group.kind, look: lookOf(seen.race.sheet, 'general') };
  const base = { block: '', pole, isLit: false };
  const riders = named.map((bib) => riderRow(seen, group, bib, base));
  if (named.length === group.bibs.length) return riders;
  const { moreRiders } = wordsOf(seen.edition.language);
  const left = group.bibs.length - named.length;
  return [...riders, { kind: 'more', key: `${group.id} more`, ...base, names: [moreRiders(left), `+ ${left}`] }];
}

function riderRow(seen: Seen, group: Group, bib: Bib, base: Pick<StackRider, 'block' | 'pole' | 'isLit'>): StackRider {
  const { sheet } = seen.race;
  const rider = sheet.riders.get(bib);
  const worn = sheet.jerseys.filter((one) => one.bib === bib).map(({ kind }) => kind);
  return {
    kind: 'rider',
    key: `${group.id} ${bib}`,
    ...base,
    place: '',
    colors: teamColors(sheet, rider?.team ?? ''),
    names: rider ? namesOfRider(seen, bib) : [String(bib)],
    jerseys: jerseyWords(seen, worn),
    nation: rider?.nation ?? '',
    value: noValue,
  };
}

function moreGroups({ edition }: Seen, left: number): StackMore {
  const names = [wordsOf(edition.language).moreGroups(left), `+${left}`];
  return { kind: 'more', key: 'more', block: '', pole: null, isLit: false, names };
}
