import type { CourseSource } from '../../../race/course/source.ts';
import { ok, type Result } from '../../../wire/result.ts';
import { withoutFalseAltitudes } from './altitudes.ts';
import { type Kept, withoutJumps } from './jumps.ts';
import { withoutSpikes } from './spikes.ts';
import { withoutStops } from './stops.ts';

/** A road as it can be believed, and what was left out of it; or why it cannot be, in half a sentence. */
export function doubted(line: CourseSource['line']): Result<Kept> {
  const whole = withoutJumps(line);
  if (!whole.ok) return whole;
  const smooth = withoutSpikes(whole.value.line);
  const moving = withoutStops(smooth.line);
  const risen = withoutFalseAltitudes(moving.line);
  const doubts = [...whole.value.doubts, ...smooth.doubts, ...moving.doubts, ...risen.doubts];
  return ok({ line: unwrapped(risen.line), doubts });
}

/** Longitudes without a step at 180 degrees: they may go beyond it. */
function unwrapped(line: CourseSource['line']): CourseSource['line'] {
  let turns = 0;
  return line.map((point, i) => {
    const stepDeg = i === 0 ? 0 : point.lon - line[i - 1]!.lon;
    if (Math.abs(stepDeg) > 180) turns -= Math.sign(stepDeg);
    return turns === 0 ? point : { ...point, lon: point.lon + turns * 360 };
  });
}
