import { metresBetween } from '../../../race/course/projection.ts';
import type { CourseSource } from '../../../race/course/source.ts';
import type { Kept } from './jumps.ts';

type Line = CourseSource['line'];

/** Out and back are each so much longer than is usual, and than noise; and lead nowhere: its neighbours are near. */
const UNUSUAL = 4;
const LEAST_M = 60;
const NEAR_SHARE = 0.5;
/** A road with many long steps was mapped with few points: there a lone point far out is where the road turns back. */
const EVEN_SHARE = 0.02;

/** Leaves out single points off the road, too near for a jump, on a road that is mapped evenly. */
export function withoutSpikes(line: Line): Kept {
  const steps = line.slice(1).map((point, i) => metresBetween(line[i]!, point));
  const usualM = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const longM = Math.max(LEAST_M, UNUSUAL * usualM);
  const isEven = steps.filter((stepM) => stepM > longM).length <= Math.max(4, EVEN_SHARE * steps.length);
  const isSpike = (i: number): boolean => {
    const [outM, backM] = [steps[i - 1] ?? 0, steps[i] ?? 0];
    if (!(outM > longM && backM > longM)) return false;
    return metresBetween(line[i - 1]!, line[i + 1]!) < NEAR_SHARE * Math.min(outM, backM);
  };
  const kept = isEven ? line.filter((_, i) => !isSpike(i)) : line;
  const count = line.length - kept.length;
  const doubts = count === 0 ? [] : [`${count === 1 ? 'a point' : `${count} points`} beside the road: left out`];
  return { line: count === 0 ? line : kept, doubts };
}
