import { gapRange, type RangeText } from '../../src/edition/forecast-text.ts';
import { letterOf } from '../../src/edition/road-words.ts';
import { forecastWordsOf } from '../../src/edition/words/forecast/words-of-forecast.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { GapAhead } from '../../src/insight/forecast.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { bunchOf, groupOnCard, pennonOf, placeName, poleOf, whySilent } from '../../src/stage/kit/card/card-words.ts';
import { type GapPlot, gapPlot, type PastPoint } from '../../src/stage/kit/card/gap-plot.ts';
import type { CardWords } from '../../src/stage/kit/card/painted-card.ts';
import type { PennonWords } from '../../src/stage/kit/pennon.ts';
import { asOfOld, gapValue } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Saying, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** A gap along the road: how it came to be, how large it is, and between what it is expected to be. */
export interface GraphView extends CardWords, Saying {
  readonly pennon: PennonWords;
  /** From long to short. */
  readonly names: readonly string[];
  /** The gap now; empty where others say it. */
  readonly gap: string;
  readonly plot: GapPlot;
  readonly ahead: Ahead | null;
}

/** Up to where it is expected, and what it is there. */
export interface Ahead {
  readonly place: string;
  /** The category of a climb; empty where the place is none. */
  readonly category: string;
  readonly isFinish: boolean;
  readonly range: RangeText;
}

/** As far back as a forecast looks. */
const PAST_KM = 15;

export const select: Select<GraphView> = (seen) => {
  const { race, params, edition, heard } = seen;
  const [head, second] = race.groups;
  const group = params.group === 'second' ? second : bunchOf(race);
  if (!head || !group) return nothing(whyUnknown(race) ?? 'no such group on the road');
  if (group === head) return nothing('nobody is in front of it');
  if (!group.gap) return nothing('its gap is not known');
  const past = pastOf(seen, group);
  if (past.length === 0) return nothing('its gap is not known for a kilometre yet');
  const isMeasured = group.gap.origin !== 'estimated';
  const now = { km: group.frontM / 1000, gapS: group.gap.value, isMeasured };
  const aheads = aheadsOf(seen, head, group);
  const last = aheads.at(-1);
  const { gap } = wordsOf(edition.language);
  const { forecast } = forecastWordsOf(edition.language);
  const isSaid = heard.includes(`group ${group.id}`);
  return {
    title: { name: gap, forecast: last ? forecast : '' },
    pole: poleOf(seen, group),
    says: isSaid ? [] : [`group ${group.id}`],
    pennon: pennonOf(seen, group),
    names: groupOnCard(seen, group),
    gap: isSaid ? '' : gapValue(seen, now.gapS, !isMeasured).text,
    plot: gapPlot([...past, now], aheads, race.sheet.course.lengthM, edition),
    ahead: last ? aheadOf(seen, last) : null,
  };
};

function pastOf({ insight }: Seen, { id, frontM }: Group): readonly PastPoint[] {
  const all = insight.gapsPast.find(({ group }) => group === id)?.points ?? [];
  return all.filter(({ km }) => km >= frontM / 1000 - PAST_KM && km < frontM / 1000);
}

/** Those that speak, in the order of the road. A gap to others than the head is another gap. */
function aheadsOf({ insight, now }: Seen, head: Group, group: Group): GapAhead[] {
  return insight.forecasts
    .flatMap((one) => (one.kind === 'gap' && one.group === group.id && one.previous === head.id ? [one] : []))
    .filter((one) => one.estimate !== null && one.atM > group.frontM && whySilent(one, now) === null)
    .sort((a, b) => a.atM - b.atM);
}

function aheadOf(seen: Seen, { mark, estimate }: GapAhead): Ahead | null {
  if (!estimate) return null;
  const { climbs, marks } = seen.race.sheet.course;
  const range = gapRange(estimate, seen.edition);
  const climb = climbs.find(({ id }) => id === mark);
  return {
    place: placeName(seen, mark),
    category: climb ? letterOf(climb) : '',
    isFinish: marks.some(({ id, kind }) => id === mark && kind === 'finish'),
    range: { ...range, text: asOfOld(range.text, seen.news) },
  };
}
