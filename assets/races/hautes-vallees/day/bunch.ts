import { RIDERS } from '../riders.ts';
import { chance } from './chance.ts';
import { type Day, lifeOf } from './day.ts';
import { spacingM } from './formation.ts';
import { STEP_M } from './line.ts';
import { placesFor } from './order.ts';
import { FIELD } from './plot.ts';

/** Where everybody really is, one second of the day. The arrays are used again for the next second. */
export interface FieldMoment {
  readonly atS: number;
  /** By index of `RIDERS`: metres from km 0. */
  readonly placeM: Float64Array;
  /** Metres a second. */
  readonly speed: Float64Array;
  /** Index of the bunch in the plot. */
  readonly bunch: Int16Array;
}

/** A rider comes to his place in the bunch as a spring would, but never faster than this, and never with a jerk. */
const SPRING = 0.06;
const PUSHING = 0.11;
const SHUFFLING_MPS = 0.2;
const MOST_SHUFFLING_MPS = 1.4;
const GENTLE_MPS2 = 0.6;
/** How often the places in a bunch are thought over, in seconds. */
const RETHINK_S = 12;
/** Metres behind the finish at which the first and the last stop. */
const STOPS = { fromM: 130, toM: 330 };

/** A group on the road: its front runs by the timetable, its riders hang behind it. */
interface Riding {
  readonly id: string;
  readonly times: Float64Array;
  readonly fromS: number;
  readonly toS: number;
  /** Whoever goes into it stands still at once: he has fallen, or needs another bicycle. */
  readonly standing: boolean;
  /** Indices of riders, front to back. */
  members: number[];
  cell: number;
  frontM: number;
  speed: number;
}

interface Peloton {
  readonly day: Day;
  readonly bunches: readonly Riding[];
  readonly placeFor: ReturnType<typeof placesFor>;
  readonly moment: Omit<FieldMoment, 'atS'>;
  /** Metres behind the front of the bunch, and how fast they grow. */
  readonly behindM: Float64Array;
  readonly slippingMps: Float64Array;
  /** Where each stops behind the finish. */
  readonly stopM: Float64Array;
}

/** Rides the day, second by second. Entered in its middle, everybody is in his bunch then, in line behind its front. */
export function* ride(day: Day, fromS = 0): Generator<FieldMoment> {
  const peloton = lineUp(day);
  const { bunches, moment } = peloton;
  const changes = changesOf(peloton);
  if (fromS > 0) enter(peloton, changes, fromS - 1);
  for (let atS = fromS; atS <= day.lastS; atS += 1) {
    for (const bunch of bunches) advance(bunch, atS, day.road.fromM);
    while (changes[0] && changes[0].atS <= atS) regroup(peloton, changes.shift()!, atS);
    for (let b = 0; b < bunches.length; b += 1) {
      if (bunches[b]!.members.length === 0) continue;
      if ((atS + b) % RETHINK_S === 0) think(peloton, bunches[b]!, atS);
      hang(peloton, bunches[b]!);
    }
    yield { atS, ...moment };
  }
}

/** Everybody at the neutral start. */
function lineUp(day: Day): Peloton {
  const { road, plot } = day;
  const n = RIDERS.length;
  const bunches = plot.bunches.map(({ id, leaves }): Riding => {
    const times = day.times.get(id)!;
    const cell = times.findIndex((atS) => !Number.isNaN(atS));
    const standing = leaves?.side === 'middle';
    const frontM = road.fromM + cell * STEP_M;
    return { id, times, ...lifeOf(day, id), standing, members: [], cell, frontM, speed: 0 };
  });
  const number = bunches.findIndex(({ id }) => id === FIELD);
  const field = bunches[number]!;
  field.members = RIDERS.map((_, i) => i);
  const span = STOPS.toM - STOPS.fromM;
  const peloton: Peloton = {
    day,
    bunches,
    placeFor: placesFor(day),
    moment: { placeM: new Float64Array(n), speed: new Float64Array(n), bunch: new Int16Array(n).fill(number) },
    behindM: new Float64Array(n),
    slippingMps: new Float64Array(n),
    stopM: Float64Array.from(RIDERS, ([bib]) => road.lengthM + STOPS.fromM + span * chance(day.seed, bib, 80)),
  };
  think(peloton, field, 0);
  field.members.forEach((rider, slot) => {
    peloton.behindM[rider] = slot * spacingM(n, 0, 0);
    peloton.moment.placeM[rider] = field.frontM - peloton.behindM[rider]!;
  });
  return peloton;
}

