import { metresBetween } from '../course/projection.ts';
import { lapAt } from '../course/road.ts';
import type { LapKnownEvent } from '../event.ts';
import { lapReadings } from '../track/laps.ts';
import { motionOf, placeAt } from '../track/track.ts';
import { type Bib, compareBibs } from '../units.ts';
import { advanceTo, type Lapless, type Riding } from './riding.ts';

/** Riders so near to each other on the map are one bunch. */
const BUNCH_M = 500;

/**
 * Places those whose lap an operator knows: one rider, or the largest bunch of those whose lap is not known. Who is
 * not in the bunch stays without a lap, for he may be ahead of it as well as behind.
 */
export function foldLapKnown(riding: Riding, { bib, lap }: LapKnownEvent): void {
  const bunch = bib === null ? largestBunch(riding) : [bib];
  const first = bunch.find((one) => riding.lapless.has(one));
  const known = first === undefined ? undefined : onLap(riding, riding.lapless.get(first)!, lap);
  if (known === undefined) return;
  for (const one of bunch) {
    const readings = readingsOf(riding, riding.lapless.get(one)!);
    place(
      riding,
      one,
      readings.reduce((a, b) => (Math.abs(b - known) < Math.abs(a - known) ? b : a)),
    );
  }
}

const readingsOf = ({ road }: Riding, { fix, onSomeLapM }: Lapless): number[] => lapReadings(onSomeLapM, fix, road);

/** Where a rider is when he is on a lap; on a road without laps, when he rides there for the so-manieth time. */
function onLap(riding: Riding, one: Lapless, lap: number): number | undefined {
  const readings = readingsOf(riding, one);
  if (!riding.course.laps) return readings[lap - 1];
  return readings.find((at) => lapAt(riding.course, at) === lap);
}

function place(riding: Riding, bib: Bib, distanceM: number): void {
  const runner = riding.runners.get(bib);
  const { fix } = riding.lapless.get(bib)!;
  if (!runner) return;
  placeAt(runner.track, distanceM, fix);
  runner.speedMps = motionOf(runner.track).speedMps;
  advanceTo(riding, runner, distanceM, fix.atMs);
}

/** Around whoever has most others near; the first of its numbers first. */
function largestBunch({ lapless }: Riding): Bib[] {
  const all = [...lapless].sort(([a], [b]) => compareBibs(a, b));
  let largest: Bib[] = [];
  for (const [bib, { fix }] of all) {
    const near = all.filter(([, other]) => metresBetween(fix, other.fix) < BUNCH_M).map(([one]) => one);
    if (near.length > largest.length) largest = [bib, ...near.filter((one) => one !== bib)];
  }
  return largest;
}
