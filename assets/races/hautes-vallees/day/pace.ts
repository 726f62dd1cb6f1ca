import type { Cast } from './cast.ts';
import { spacingM } from './formation.ts';
import { type PaceKnot, rideLeg } from './leg.ts';
import { RUN_OUT_M, STEP_M } from './line.ts';
import { type Resistance, resistanceOf, roll, shelter } from './physics.ts';
import { type Bunch, HEAD, type Plot } from './plot.ts';
import { cellAt, type Road } from './road.ts';

/** When the front of each bunch is where: seconds since the start of the day at each cell of the road, NaN elsewhere. */
export type PaceTable = ReadonlyMap<string, Float64Array>;

/** Before the neutral start everybody stands at the line. */
const WAITING_S = 150;
/** Between the tail of a bunch and the front of the one that reaches it. */
const TOUCHING_S = 0.8;
const ROLL_OUT_MPS = 3;
/** Riders in the wind at the head of the race, while the field is together and later. */
const EARLY_SHELTER = { untilKm: 8, riders: 80 };
const HEAD_RIDERS = 5;

/** Lays down the whole day: the head by its power, every other bunch by the power that its gaps ask for. */
export function timetable(road: Road, plot: Plot, cast: Cast): PaceTable {
  const on = resistanceOf(road);
  const times = new Map<string, Float64Array>([[HEAD, headTimes(road, on, plot)]]);
  const day: Day = { road, on, cast, times };
  for (const bunch of plot.bunches) times.set(bunch.id, bunchTimes(day, bunch));
  return times;
}

interface Day {
  readonly road: Road;
  readonly on: Resistance;
  readonly cast: Cast;
  /** Of the bunches so far. */
  readonly times: PaceTable;
}

const kmAt = (road: Road, cell: number): number => (road.fromM + cell * STEP_M) / 1000;

function headTimes(road: Road, on: Resistance, { pace }: Plot): Float64Array {
  const times = new Float64Array(road.cells).fill(Number.NaN);
  let speed = 1;
  let atS = WAITING_S;
  let leg = 0;
  for (let cell = cellAt(road, pace[0]!.km * 1000); cell < road.cells; cell += 1) {
    const km = kmAt(road, cell);
    while (pace[leg + 1] && pace[leg + 1]!.km <= km) leg += 1;
    times[cell] = atS;
    speed = roll(
      on,
      cell,
      speed,
      pace[leg]!.wattsPerKg,
      shelter(km < EARLY_SHELTER.untilKm ? EARLY_SHELTER.riders : HEAD_RIDERS),
    );
    atS += STEP_M / speed;
  }
  return times;
}

function bunchTimes(day: Day, bunch: Bunch): Float64Array {
  const times = new Float64Array(day.road.cells).fill(Number.NaN);
  const start = startOf(day, bunch);
  let speed = start.speed;
  let from: PaceKnot = start;
  times[from.cell] = from.atS;
  if (bunch.leaves && bunch.leaves.stopS > 0) {
    from = { cell: from.cell + 1, atS: from.atS + bunch.leaves.stopS };
    times[from.cell] = from.atS;
    speed = 1;
  }
  for (const to of knotsOf(day, bunch)) {
    const drag = shelter(day.cast.size(bunch.id, kmAt(day.road, from.cell)));
    speed = from.leads && to.leads ? lead(day, times, from, to) : rideLeg(day.on, times, { from, to, speed, drag });
    if (Number.isNaN(speed)) throw new Error(impossible(day, bunch, from, to));
    from = to;
  }
  if (!bunch.ends && bunch.path.length > 0) rollOut(times, from.cell, speed);
  return times;
}

/** The plot is wrong, not the race. */
function impossible({ road }: Day, { id }: Bunch, from: PaceKnot, to: PaceKnot): string {
  const [fromKm, toKm] = [kmAt(road, from.cell), kmAt(road, to.cell)].map((km) => km.toFixed(1));
  return `${id} cannot ride from km ${fromKm} to km ${toKm} in ${(to.atS - from.atS).toFixed(0)} s`;
}

function startOf(day: Day, { leaves }: Bunch): PaceKnot & { readonly speed: number } {
  if (!leaves) {
    const cell = day.times.get(HEAD)!.indexOf(WAITING_S);
    return { cell, atS: WAITING_S, speed: 1, leads: true };
  }
  const cell = cellAt(day.road, leaves.km * 1000);
  const parent = day.times.get(leaves.from)!;
  const inside = { front: 0, middle: 0.5, back: 1 }[leaves.side] * tailOf(day, leaves.from, parent, cell, cell);
  return { cell, atS: parent[cell]! + inside, speed: speedAt(parent, cell) };
}

function knotsOf(day: Day, { id, path, ends }: Bunch): PaceKnot[] {
  const knots = path.map(({ km, to, gapS }) => {
    const cell = cellAt(day.road, km * 1000);
    const lag = to === HEAD ? gapS : gapS + tailS(day, to, cell);
    return { cell, atS: day.times.get(to)![cell]! + lag, leads: to === HEAD && gapS === 0 };
  });
  if (!ends) return knots;
  const cell = cellAt(day.road, ends.km * 1000);
  const theirs = day.times.get(ends.by)!;
  const touch =
    ends.how === 'joins'
      ? tailS(day, ends.by, cell) + TOUCHING_S
      : -tailOf(day, id, theirs, cell, cell - 1) - TOUCHING_S;
  return [...knots, { cell, atS: theirs[cell]! + touch }];
}

/** Seconds from the front of a bunch to its last rider, before anybody comes or goes here. */
const tailS = (day: Day, id: string, cell: number): number => tailOf(day, id, day.times.get(id)!, cell, cell - 1);

/** The same with its riders as counted at another cell, and at the speed of those whose times are given. */
function tailOf({ road, cast }: Day, id: string, times: Float64Array, cell: number, counted: number): number {
  const riders = cast.size(id, kmAt(road, counted));
  const speed = speedAt(times, cell);
  return (spacingM(riders, speed, road.slope[cell]!) * (riders - 1)) / speed;
}

/** Metres a second over the cells about this one. */
function speedAt(times: Float64Array, cell: number): number {
  const a = Number.isNaN(times[cell - 3]!) ? cell : cell - 3;
  const b = Number.isNaN(times[cell + 3]!) ? cell : cell + 3;
  return ((b - a) * STEP_M) / (times[b]! - times[a]!);
}

/** As the head of the race itself. Returns the speed at the end. */
function lead(day: Day, times: Float64Array, from: PaceKnot, to: PaceKnot): number {
  const head = day.times.get(HEAD)!;
  times.set(head.subarray(from.cell + 1, to.cell + 1), from.cell + 1);
  return speedAt(head, to.cell);
}

/** Over the line and out, ever slower. */
function rollOut(times: Float64Array, from: number, startSpeed: number): void {
  const cells = RUN_OUT_M / STEP_M;
  let speed = startSpeed;
  for (let cell = from + 1; cell < times.length; cell += 1) {
    times[cell] = times[cell - 1]! + STEP_M / speed;
    speed = Math.max(ROLL_OUT_MPS, speed - (2 * startSpeed) / cells);
  }
}
