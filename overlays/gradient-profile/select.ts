import { type Summit, summitsOf, type Tick, ticksOf, ticksToGo } from '../../src/edition/road-words.ts';
import { headM } from '../../src/race/head.ts';
import { marksOf, riddenShare } from '../../src/stage/kit/road/marks-of.ts';
import type { GroupMark } from '../../src/stage/kit/road/road-flag.ts';
import { keptShape, type Shape, type Stretch, shareOf } from '../../src/stage/kit/road/road-shape.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';

/** Places are shares of the road that is shown, from 0 to 1. */
export interface ProfileView {
  /** Which road it is. */
  readonly key: string;
  readonly shape: Shape;
  readonly ridden: number;
  /** From head to back. */
  readonly groups: readonly GroupMark[];
  /** The most important first. */
  readonly summits: readonly Summit[];
  readonly sprints: readonly number[];
  readonly ticks: readonly Tick[];
  readonly hasFinish: boolean;
}

const KM_M = 1000;
/** The finale is shown from here on before the line, closer and closer. */
const FINALES_M = [5, 10, 20].map((km) => km * KM_M);
/** A stage by its mountains: what lies below its lowest point, and the least that its height stands for. */
const STYLE = { floor: 0.1, leastSpanM: 500, blockM: KM_M };

export const select: Select<ProfileView> = (seen) => {
  const { course } = seen.race.sheet;
  if (course.profile.altitudesM.length < 2) return nothing('the course has no elevation');
  const stretch = stretchOf(seen);
  const share = shareOf(stretch);
  // Where nothing was heard for so long nobody knows who is where: the road is still what it was.
  const isKnown = seen.news !== 'lost';
  const isInside = (at: number) => at >= 0 && at <= 1;
  const sprints = course.marks.filter(({ kind }) => kind.endsWith('sprint')).map(({ distanceM }) => share(distanceM));
  return {
    key: `${course.lengthM} ${stretch.fromM}`,
    shape: keptShape(course, stretch, STYLE, () => []),
    ridden: isKnown ? riddenShare(seen, stretch) : 0,
    groups: isKnown ? marksOf(seen, stretch) : [],
    summits: summitsOf(course.climbs, headM(seen.race) ?? 0, seen.edition, share).filter(({ at }) => isInside(at)),
    sprints: sprints.filter(isInside),
    ticks: ticks(seen, stretch),
    hasFinish: true,
  };
};

/** The whole stage; once the head of the race comes to the last kilometres, these. */
function stretchOf({ race, params }: Seen): Stretch {
  const { course } = race.sheet;
  const leftM = course.lengthM - (headM(race) ?? 0);
  const finale = params.view === 'auto' ? FINALES_M.find((lengthM) => leftM <= lengthM) : undefined;
  const fromM = finale !== undefined && finale < course.lengthM / 2 ? course.lengthM - finale : 0;
  return { fromM, toM: course.lengthM };
}

const ticks = ({ edition }: Seen, { fromM, toM }: Stretch): Tick[] =>
  fromM === 0 ? ticksOf(toM, edition) : ticksToGo(toM - fromM, edition);
