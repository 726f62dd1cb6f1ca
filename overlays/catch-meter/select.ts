import { factText } from '../../src/edition/forecast-text.ts';
import { formatDistanceToGo } from '../../src/edition/format.ts';
import { type Tick, ticksToGo } from '../../src/edition/road-words.ts';
import { forecastWordsOf } from '../../src/edition/words/forecast/words-of-forecast.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Catch, CatchWord } from '../../src/insight/forecast.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { headM } from '../../src/race/head.ts';
import { pennonOf, poleOf, whySilent } from '../../src/stage/kit/card/card-words.ts';
import type { Hero } from '../../src/stage/kit/card/heroes.ts';
import type { CardWords } from '../../src/stage/kit/card/painted-card.ts';
import type { PennonWords } from '../../src/stage/kit/pennon.ts';
import { keptShape, type Shape, shareOf } from '../../src/stage/kit/road/road-shape.ts';
import { asOfOld, gapValue } from '../../src/stage/kit/stack/stack-words.ts';
import { type Datum, nothing, type Saying, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** Whether who is in front will be caught: in a word on a scale of three, never in a figure. */
export interface CatchView extends CardWords, Saying {
  /** How it stands now: what is measured. */
  readonly heroes: readonly Hero[];
  /** In the order of the scale, and which of them it is. */
  readonly scale: readonly string[];
  readonly pointsAt: number;
  readonly road: RoadLeft;
  readonly because: readonly string[];
}

/** What is left to the finish. */
export interface RoadLeft {
  readonly key: string;
  readonly shape: Shape;
  readonly front: PennonWords;
  /** Where the front is, and from where to where it may be caught, as shares of it. */
  readonly frontAt: number;
  readonly half: readonly [from: number, to: number] | null;
  readonly most: readonly [from: number, to: number] | null;
  readonly ticks: readonly Tick[];
}

const SCALE: readonly CatchWord[] = ['will hold', 'open', 'will be caught'];
/** Farther from the finish nobody knows; nearer everybody sees it. */
const TOLD = { fromM: 40_000, toM: 3000 };
/** The road that is left is drawn anew so often. */
const STEP_M = 1000;
const STYLE = { floor: 0.3, leastSpanM: 300, blockM: STEP_M };

export const select: Select<CatchView> = (seen) => {
  const { race, insight, edition, now } = seen;
  const head = headM(race);
  if (head === null) return nothing(whyUnknown(race) ?? 'no group on the road');
  const leftM = race.sheet.course.lengthM - head;
  if (leftM > TOLD.fromM) return nothing('too far from the finish to forecast a catch');
  if (leftM < TOLD.toM) return nothing('too near to the finish to forecast a catch');
  const [front] = race.groups;
  const told = insight.forecasts.find((one): one is Catch => one.kind === 'catch' && one.previous === front?.id);
  const chase = race.groups.find(({ id }) => id === told?.group);
  if (!front || !told?.word || !chase || whySilent(told, now))
    return nothing(whySilent(told, now) ?? 'nobody is forecast to catch anybody');
  const { forecast, chase: name, catch: words } = forecastWordsOf(edition.language);
  const closing = told.because.filter(({ of }) => of === 'closing' && seen.news === 'fresh');
  return {
    title: { name, forecast },
    pole: poleOf(seen, chase),
    ...measured(seen, chase, leftM),
    scale: SCALE.map((word) => words[word]),
    pointsAt: SCALE.indexOf(told.word),
    road: roadLeft(seen, front, head, told),
    because: closing.map((fact) => factText(fact, edition)),
  };
};

/** What others have said already is not said again. */
function measured(seen: Seen, chase: Group, leftM: number): Pick<CatchView, 'heroes' | 'says'> {
  const { heard, edition, news } = seen;
  const words = wordsOf(edition.language);
  const { figure, unit } = formatDistanceToGo(leftM, edition);
  // Others may ride between the two.
  const { gap } = chase;
  const all: readonly (Hero & { readonly datum: Datum })[] = [
    {
      datum: `group ${chase.id}`,
      label: words.gap.toLocaleLowerCase(edition.language),
      figure: gapValue(seen, gap?.value ?? null, gap?.origin === 'estimated').text,
      unit: '',
    },
    { datum: 'to go', label: '', figure: asOfOld(figure, news), unit: `${unit} ${words.toGo}` },
  ];
  const unsaid = all.filter(({ datum }) => !heard.includes(datum));
  return { heroes: unsaid.map(({ datum: _, ...hero }) => hero), says: unsaid.map(({ datum }) => datum) };
}

function roadLeft(seen: Seen, front: Group, head: number, { whereM }: Catch): RoadLeft {
  const { course } = seen.race.sheet;
  const stretch = { fromM: Math.floor(head / STEP_M) * STEP_M, toM: course.lengthM };
  const share = shareOf(stretch);
  const between = ({ low, high }: { readonly low: number; readonly high: number }) =>
    [Math.max(0, share(low)), Math.min(1, share(high))] as const;
  return {
    key: `${stretch.fromM}`,
    shape: keptShape(course, stretch, STYLE, () => []),
    front: pennonOf(seen, front),
    frontAt: share(head),
    half: whereM && between(whereM.half),
    most: whereM && between(whereM.most),
    ticks: ticksToGo(stretch.toM - stretch.fromM, seen.edition),
  };
}