/** As if everything so far had happened. */
function enter(peloton: Peloton, changes: Change[], atS: number): void {
  const { day, bunches, moment, behindM, stopM } = peloton;
  while (changes[0] && changes[0].atS <= atS) {
    const { riders, from, into } = changes.shift()!;
    const [left, joined] = [bunches[from]!, bunches[into]!];
    const going = new Set(riders ?? left.members);
    left.members = left.members.filter((rider) => !going.has(rider));
    joined.members.push(...going);
  }
  for (const [number, bunch] of bunches.entries()) {
    for (const secondS of [atS - 1, atS]) advance(bunch, secondS, day.road.fromM);
    const { members, speed, cell, frontM } = bunch;
    if (members.length === 0) continue;
    think(peloton, bunch, atS);
    const spacing = spacingM(members.length, speed, day.road.slope[Math.min(day.road.cells - 1, cell)]!);
    members.forEach((rider, slot) => {
      moment.bunch[rider] = number;
      behindM[rider] = slot * spacing;
      moment.placeM[rider] = Math.min(stopM[rider]!, frontM - slot * spacing);
    });
  }
}

/** The front of the bunch at this second. */
function advance(bunch: Riding, atS: number, fromM: number): void {
  const { times } = bunch;
  const before = bunch.frontM;
  while (bunch.cell + 1 < times.length && times[bunch.cell + 1]! <= atS) bunch.cell += 1;
  const a = times[bunch.cell]!;
  const b = times[bunch.cell + 1];
  const part = b === undefined || Number.isNaN(b) || atS < a ? 0 : (atS - a) / (b - a);
  bunch.frontM = fromM + (bunch.cell + part) * STEP_M;
  bunch.speed = bunch.frontM - before;
}

/** The riders of a bunch behind its front, each on the way to his slot. */
function hang({ day, moment, behindM, slippingMps, stopM }: Peloton, { members, speed, cell, frontM }: Riding): void {
  const { placeM } = moment;
  const spacing = spacingM(members.length, speed, day.road.slope[Math.min(day.road.cells - 1, cell)]!);
  const most = Math.min(MOST_SHUFFLING_MPS, SHUFFLING_MPS + PUSHING * speed);
  for (let slot = 0; slot < members.length; slot += 1) {
    const rider = members[slot]!;
    const wish = Math.max(-most, Math.min(most, (slot * spacing - behindM[rider]!) * SPRING));
    const jerk = wish - slippingMps[rider]!;
    slippingMps[rider] = slippingMps[rider]! + Math.max(-GENTLE_MPS2, Math.min(GENTLE_MPS2, jerk));
    behindM[rider] = behindM[rider]! + slippingMps[rider]!;
    const now = Math.min(stopM[rider]!, Math.max(placeM[rider]!, frontM - behindM[rider]!));
    moment.speed[rider] = now - placeM[rider]!;
    placeM[rider] = now;
  }
}

/** Sorts a bunch by where its riders want to be. */
function think({ placeFor }: Peloton, bunch: Riding, atS: number): void {
  const wish = new Map(bunch.members.map((i) => [i, placeFor(RIDERS[i]![0], bunch.id, bunch.members.length, atS)]));
  bunch.members.sort((a, b) => wish.get(a)! - wish.get(b)!);
}

interface Change {
  readonly atS: number;
  /** Null for all that the bunch has by then. */
  readonly riders: readonly number[] | null;
  readonly from: number;
  readonly into: number;
}

/** Who goes over to which bunch when, in order of time. */
function changesOf({ day, bunches }: Peloton): Change[] {
  const number = (id: string) => bunches.findIndex((bunch) => bunch.id === id);
  const index = new Map(RIDERS.map(([bib], i) => [bib, i]));
  return day.plot.bunches
    .flatMap(({ id, leaves, ends }): Change[] => {
      const own = number(id);
      const { fromS, toS } = bunches[own]!;
      const riders = day.cast.riders.get(id)!.map((bib) => index.get(bib)!);
      return [
        ...(leaves ? [{ atS: fromS, riders, from: number(leaves.from), into: own }] : []),
        ...(ends ? [{ atS: toS, riders: null, from: own, into: number(ends.by) }] : []),
      ];
    })
    .sort((a, b) => a.atS - b.atS);
}

/** Riders go over to another bunch where they are, at the speed that they have. */
function regroup(peloton: Peloton, { riders, from, into }: Change, atS: number): void {
  const { bunches, moment, behindM, slippingMps } = peloton;
  const [left, joined] = [bunches[from]!, bunches[into]!];
  const going = new Set(riders ?? left.members);
  /** A bunch in its first second has no speed yet: it has that of the one it leaves. */
  const speed = riders === null ? joined.speed : joined.standing ? 0 : left.speed;
  left.members = left.members.filter((rider) => !going.has(rider));
  for (const rider of going) {
    joined.members.push(rider);
    moment.bunch[rider] = into;
    slippingMps[rider] = joined.standing ? 0 : speed - moment.speed[rider]!;
    behindM[rider] = joined.frontM - speed - moment.placeM[rider]!;
  }
  think(peloton, joined, atS);
}
