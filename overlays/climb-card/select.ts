import type { Edition } from '../../src/edition/edition.ts';
import { formatAltitude, formatDistanceToGo, formatGradient, formatLength } from '../../src/edition/format.ts';
import { letterOf } from '../../src/edition/road-words.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import type { Climb, Course } from '../../src/race/course/course.ts';
import { headM } from '../../src/race/head.ts';
import type { Hero } from '../../src/stage/kit/card/heroes.ts';
import { headNow, marksOf, riddenShare } from '../../src/stage/kit/road/marks-of.ts';
import type { GroupMark } from '../../src/stage/kit/road/road-flag.ts';
import { keptShape, type Shape, shapeAltitudeAt } from '../../src/stage/kit/road/road-shape.ts';
import { asOfOld } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

/** A climb, its flags, and the figures that matter now. */
export interface CardView {
  /** Which road it is. */
  readonly key: string;
  /** Empty where there is none. */
  readonly category: string;
  readonly name: string;
  /** From long to short: length, average where it is no hero, altitude. */
  readonly facts: readonly string[];
  readonly heroes: readonly Hero[];
  /** Too short to be drawn: words alone. */
  readonly isSmall: boolean;
  readonly shape: Shape;
  readonly ridden: number;
  readonly groups: readonly GroupMark[];
}

/** A climb that is shorter is words alone. */
const SMALL_M = 3000;
/** A road with room to print in: what lies below its lowest point, and the least that its height stands for. */
const STYLE = { floor: 0.3, leastSpanM: 200, blockM: 1000 };
/** A summit so near to the line is as far as the line: a step of the distance to go. */
const AT_LINE_M = 50;
/** The gradient now is that of so much road around the head of the race. */
const AROUND_M = 100;

export const select: Select<CardView> = (seen) => {
  const { course } = seen.race.sheet;
  if (course.profile.altitudesM.length < 2) return nothing('the course has no elevation');
  // On the road nobody is at km 0 because he is not located.
  if (seen.race.phase === 'racing' && headM(seen.race) === null)
    return nothing(whyUnknown(seen.race) ?? 'no group on the road');
  const head = headNow(seen);
  const climb = climbAt(course, head);
  if (!climb) return nothing('no climb is ahead');
  const stretch = { fromM: climb.footM, toM: climb.summitM };
  return {
    key: `${climb.id} ${seen.edition.language}`,
    category: letterOf(climb),
    name: climb.name,
    facts: factsOf(climb, head, seen.edition),
    heroes: heroesOf(seen, climb, head),
    isSmall: climb.summitM - climb.footM < SMALL_M,
    shape: keptShape(course, stretch, STYLE, (pct) => gradientTexts(pct, seen.edition)),
    ridden: riddenShare(seen, stretch),
    groups: marksOf(seen, stretch),
  };
};

/** The climb that the head of the race is on or comes to: one that the organiser names before one that only we found. */
function climbAt({ climbs, lengthM }: Course, head: number): Climb | undefined {
  // Up to a finish at the top the others are still climbing when the first has arrived.
  const isOver = ({ summitM }: Climb) => head >= summitM && summitM < lengthM - STYLE.blockM;
  const ahead = climbs.filter((climb) => !isOver(climb));
  return ahead.find(({ found }) => !found) ?? ahead[0];
}

const isOn = ({ footM }: Climb, head: number): boolean => head >= footM;

/** The average stands here once it is no hero any more. */
function factsOf(climb: Climb, head: number, edition: Edition): string[] {
  const altitude = formatAltitude(climb.altitudeM, edition);
  const length = formatLength(climb.summitM - climb.footM, edition);
  const average = `${length} · ${formatGradient(climb.gradientPct, edition)}% · ${altitude}`;
  return [...(isOn(climb, head) ? [average] : []), `${length} · ${altitude}`, altitude];
}

/** Before the foot what comes; on the climb what is left, and how steep it is here. Only the average never grows old. */
function heroesOf(seen: Seen, climb: Climb, head: number): Hero[] {
  const { race, edition, news } = seen;
  const words = wordsOf(edition.language);
  const gradient = (label: string, pct: number): Hero => ({ label, figure: formatGradient(pct, edition), unit: '%' });
  const now = ({ figure, ...hero }: Hero): Hero => ({ ...hero, figure: asOfOld(figure, news) });
  const way = (label: string, toM: number) => now({ label, ...formatDistanceToGo(toM - head, edition) });
  if (!isOn(climb, head)) return [way(words.toFoot, climb.footM), gradient(words.averageGradient, climb.gradientPct)];
  const left = isLeftSaid(seen, climb, head) ? [] : [way(words.toSummit, climb.summitM)];
  return [...left, now(gradient(words.gradient, gradientAt(race.sheet.course, head)))];
}

/** Where the finish is at the top it is as far as the line: that may stand on screen already, or nothing is left. */
const isLeftSaid = ({ race, heard }: Seen, { summitM }: Climb, head: number): boolean =>
  head >= summitM || (race.sheet.course.lengthM - summitM < AT_LINE_M && heard.includes('to go'));

function gradientAt({ profile, lengthM }: Course, headM: number): number {
  const [fromM, toM] = [Math.max(0, headM - AROUND_M), Math.min(lengthM, headM + AROUND_M)];
  return ((shapeAltitudeAt(profile, toM) - shapeAltitudeAt(profile, fromM)) / (toM - fromM)) * 100;
}

function gradientTexts(pct: number, edition: Edition): string[] {
  const text = formatGradient(pct, edition);
  return [text, String(Math.round(pct))];
}
