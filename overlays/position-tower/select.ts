import { columnNames } from '../../src/edition/names.ts';
import { teamColors } from '../../src/edition/team-colors.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import { CLOCK, listingOf, type Spot } from '../../src/race/listing/listing.ts';
import { isByRoad, type More, pagesOf } from '../../src/race/listing/pages.ts';
import { saidOf, type Told, topValue, virtualValue } from '../../src/stage/kit/stack/rider-value.ts';
import { noValue, type StackMore, type StackRider, type StackView } from '../../src/stage/kit/stack/stack-view.ts';
import { jerseyWords, rowsThatFit, stackView } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** Each step is a page; beyond the last there is the last. */
export const select: Select<StackView> = (seen) => {
  const { race, params, step, beside } = seen;
  const told: Told = { seen, ...listingOf(race, isByRoad(params)) };
  const pages = pagesOf(told.spots, params);
  const page = pages[step] ?? pages.at(-1);
  if (!page) return nothing(told.heldBack > 0 ? 'the result waits for Y' : (whyUnknown(race) ?? 'no rider is located'));
  const rows = page.map((line, i) => ('left' in line ? moreRow(told, line) : riderRow(told, line, i === 0)));
  return stackView(seen, [titleOf(told, page[0]!)], rows.slice(0, rowsThatFit(rows, beside)));
};

function moreRow({ seen, groups }: Told, { of, left }: More<Spot>): StackMore {
  const names = [wordsOf(seen.edition.language).moreRiders(left), `+ ${left}`];
  const pole = poleOf(seen, groups.get(of.block));
  return { kind: 'more', key: `${of.block} more`, block: of.block, pole, isLit: false, names };
}

/** What the times are. Once the first row is a result it is said which: what follows may still change. */
function titleOf({ seen: { edition, params }, results }: Told, line: Spot | More<Spot>): string {
  const words = wordsOf(edition.language);
  const first = 'left' in line ? line.of : line;
  const row = results.get(first.place.bib);
  if (row && row.state !== 'live') return words.result[row.state];
  if (first.block === CLOCK) return words.virtual;
  return params.mode === 'interval' ? words.interval : words.gap;
}

function riderRow(told: Told, spot: Spot, isTop: boolean): StackRider {
  const { seen, groups, spots } = told;
  const { place, rank, block } = spot;
  const before = spots[spots.indexOf(spot) - 1]?.place;
  const { sheet } = seen.race;
  const rider = sheet.riders.get(place.bib);
  const kinds = sheet.jerseys.filter(({ bib }) => bib === place.bib).map(({ kind }) => kind);
  const value = before ? saidOf(told, place, before) : noValue;
  const topped = isTop && value.text === '' ? topValue(told, place, rank) : value;
  return {
    kind: 'rider',
    key: String(place.bib),
    block,
    pole: poleOf(seen, groups.get(block)),
    isLit: false,
    place: block === CLOCK ? '' : String(rank),
    colors: teamColors(sheet, rider?.team ?? ''),
    names: rider ? columnNames(rider) : [String(place.bib)],
    jerseys: jerseyWords(seen, kinds),
    nation: rider?.nation ?? '',
    value: block === CLOCK ? virtualValue(told, place) : topped,
  };
}

const poleOf = ({ race }: Seen, group: Group | undefined): StackRider['pole'] =>
  group ? { kind: group.kind, look: lookOf(race.sheet, 'general') } : null;
