import { metresBetween } from '../../../race/course/projection.ts';
import type { CourseSource } from '../../../race/course/source.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';

type Line = CourseSource['line'];

/** A road as far as it is believed, and what was done about the rest, each in half a sentence. */
export interface Kept {
  readonly line: Line;
  readonly doubts: readonly string[];
}

/** A step is a jump when it is this much longer than is usual on this road, and longer than a bend needs. */
const UNUSUAL = 20;
const LEAST_JUMP_M = 500;
/** Back means: nearer to where it left than this share of the jump. */
const BACK_SHARE = 0.3;
/** Points away from the road are an error as long as they are no road of their own. */
const MOST_POINTS = 50;
/** So few points before a jump, or behind the last, are no road. */
const STRAY_POINTS = 3;
/** A straight line longer than this, or than this share of the whole, is no road that somebody has not mapped well. */
const LONGEST_CHORD_M = 20_000;
const LONGEST_CHORD_SHARE = 0.2;

interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Leaves out points that jump away and return, and stray ones at the ends. A jump that does not return is either a
 * stretch that is not mapped, which is said, or the road cannot be believed.
 */
export function withoutJumps(line: Line): Result<Kept> {
  const steps = line.slice(1).map((point, i) => metresBetween(line[i]!, point));
  const usualM = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const jumpM = Math.max(LEAST_JUMP_M, UNUSUAL * usualM);
  const runs = runsOf(steps, jumpM);
  const doubts: string[] = [];
  const dropped = new Set<Run>();
  const say = (run: Run, awayM: number, atM: number) => {
    const count = run.to - run.from + 1;
    doubts.push(
      `${count === 1 ? 'a point' : `${count} points`} ${kmText(awayM)} off the road, after ${kmText(atM)}: left out`,
    );
    dropped.add(run);
  };
  const lengthTo = lengths(steps, jumpM);
  let last: Run | null = null;
  runs.forEach((run, i) => {
    const next = runs[i + 1];
    const size = run.to - run.from + 1;
    const outM = last ? metresBetween(line[last.to]!, line[run.from]!) : 0;
    if (!last) {
      if (next && size <= STRAY_POINTS && runs.length > 1) say(run, metresBetween(line[run.to]!, line[next.from]!), 0);
      else last = run;
      return;
    }
    if (outM <= jumpM) {
      last = run;
      return;
    }
    const back = runs
      .slice(i + 1)
      .find((later) => metresBetween(line[last!.to]!, line[later.from]!) < BACK_SHARE * outM);
    if (size <= MOST_POINTS && (back || (!next && size <= STRAY_POINTS))) say(run, outM, lengthTo[last.to]!);
    else last = run;
  });
  const kept = runs.filter((run) => !dropped.has(run)).flatMap(({ from, to }) => line.slice(from, to + 1));
  return chordsOf(kept, jumpM, doubts);
}

function runsOf(steps: readonly number[], jumpM: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  steps.forEach((stepM, i) => {
    if (stepM <= jumpM) return;
    runs.push({ from, to: i });
    from = i + 1;
  });
  return [...runs, { from, to: steps.length }];
}

/** Metres along the line at each point, jumps not counted. */
function lengths(steps: readonly number[], jumpM: number): number[] {
  const along = [0];
  for (const stepM of steps) along.push(along.at(-1)! + (stepM > jumpM ? 0 : stepM));
  return along;
}

/** Straight lines that nobody drew: said where the road can be believed all the same. */
function chordsOf(line: Line, jumpM: number, doubts: readonly string[]): Result<Kept> {
  const steps = line.slice(1).map((point, i) => metresBetween(line[i]!, point));
  const wholeM = steps.reduce((sum, stepM) => sum + stepM, 0);
  const chords: { readonly stepM: number; readonly afterM: number }[] = [];
  let afterM = 0;
  for (const stepM of steps) {
    if (stepM > jumpM) chords.push({ stepM, afterM });
    afterM += stepM;
  }
  const [longest] = chords.toSorted((a, b) => b.stepM - a.stepM);
  if (!longest) return ok({ line, doubts });
  const where = `${kmText(longest.stepM)} after ${kmText(longest.afterM)}`;
  if (longest.stepM > LONGEST_CHORD_M || longest.stepM > LONGEST_CHORD_SHARE * wholeM)
    return fail(`its road jumps ${where}: give the road of the race alone`);
  const what =
    chords.length === 1 ? `${where} are not mapped` : `${chords.length} stretches are not mapped, the longest ${where}`;
  return ok({ line, doubts: [...doubts, `${what}: taken as straight`] });
}

export const kmText = (m: number): string => `${(m / 1000).toFixed(1)} km`;
