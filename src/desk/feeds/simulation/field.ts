import { RIDERS } from '../../../../assets/races/hautes-vallees/riders.ts';
import { chance } from './chance.ts';
import { type Day, lifeOf } from './day.ts';
import { spacingM } from './formation.ts';
import { STEP_M } from './line.ts';
import { placesFor } from './order.ts';
import { FIELD } from './story.ts';

/** Where everybody really is, one second of the day. The arrays are used again for the next second. */
export interface Moment {
  readonly atS: number;
  /** By index of `RIDERS`: metres from km 0. */
  readonly placeM: Float64Array;
  /** Metres a second. */
  readonly speed: Float64Array;
  /** Index of the bunch in the story. */
  readonly bunch: Int16Array;
}

/** A rider comes to his place in the bunch as a spring would, but never faster than this. */
const SPRING = 0.06;
const PUSHING = 0.07;
const SHUFFLING_MPS = 0.1;
const MOST_SHUFFLING_MPS = 1.1;
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
  /** Indices of riders, front to back. */
  members: number[];
  cell: number;
  frontM: number;
  speed: number;
}

/** Rides the day, second by second. */
export function* ride(day: Day): Generator<Moment> {
  const { road, story } = day;
  const n = RIDERS.length;
  const moment = { placeM: new Float64Array(n), speed: new Float64Array(n), bunch: new Int16Array(n) };
  const behindM = new Float64Array(n);
  const index = new Map(RIDERS.map(([bib], i) => [bib, i]));
  const stopM = Float64Array.from(
    RIDERS,
    ([bib]) => road.lengthM + STOPS.fromM + (STOPS.toM - STOPS.fromM) * chance(day.seed, bib, 80),
  );
  const placeFor = placesFor(day);
  const bunches = story.bunches.map(({ id }): Riding => {
    const times = day.times.get(id)!;
    const cell = times.findIndex((atS) => !Number.isNaN(atS));
    return { id, times, ...lifeOf(day, id), members: [], cell, frontM: road.fromM + cell * STEP_M, speed: 0 };
  });
  const changes = changesOf(day, bunches, index);
  const field = bunches.findIndex(({ id }) => id === FIELD);
  bunches[field]!.members = RIDERS.map((_, i) => i);
  moment.bunch.fill(field);
  think(bunches[field]!, 0, placeFor);
  bunches[field]!.members.forEach((rider, slot) => {
    behindM[rider] = slot * spacingM(n, 0, 0);
    moment.placeM[rider] = bunches[field]!.frontM - behindM[rider]!;
  });
  for (let atS = 0; atS <= day.lastS; atS += 1) {
    for (const bunch of bunches) advance(bunch, atS, road.fromM);
    while (changes[0] && changes[0].atS <= atS) {
      const { riders, into, from } = changes.shift()!;
      for (const rider of riders(bunches)) {
        const before = moment.bunch[rider]!;
        bunches[before]!.members = bunches[before]!.members.filter((other) => other !== rider);
        bunches[into]!.members.push(rider);
        moment.bunch[rider] = into;
        behindM[rider] = bunches[into]!.frontM - bunches[into]!.speed - moment.placeM[rider]!;
      }
      think(bunches[into]!, atS, placeFor);
      if (from >= 0) think(bunches[from]!, atS, placeFor);
    }
    bunches.forEach((bunch, b) => {
      if (bunch.members.length === 0) return;
      if ((atS + b) % RETHINK_S === 0) think(bunch, atS, placeFor);
      const slope = road.slope[Math.min(road.cells - 1, bunch.cell)]!;
      const spacing = spacingM(bunch.members.length, bunch.speed, slope);
      const most = Math.min(MOST_SHUFFLING_MPS, SHUFFLING_MPS + PUSHING * bunch.speed);
      bunch.members.forEach((rider, slot) => {
        const wish = (slot * spacing - behindM[rider]!) * SPRING;
        behindM[rider]! += Math.max(-most, Math.min(most, wish));
        const placeM = Math.min(stopM[rider]!, Math.max(moment.placeM[rider]!, bunch.frontM - behindM[rider]!));
        moment.speed[rider] = placeM - moment.placeM[rider]!;
        moment.placeM[rider] = placeM;
      });
    });
    yield { atS, ...moment };
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

function think(bunch: Riding, atS: number, placeFor: ReturnType<typeof placesFor>): void {
  const wish = new Map(bunch.members.map((i) => [i, placeFor(RIDERS[i]![0], bunch.id, bunch.members.length, atS)]));
  bunch.members.sort((a, b) => wish.get(a)! - wish.get(b)!);
}

interface Change {
  readonly atS: number;
  readonly riders: (bunches: readonly Riding[]) => readonly number[];
  readonly into: number;
  readonly from: number;
}

/** Who goes over to which bunch when, in order of time. */
function changesOf(day: Day, bunches: readonly Riding[], index: ReadonlyMap<number, number>): Change[] {
  const number = (id: string) => bunches.findIndex((bunch) => bunch.id === id);
  return day.story.bunches
    .flatMap(({ id, leaves, ends }): Change[] => {
      const own = number(id);
      const { fromS, toS } = bunches[own]!;
      const leaving = day.cast.riders.get(id)!.map((bib) => index.get(bib)!);
      return [
        ...(leaves ? [{ atS: fromS, riders: () => leaving, into: own, from: number(leaves.from) }] : []),
        ...(ends
          ? [{ atS: toS, riders: (all: readonly Riding[]) => [...all[own]!.members], into: number(ends.by), from: -1 }]
          : []),
      ];
    })
    .sort((a, b) => a.atS - b.atS);
}
