import type { Course, Profile } from '../../../race/course/course.ts';

/** A road from the side. Shares of 1 along and up. */
export interface Shape {
  /** Equally spaced along the road, from first to last. */
  readonly heights: readonly number[];
  /** One after the other from start to end. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly to: number;
  readonly gradientPct: number;
  /** Printed inside: from long to short, all blocks the same way; empty where nothing is to be printed. */
  readonly texts: readonly string[];
}

/** A part of a course, in metres from km 0. */
export interface Stretch {
  readonly fromM: number;
  readonly toM: number;
}

export interface ShapeStyle {
  /** Share of the height that lies below the lowest point. */
  readonly floor: number;
  /** Difference of altitude that the height stands for at least: a flat stage looks flat. */
  readonly leastSpanM: number;
  readonly blockM: number;
}

/** Finer than the pixels that a road is drawn on is not seen. */
const GRAIN = 1440;

/** Where a distance lies on a stretch: 0 at its beginning, 1 at its end. */
export const shareOf =
  ({ fromM, toM }: Stretch) =>
  (distanceM: number): number =>
    Math.round(((distanceM - fromM) / (toM - fromM)) * GRAIN) / GRAIN;

type RoadSeen = Pick<Course, 'profile'>;

/** The same road is the same object: ten times a second it is neither made again nor compared point by point. */
const kept = new WeakMap<RoadSeen, Map<string, Shape>>();

/** The shape of a stretch of a course, made once. */
export function keptShape(
  course: RoadSeen,
  stretch: Stretch,
  style: ShapeStyle,
  textsOf: (gradientPct: number) => readonly string[],
): Shape {
  const shapes = kept.get(course) ?? new Map<string, Shape>();
  const name = [stretch.fromM, stretch.toM, style.floor, style.leastSpanM, style.blockM, textsOf(0)[0]].join(' ');
  const shape = shapes.get(name) ?? roadShape(course.profile, stretch, style, textsOf);
  kept.set(course, shapes.set(name, shape));
  return shape;
}

const POINTS = 240;

/** A stretch of road from the side, cut into blocks of one gradient each; `textsOf` says what is printed in a block. */
function roadShape(
  profile: Profile,
  stretch: Stretch,
  style: ShapeStyle,
  textsOf: (gradientPct: number) => readonly string[],
): Shape {
  const lengthM = stretch.toM - stretch.fromM;
  const altitudes = Array.from({ length: POINTS + 1 }, (_, i) =>
    shapeAltitudeAt(profile, stretch.fromM + (i / POINTS) * lengthM),
  );
  const lowest = Math.min(...altitudes);
  const span = Math.max(style.leastSpanM, Math.max(...altitudes) - lowest);
  return {
    heights: altitudes.map((altitude) => style.floor + (1 - style.floor) * ((altitude - lowest) / span)),
    blocks: blocksOf(profile, stretch, style.blockM, textsOf),
  };
}

function blocksOf(
  profile: Profile,
  { fromM, toM }: Stretch,
  blockM: number,
  textsOf: (gradientPct: number) => readonly string[],
): Block[] {
  const count = Math.max(1, Math.ceil((toM - fromM) / blockM));
  return Array.from({ length: count }, (_, i) => {
    const start = fromM + i * blockM;
    const end = Math.min(toM, start + blockM);
    const gradientPct = ((shapeAltitudeAt(profile, end) - shapeAltitudeAt(profile, start)) / (end - start)) * 100;
    return { to: (end - fromM) / (toM - fromM), gradientPct, texts: textsOf(gradientPct) };
  });
}

/** Between the points of the profile the road is straight; beyond its ends it is level. */
export function shapeAltitudeAt({ stepM, altitudesM }: Profile, distanceM: number): number {
  return between(altitudesM, distanceM / stepM);
}

/** Height of the shape at a share of its length. */
export function heightAt({ heights }: Shape, share: number): number {
  return between(heights, share * (heights.length - 1));
}

/** A straight line between two neighbours; the ends go on for ever. */
function between(values: readonly number[], position: number): number {
  const at = Math.min(values.length - 1, Math.max(0, position));
  const [before = 0, after = before] = values.slice(Math.floor(at), Math.floor(at) + 2);
  return before + (at - Math.floor(at)) * (after - before);
}
