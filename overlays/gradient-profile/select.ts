import type { Edition } from '../../src/edition/edition.ts';
import { formatAltitude, formatGradient, formatLength } from '../../src/edition/format.ts';
import { letterOf, type Summit, summitsOf, type Tick, ticksOf } from '../../src/edition/road-words.ts';
import { headM, type ToGo, toGo } from '../../src/edition/to-go.ts';
import type { Climb, Course } from '../../src/race/course/course.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { placeAt } from '../../src/race/place-at.ts';
import type { Race } from '../../src/race/race.ts';
import type { GroupMark } from '../../src/stage/kit/road/group-markers.ts';
import { roadShape, type Shape, type Stretch } from '../../src/stage/kit/road/road-shape.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';

/** Places are shares of the road that is shown, from 0 to 1. */
export interface ProfileView {
  /** Another road than before: the picture is built up again. */
  readonly key: string;
  readonly title: readonly string[];
  /** Category of the climb, null where the stage is shown. */
  readonly category: string | null;
  readonly facts: readonly string[];
  readonly toGo: ToGo;
  readonly shape: Shape;
  readonly ridden: number;
  /** From head to back. */
  readonly groups: readonly GroupMark[];
  /** The most important first. */
  readonly summits: readonly Summit[];
  readonly sprints: readonly number[];
  readonly ticks: readonly Tick[];
}

/** Finer than the pixels that the road is drawn on is not seen. */
const GRAIN = 1440;
/** A climb is shown from here on before its foot. */
const APPROACH_M = 1000;
const KM_M = 1000;
/** How a road fills its part of the picture: a stage by its mountains, a climb with room to print in. */
const STAGE = { floor: 0.1, leastSpanM: 500, blockM: KM_M };
const CLIMB = { floor: 0.34, leastSpanM: 200, blockM: KM_M };

export const select: Select<ProfileView> = (seen) => {
  const { course } = seen.race.sheet;
  if (course.profile.altitudesM.length < 2) return nothing('the course has no elevation');
  const climb =
    seen.params.view === 'stage' ? null : climbOf(course, headM(seen.race) ?? 0, seen.params.view === 'climb');
  return climb ? climbView(seen, climb) : stageView(seen);
};

/**
 * The climb that the head of the race is on or comes to, of those that the organiser names; `anyhow` any climb, also
 * one that is still far, or the last one.
 */
function climbOf(course: Course, head: number, anyhow: boolean): Climb | null {
  const named = course.climbs.filter(({ found }) => !found);
  const climbs = anyhow && named.length === 0 ? course.climbs : named;
  // Up to a finish at the top the others are still climbing when the first has arrived.
  const over = ({ summitM }: Climb) => head >= summitM && summitM < course.lengthM - APPROACH_M;
  const next = climbs.find((climb) => !over(climb)) ?? null;
  if (anyhow) return next ?? climbs.at(-1) ?? null;
  return next && head >= next.footM - APPROACH_M ? next : null;
}

function stageView(seen: Seen): ProfileView {
  const { race, edition } = seen;
  const { course, info } = race.sheet;
  const stretch = { fromM: 0, toM: course.lengthM };
  const share = shareOf(stretch);
  return {
    ...common(seen, stretch),
    key: 'stage',
    title: [info.stage, info.stage.replace(/ · .*/, '')],
    category: null,
    facts: [formatLength(course.lengthM, edition)],
    shape: shapeOf(course, 'stage', () => roadShape(course.profile, stretch, STAGE, () => [])),
    summits: summitsOf(course.climbs, headM(race) ?? 0, edition, share),
    sprints: course.marks.filter(({ kind }) => kind.endsWith('sprint')).map(({ distanceM }) => share(distanceM)),
    ticks: ticksOf(course.lengthM, edition),
  };
}

function climbView(seen: Seen, climb: Climb): ProfileView {
  const { edition } = seen;
  const { course } = seen.race.sheet;
  const stretch = { fromM: climb.footM, toM: climb.summitM };
  return {
    ...common(seen, stretch),
    key: climb.id,
    title: [climb.name],
    category: letterOf(climb),
    facts: [
      `${formatLength(climb.summitM - climb.footM, edition)}  ·  ${formatGradient(climb.gradientPct, edition)}%`,
      `${formatGradient(climb.gradientPct, edition)}%`,
    ],
    shape: shapeOf(course, `${climb.id} ${edition.language}`, () =>
      roadShape(course.profile, stretch, CLIMB, (pct) => gradientTexts(pct, edition)),
    ),
    summits: [{ at: 1, category: '', texts: [formatAltitude(climb.altitudeM, edition)], passed: false }],
    sprints: [],
    ticks: ticksOf(climb.summitM - climb.footM, edition),
  };
}

function common(seen: Seen, stretch: Stretch) {
  const { race, edition } = seen;
  const share = shareOf(stretch);
  return {
    toGo: toGo(race, edition),
    ridden: Math.min(1, Math.max(0, share(headNow(seen)))),
    groups: race.groups.filter(({ kind }) => kind !== 'rest').flatMap((group) => groupMark(seen, group, share)),
  };
}

const shareOf =
  ({ fromM, toM }: Stretch) =>
  (distanceM: number): number =>
    Math.round(((distanceM - fromM) / (toM - fromM)) * GRAIN) / GRAIN;

/** The front of a group at this moment, between fixes. */
function frontNow({ places }: Race, group: Group, now: number): number {
  const first = places.find(({ bib }) => bib === group.bibs[0]);
  return first ? placeAt(first, now) : group.frontM;
}

function headNow({ race, now }: Seen): number {
  const [head] = race.groups;
  return race.places[0]?.finish || !head ? (headM(race) ?? 0) : frontNow(race, head, now);
}

function groupMark({ race, now }: Seen, group: Group, share: (distanceM: number) => number): GroupMark[] {
  const at = share(frontNow(race, group, now));
  if (at < 0 || at > 1) return [];
  return [{ key: group.id, kind: group.kind, at, size: String(group.bibs.length) }];
}

function gradientTexts(pct: number, edition: Edition): string[] {
  const text = formatGradient(pct, edition);
  return [`${text}%`, text, String(Math.round(pct))];
}

/** The same road is the same object: ten times a second it is neither made again nor compared point by point. */
const shapes = new WeakMap<Course, Map<string, Shape>>();

function shapeOf(course: Course, name: string, make: () => Shape): Shape {
  const known = shapes.get(course) ?? new Map<string, Shape>();
  const shape = known.get(name) ?? make();
  shapes.set(course, known.set(name, shape));
  return shape;
}
