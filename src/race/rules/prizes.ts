import type { Climb, Course, Mark } from '../course/course.ts';
import { isAtFinish } from './protection.ts';
import type { LineScales, MountainRules, Rules, Scale } from './rules.ts';
import type { StageType } from './stage-type.ts';

/** What the first, the second, ... over a line wins. */
export interface Prizes {
  readonly points: Scale;
  readonly mountain: Scale;
  readonly bonusS: Scale;
}

const NOTHING: Scale = [];

/** What a line is worth; all scales are empty where it is worth nothing. */
export function prizesOf(mark: Mark, course: Course, type: StageType, rules: Rules): Prizes {
  return {
    points: lineScale(rules.points, mark, type),
    mountain: mark.kind === 'summit' ? summitScale(rules.mountain, mark, course) : NOTHING,
    bonusS: lineScale(rules.bonusS, mark, type),
  };
}

export const pointsFor = (scale: Scale, rank: number): number => scale[rank - 1] ?? 0;

/** Seconds off the general classification for a rank at the finish of a stage. */
export const bonusFor = (rules: Rules, type: StageType, rank: number): number =>
  pointsFor(rules.bonusS.finish[type], rank);

/** The climb that ends at a summit; null where the course knows none there. */
export function climbAt(mark: Mark, course: Course): Climb | null {
  const near = (climb: Climb) => Math.abs(climb.summitM - mark.distanceM) <= 100;
  return course.climbs.find((climb) => climb.id === mark.id) ?? course.climbs.find(near) ?? null;
}

function lineScale(scales: LineScales, mark: Mark, type: StageType): Scale {
  if (mark.kind === 'finish') return scales.finish[type];
  if (mark.kind === 'sprint') return scales.sprint;
  return mark.kind === 'bonus-sprint' ? scales.bonusSprint : NOTHING;
}

function summitScale(rules: MountainRules, mark: Mark, course: Course): Scale {
  const climb = climbAt(mark, course);
  if (!climb) return NOTHING;
  const { highest } = rules;
  const isHighest = highest.climb !== null && (highest.climb === climb.id || highest.climb === climb.name);
  if (isHighest && highest.scale.length > 0) return highest.scale;
  const scale = (isAtFinish(course, mark.distanceM) ? rules.summitFinish : rules.summit)[climb.category];
  return isHighest ? scale.map((points) => points * highest.factor) : scale;
}
