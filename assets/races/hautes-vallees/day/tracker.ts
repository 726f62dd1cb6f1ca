import { RIDERS } from '../riders.ts';
import { talentOf } from './cast.ts';
import { bell, chance, drift, shuffled } from './chance.ts';
import { type Day, headSecondAt, lifeOf } from './day.ts';
import { STEP_M } from './line.ts';

/**
 * What is wrong with a tracker under a saddle, as measured on recordings of real stages: median 4 to 6 m across the
 * road, one in a hundred beyond 30 m, an error that drifts instead of dancing; holes of up to 36 s; a speed that is
 * 3 km/h off; now and then a fix kilometres away.
 */
const DRIFTS = { acrossM: 6.3, alongM: 5.5, everyS: 22 };
/** Between rock walls the sky is a strip: the error is across the road. */
const BAD_SKY = { share: 0.025, lastsS: 40, acrossM: 30, alongM: 8, everyS: 7 };
const HOLES = { share: 0.1, everyS: 60, leastS: 3, mostS: 36 };
const LOST_SHARE = 0.012;
const LATE = { share: 0.015, mostS: 4 };
const TELEPORT = { share: 0.00008, leastM: 300, mostM: 4000 };
const SPEED_KPH = 3;
/** How wide the riders use the road. */
const LANES = { m: 1.6, driftsS: 40 };
/** Behind the finish trackers are taken off the bicycles. */
const OFF = { leastS: 60, mostS: 240 };
/** One tracker sleeps where yesterday's stage ended, until a mechanic wakes it. */
const ASLEEP = { lat: 45.8567, lon: 6.6175, untilM: 42_000 };
/** Who abandons waits for the car, which takes him back to the last town and out of the race. */
const CAR = { waitsS: 560, mps: 13, untilM: 31_000 };
const M_PER_DEG = 111_195;

export interface TrackerFix {
  readonly bib: number;
  readonly lat: number;
  readonly lon: number;
  readonly kph: number;
  readonly ageS: number;
}

/** Where riders were at the last few seconds, for the fixes that arrive late, and who has finished. */
export interface TrackerMemory {
  placeM(rider: number, ageS: number): number;
  speed(rider: number, ageS: number): number;
  /** Second of the day at which a rider crossed the line; infinite before. */
  finishedS(rider: number): number;
}

/** The fix of one rider that arrives at this second, or null when none does. */
export function trackersOf(day: Day): (rider: number, atS: number, memory: TrackerMemory) => TrackerFix | null {
  const { seed } = day;
  const asleep = shuffled(RIDERS, seed, 90).find(([bib]) => talentOf(bib) === 'helper')![0];
  const wakesS = headSecondAt(day, ASLEEP.untilM);
  const { bunch, silentS } = day.plot.changesBike;
  const changesBike = day.cast.riders.get(bunch)![0];
  const changesS = lifeOf(day, bunch).fromS + 6;
  const fallen = day.cast.riders.get(day.plot.abandons)![0];
  const carS = lifeOf(day, day.plot.abandons).fromS + CAR.waitsS;

  return (rider, atS, memory) => {
    const bib = RIDERS[rider]![0];
    if (bib === asleep && atS < wakesS) return { bib, lat: ASLEEP.lat, lon: ASLEEP.lon, kph: 0, ageS: 0 };
    if (bib === changesBike && atS >= changesS && atS < changesS + silentS) return null;
    if (isSilent(seed, bib, atS)) return null;
    const ageS = lateness(seed, bib, atS);
    let placeM = memory.placeM(rider, ageS);
    let speed = memory.speed(rider, ageS);
    if (bib === fallen && atS > carS) {
      placeM -= CAR.mps * (atS - carS);
      speed = CAR.mps;
      if (placeM < CAR.untilM) return null;
    }
    if (atS > memory.finishedS(rider) + OFF.leastS + (OFF.mostS - OFF.leastS) * chance(seed, bib, 91)) return null;
    return seen(day, bib, atS - ageS, placeM, speed, ageS);
  };
}

function isSilent(seed: number, bib: number, atS: number): boolean {
  if (chance(seed, 10_000 + bib, atS) < LOST_SHARE) return true;
  const window = Math.floor(atS / HOLES.everyS);
  for (const one of [window, window - 1]) {
    if (chance(seed, 11_000 + bib, one) >= HOLES.share) continue;
    const fromS = HOLES.everyS * (one + chance(seed, 12_000 + bib, one));
    const longS = HOLES.leastS + (HOLES.mostS - HOLES.leastS) * chance(seed, 13_000 + bib, one) ** 2;
    if (atS >= fromS && atS < fromS + longS) return true;
  }
  return false;
}

function lateness(seed: number, bib: number, atS: number): number {
  if (chance(seed, 14_000 + bib, atS) >= LATE.share) return 0;
  return Math.min(atS, 1 + Math.floor(LATE.mostS * chance(seed, 15_000 + bib, atS)));
}

function seen({ seed, road }: Day, bib: number, atS: number, placeM: number, speed: number, ageS: number): TrackerFix {
  const at = Math.min(road.cells - 1.001, Math.max(0, (placeM - road.fromM) / STEP_M));
  const cell = Math.floor(at);
  const part = at - cell;
  const clear = chance(seed, 16_000 + bib, Math.floor(atS / BAD_SKY.lastsS)) >= BAD_SKY.share;
  const lane = LANES.m * drift(seed, 22_000 + bib, atS / LANES.driftsS);
  const across = lane + errorM(seed, 17_000 + bib, atS, DRIFTS.acrossM, clear ? 0 : BAD_SKY.acrossM);
  const along = errorM(seed, 18_000 + bib, atS, DRIFTS.alongM, clear ? 0 : BAD_SKY.alongM);
  let east = along * road.east[cell]! + across * road.north[cell]!;
  let north = along * road.north[cell]! - across * road.east[cell]!;
  if (chance(seed, 19_000 + bib, atS) < TELEPORT.share) {
    const way = 2 * Math.PI * chance(seed, 20_000 + bib, atS);
    const far = TELEPORT.leastM + (TELEPORT.mostM - TELEPORT.leastM) * chance(seed, 21_000 + bib, atS);
    east += far * Math.cos(way);
    north += far * Math.sin(way);
  }
  const lat = road.lat[cell]! + part * (road.lat[cell + 1]! - road.lat[cell]!);
  const lon = road.lon[cell]! + part * (road.lon[cell + 1]! - road.lon[cell]!);
  return {
    bib,
    lat: lat + north / M_PER_DEG,
    lon: lon + east / (M_PER_DEG * Math.cos((lat * Math.PI) / 180)),
    kph: Math.max(0, speed * 3.6 + (speed > 0.5 ? SPEED_KPH : 0.4) * bell(seed, 23_000 + bib, atS)),
    ageS,
  };
}

function errorM(seed: number, key: number, atS: number, usualM: number, badM: number): number {
  const usual = usualM * drift(seed, key, atS / DRIFTS.everyS);
  return badM > 0 ? usual + badM * drift(seed, key + 500, atS / BAD_SKY.everyS) : usual;
}
