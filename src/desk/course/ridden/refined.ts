import { alongsOf, apartM, footOnLine, middleOf, type Point } from './plane.ts';

const STEP_M = 20;
/** Fixes so far before and behind a place say where its road lies; farther beside it they were on another one. */
const REACH_M = 30;
const BESIDE_M = 40;
/** Fewer are no middle. */
const LEAST = 4;
/** Where so many rode by so near, the one who drew was there as well; else his receiver erred. */
const NEAR_M = 20;

/** A round through the middle of all that rode it: one track, fix by fix, cuts the bends that many fill. `round` ends where it begins. */
export function refined(round: readonly Point[], fixes: readonly Point[]): readonly Point[] {
  const seen = withoutSpikes(round, fixes);
  return [...Array(2).keys()].reduce((line) => middled(line, fixes), seen);
}

function withoutSpikes(round: readonly Point[], fixes: readonly Point[]): readonly Point[] {
  const near = round.map((point) => fixes.filter((fix) => apartM(point, fix) < NEAR_M).length);
  const least = middleOf(near) / 4;
  const kept = round.slice(0, -1).filter((_, i) => near[i]! >= least);
  return kept.length > 2 ? [...kept, kept[0]!] : round;
}

interface Beside {
  readonly alongM: number;
  /** Metres to the left of the line. */
  readonly leftM: number;
}

function middled(round: readonly Point[], fixes: readonly Point[]): readonly Point[] {
  const alongs = alongsOf(round);
  const lapM = alongs.at(-1)!;
  const cells = Math.max(3, Math.round(lapM / STEP_M));
  const stepM = lapM / cells;
  const all: Beside[] = fixes.flatMap((fix) => {
    const { alongM, besideM, index } = footOnLine(round, alongs, fix);
    const [a, b] = [round[index]!, round[index + 1]!];
    const isLeft = (b.x - a.x) * (fix.y - a.y) - (b.y - a.y) * (fix.x - a.x) > 0;
    return besideM > BESIDE_M ? [] : [{ alongM, leftM: isLeft ? besideM : -besideM }];
  });
  const lefts = Array.from({ length: cells }, (_, cell) => {
    const there = all.filter(({ alongM }) => roundM(alongM - cell * stepM, lapM) < REACH_M).map(({ leftM }) => leftM);
    return there.length < LEAST ? 0 : middleOf(there);
  });
  const points = lefts.map((left, cell) => {
    const [before, after] = [lefts.at(cell - 1)!, lefts[(cell + 1) % cells]!];
    return pointBeside(round, alongs, cell * stepM, (before + 2 * left + after) / 4);
  });
  return [...points, points[0]!];
}

/** Metres between two places of a round, the short way. */
const roundM = (apart: number, lapM: number): number => Math.min(Math.abs(apart), lapM - Math.abs(apart));

function pointBeside(line: readonly Point[], alongs: readonly number[], alongM: number, leftM: number): Point {
  const i = Math.min(
    line.length - 2,
    Math.max(
      0,
      alongs.findLastIndex((along) => along <= alongM),
    ),
  );
  const [a, b] = [line[i]!, line[i + 1]!];
  const length = apartM(a, b) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const restM = alongM - alongs[i]!;
  return { x: a.x + ux * restM - uy * leftM, y: a.y + uy * restM + ux * leftM };
}
