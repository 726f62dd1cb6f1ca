import { columnNames } from '../../edition/names.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import type { Group } from '../../race/groups/group.ts';
import { lookOf } from '../../race/jersey-look.ts';
import { hiddenIn } from '../../race/overrides/overrides.ts';
import { type Bib, compareBibs } from '../../race/units.ts';
import type { Seen } from '../overlay.ts';

/** So few are called by their names; so few by the first of them. */
const BY_NAME = 2;
const BY_FIRST = 4;

/** As the operator calls it; else what kind of group it is. From long to short. */
export const kindTexts = ({ race, edition }: Seen, group: Group): string[] =>
  groupNames(wordsOf(edition.language), { ...group, size: group.bibs.length }, lookOf(race.sheet, 'general'));

/**
 * The operator's name; a solo or a duo by their names, a few by one of them; else what kind of group it is. From long to
 * short.
 */
export function groupTexts(seen: Seen, group: Group): readonly string[] {
  const kind = kindTexts(seen, group);
  if (group.name !== null || group.kind === 'peloton' || group.bibs.length > BY_FIRST) return kind;
  const ladders = namedInOrder(seen, group.bibs).map((bib) => namesOfRider(seen, bib));
  const [first] = ladders;
  const { length } = group.bibs;
  if (!first || ladders.some((names) => names.length === 0)) return kind;
  if (length > BY_NAME || length > ladders.length) return first.map((name) => `${name} +${length - 1}`);
  if (ladders.length === 1) return first;
  const longest = Math.max(...ladders.map((names) => names.length));
  return Array.from({ length: longest }, (_, rung) =>
    ladders.map((names) => names[Math.min(rung, names.length - 1)]).join(', '),
  );
}

/** Of a rider, from long to short; none where he is on no list. */
export function namesOfRider({ race }: Seen, bib: Bib): readonly string[] {
  const rider = race.sheet.riders.get(bib);
  return rider ? columnNames(rider) : [];
}

/** Who is drawn by name: as classified this morning, then by bib. Within a group the order on the road means nothing. */
export function namedInOrder({ race }: Seen, bibs: readonly Bib[]): Bib[] {
  const ranks = new Map(race.sheet.general.map(({ bib }, rank) => [bib, rank]));
  const rankOf = (bib: Bib) => ranks.get(bib) ?? Number.MAX_SAFE_INTEGER;
  const hidden = hiddenIn(race);
  return bibs.filter((bib) => !hidden.has(bib)).sort((a, b) => rankOf(a) - rankOf(b) || compareBibs(a, b));
}
