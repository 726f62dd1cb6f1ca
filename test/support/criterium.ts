import type { Bib } from '../../src/race/units.ts';
import { chances } from './ride.ts';

/** One rider over the line, at the end of a lap. */
export interface TrueCrossing {
  readonly bib: Bib;
  readonly lap: number;
  /** After the start. */
  readonly ms: number;
}

export interface Criterium {
  readonly laps: number;
  readonly lapM: number;
  readonly bibs: readonly Bib[];
  /** All of it, as it happens; nobody crosses once he has been lapped to the end. */
  readonly crossings: readonly TrueCrossing[];
  /** When somebody was at the end of a lap; undefined where he never was. */
  at(bib: Bib, lap: number): number | undefined;
  /** Who was first there, and when. */
  first(lap: number): TrueCrossing;
}

/** Seconds a lap takes, lap by lap from 1. */
type Pace = (lap: number) => number;

const LAP_S = 100;
const bunch: Pace = (lap) => LAP_S + Math.sin(lap) * 2;
/** Away from the third lap on, 4 s a lap, until it is 40 s ahead. */
const away: Pace = (lap) => bunch(lap) - (lap >= 3 && lap < 13 ? 4 : 0);
/** Out of the back from the second lap on: lapped in the ninth of the bunch. */
const dropped: Pace = (lap) => bunch(lap) + (lap >= 2 ? 13 : 0);
/** Loses 30 s in one lap with a puncture, and rides on as fast as the others. */
const punctured: Pace = (lap) => bunch(lap) + (lap === 5 ? 30 : 0);

/**
 * A criterium of 16 laps of 1230 m with a break of three, a bunch of eleven, two who are lapped and one who has had a
 * puncture. Nobody is seen but at the line. Made up, with its truth.
 */
export function criterium(seed = 7): Criterium {
  const chance = chances(seed);
  const [laps, lapM] = [16, 1230];
  const ways: Pace[] = [...Array(3).fill(away), ...Array(11).fill(bunch), dropped, dropped, punctured];
  const bibs = ways.map((_, i) => String(i + 1));
  const times = new Map<Bib, number[]>();
  for (const [i, pace] of ways.entries()) {
    let s = 0;
    // In a bunch nobody is at the same wheel on two laps.
    const own = Array.from({ length: laps }, (_, lap) => {
      s += pace(lap + 1);
      return Math.round((s + chance() * 1.6) * 1000);
    });
    times.set(bibs[i]!, own);
  }
  const winnerMs = Math.min(...[...times.values()].map((own) => own[laps - 1]!));
  const crossings: TrueCrossing[] = [];
  for (const [bib, own] of times) {
    for (const [i, ms] of own.entries()) {
      crossings.push({ bib, lap: i + 1, ms });
      // Once the race is won everybody finishes, whatever lap he is on.
      if (ms >= winnerMs) break;
    }
  }
  crossings.sort((a, b) => a.ms - b.ms || a.bib.localeCompare(b.bib));
  return {
    laps,
    lapM,
    bibs,
    crossings,
    at: (bib, lap) => crossings.find((one) => one.bib === bib && one.lap === lap)?.ms,
    first: (lap) => crossings.find((one) => one.lap === lap)!,
  };
}

/** "00:10:02.500" */
export const raceTime = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

/** What a timing computer says of it, line by line, and how long after the start: a heartbeat
 * each second, and two lines for each crossing. `byTimeUntilLap`: until then it tells only how much time is left.
 */
export function rmonitorLines(
  race: Criterium,
  { byTimeUntilLap = 0 } = {},
): { readonly ms: number; readonly line: string }[] {
  const said: { ms: number; line: string }[] = [];
  const add = (ms: number, ...lines: string[]) => said.push(...lines.map((line) => ({ ms, line })));
  const beat = (ms: number) => {
    const done = race.crossings.filter((one) => one.ms <= ms).reduce((most, { lap }) => Math.max(most, lap), 0);
    const clock = raceTime(Math.max(0, ms)).slice(0, 8);
    const flag = ms < 0 ? '      ' : done === race.laps ? 'Finish' : 'Green ';
    // Three quarters of an hour and some laps: they are counted from then on.
    const left = byTimeUntilLap * 100_000 - Math.max(0, ms);
    const isByTime = done < byTimeUntilLap && left > 0;
    const toGo = isByTime ? `9999,"${raceTime(left).slice(0, 8)}"` : `${race.laps - done},"00:00:00"`;
    return `$F,${toGo},"14:00:00","${clock}","${flag}"`;
  };
  add(
    -20_000,
    '$B,3,"Grand Prix of the Tests"',
    '$C,1,"Elite"',
    '$E,"TRACKNAME","Old Town"',
    '$E,"TRACKLENGTH","1.230"',
  );
  for (const bib of race.bibs)
    add(-20_000, `$A,"r${bib}","${bib}",${5000 + Number(bib)},"Given","Family, ${bib}","FRA",1`);
  const endMs = race.crossings.at(-1)!.ms + 5000;
  for (let ms = -5000; ms <= endMs; ms += 1000) add(ms, beat(ms));
  for (const [i, bib] of race.bibs.entries()) {
    const ms = 1500 + i * 100;
    add(ms, `$J,"r${bib}","00:00:00.000","${raceTime(ms)}"`, `$G,${i + 1},"r${bib}",,"${raceTime(ms)}"`);
  }
  for (const { bib, lap, ms } of race.crossings)
    add(ms, `$J,"r${bib}","00:01:40.000","${raceTime(ms)}"`, `$G,1,"r${bib}",${lap},"${raceTime(ms)}"`);
  return said.sort((a, b) => a.ms - b.ms);
}
