import { arrivalRange, factText, gapRange, type RangeText } from '../../src/edition/forecast-text.ts';
import { letterOf } from '../../src/edition/road-words.ts';
import { forecastWordsOf } from '../../src/edition/words/forecast/words-of-forecast.ts';
import type { Eta, Fact, GapAhead } from '../../src/insight/forecast.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { bunchOf, groupOnCard, pennonOf, placeName, poleOf, whySilent } from '../../src/stage/kit/card/card-words.ts';
import type { CardWords } from '../../src/stage/kit/card/painted-card.ts';
import type { PennonWords } from '../../src/stage/kit/pennon.ts';
import { asOfOld } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** When somebody comes to a place, and how far behind who follows is there: as ranges, and why. */
export interface ForecastView extends CardWords {
  readonly rows: readonly ForecastRow[];
  readonly because: readonly string[];
}

export interface ForecastRow {
  readonly pennon: PennonWords;
  /** From long to short. */
  readonly names: readonly string[];
  /** What the range is of. */
  readonly label: string;
  readonly range: RangeText;
}

/** As many reasons as there is room for. */
const REASONS = 2;

export const select: Select<ForecastView> = (seen) => {
  const { race, params, edition, now } = seen;
  const isOfHead = params.group === 'head';
  if (isOfHead && race.places[0]?.finish) return nothing('the head of the race has arrived');
  const group = isOfHead ? race.groups[0] : bunchOf(race);
  if (!group) return nothing(whyUnknown(race) ?? 'no such group on the road');
  const eta = etaOf(seen, group);
  if (!eta?.estimate || whySilent(eta, now)) return nothing(whySilent(eta, now) ?? 'nothing is forecast of it yet');
  const behind = gapBehind(seen, eta);
  const { forecast, expectedTime } = forecastWordsOf(edition.language);
  const arrival = arrivalRange(eta.estimate, eta.atM - group.frontM, race.sheet.info.utcOffsetMin);
  const climb = race.sheet.course.climbs.find(({ id }) => id === eta.mark);
  return {
    title: { category: climb ? letterOf(climb) : '', name: placeName(seen, eta.mark), forecast },
    pole: poleOf(seen, group),
    rows: [rowOf(seen, group, expectedTime, arrival), ...(behind ? [gapRow(seen, eta, behind)] : [])],
    because: reasons(seen, [eta, ...(behind ? [behind.gap] : [])]),
  };
};

/** Of the finish, or of the first place that is still ahead. */
function etaOf({ race, insight, params }: Seen, group: Group): Eta | undefined {
  const finish = race.sheet.course.marks.find(({ kind }) => kind === 'finish')?.id;
  const its = insight.forecasts.flatMap((one) => (one.kind === 'eta' && one.group === group.id ? [one] : []));
  if (params.place === 'finish') return its.find(({ mark }) => mark === finish);
  return its.filter(({ atM }) => atM > group.frontM).sort((a, b) => a.atM - b.atM)[0];
}

interface Behind {
  readonly group: Group;
  readonly gap: GapAhead;
}

/** Of who follows the head of the race: at that place, else at the last one before it of which something is known. */
function gapBehind({ race: { groups }, insight, now }: Seen, eta: Eta): Behind | undefined {
  return insight.forecasts
    .flatMap((gap) => {
      if (gap.kind !== 'gap' || !gap.estimate || whySilent(gap, now) || gap.atM > eta.atM) return [];
      const group = groups.find(({ id }) => id === gap.group);
      return group && gap.previous === groups[0]?.id ? [{ group, gap }] : [];
    })
    .sort((a, b) => b.gap.atM - a.gap.atM)[0];
}

function gapRow(seen: Seen, eta: Eta, { group, gap }: Behind): ForecastRow {
  const { expectedGap } = forecastWordsOf(seen.edition.language);
  const label = gap.atM === eta.atM ? expectedGap : `${expectedGap} · ${placeName(seen, gap.mark)}`;
  return rowOf(seen, group, label, gapRange(gap.estimate!, seen.edition));
}

const rowOf = (seen: Seen, group: Group, label: string, { text, half }: RangeText): ForecastRow => ({
  pennon: pennonOf(seen, group),
  names: groupOnCard(seen, group),
  label,
  range: { text: asOfOld(text, seen.news), half },
});

/** Those of the arrival first. How far it is and how large a gap is now is said live by others, or not at all. */
function reasons(seen: Seen, forecasts: readonly (Eta | GapAhead)[]): string[] {
  const isLive = ({ of }: Fact) => of === 'gap' || of === 'to go';
  const facts = forecasts.flatMap(({ because }) => because).filter((fact) => !isLive(fact));
  return [...new Set(facts.map((fact) => factText(fact, seen.edition)))].slice(0, REASONS);
}
