import type { Bib } from '../../../../src/race/units.ts';
import { RIDERS } from '../riders.ts';
import { ride } from './bunch.ts';
import { type Day, dayOf, lifeOf } from './day.ts';

/** What really happens, second by second. For tests that ask whether the engine finds it: no feed ever sends it. */
export interface ScriptedTruth {
  readonly fromMs: number;
  readonly toMs: number;
  /** Metres from km 0; NaN before the first and after the last second. */
  placeM(bib: Bib, atMs: number): number;
  /** Riders of each bunch that is on the road, from head to back, each in road order. */
  bunchesAt(atMs: number): readonly { readonly id: string; readonly bibs: readonly Bib[] }[];
  /** In order of time. */
  readonly changes: readonly Change[];
}

/** A hole in the field opens or closes. */
export interface Change {
  readonly kind: 'split' | 'merge';
  /** The bunch of the plot that leaves, or that ends. */
  readonly bunch: string;
  readonly atMs: number;
  readonly distanceM: number;
  readonly ahead: readonly Bib[];
  readonly behind: readonly Bib[];
}

/** A hole that nobody disputes has 10 s; below 5 s it is none any more. */
const OPEN_S = 10;
const CLOSED_S = 5;

interface Log {
  readonly day: Day;
  readonly seconds: number;
  /** Second by second, all riders. */
  readonly places: Float32Array;
  readonly bunches: Int16Array;
}

const N = RIDERS.length;
const indexOf: ReadonlyMap<Bib, number> = new Map(RIDERS.map(([bib], i) => [String(bib), i]));

export function truth({ seed }: { readonly seed: number }): ScriptedTruth {
  const log = record(dayOf(seed));
  const { day } = log;
  const secondOf = (atMs: number) => Math.round((atMs - day.zeroMs) / 1000);
  return {
    fromMs: day.zeroMs,
    toMs: day.zeroMs + (log.seconds - 1) * 1000,
    placeM: (bib, atMs) => log.places[secondOf(atMs) * N + indexOf.get(bib)!] ?? Number.NaN,
    bunchesAt: (atMs) => bunchesAt(log, secondOf(atMs)),
    changes: changesOf(log).sort((a, b) => a.atMs - b.atMs),
  };
}

function record(day: Day): Log {
  const seconds = day.lastS + 1;
  const places = new Float32Array(seconds * N);
  const bunches = new Int16Array(seconds * N);
  for (const { atS, placeM, bunch } of ride(day)) {
    places.set(placeM, atS * N);
    bunches.set(bunch, atS * N);
  }
  return { day, seconds, places, bunches };
}

function bunchesAt({ day, places, bunches }: Log, atS: number): { id: string; bibs: Bib[] }[] {
  const inOrder = RIDERS.map(([bib], i) => ({
    bib: String(bib),
    placeM: places[atS * N + i]!,
    bunch: bunches[atS * N + i]!,
  })).sort((a, b) => b.placeM - a.placeM);
  const found = new Map<number, Bib[]>();
  for (const { bib, bunch } of inOrder) found.set(bunch, [...(found.get(bunch) ?? []), bib]);
  return [...found].map(([bunch, bibs]) => ({ id: day.plot.bunches[bunch]!.id, bibs }));
}

function changesOf(log: Log): Change[] {
  const { day } = log;
  return day.plot.bunches.flatMap(({ id, leaves, ends }) => {
    const { fromS, toS } = lifeOf(day, id);
    const found: (Change | null)[] = [];
    if (leaves) {
      const at = Math.ceil(fromS);
      const [own, other] = [ridersOf(log, id, at), ridersOf(log, leaves.from, at)];
      const [ahead, behind] = leaves.side === 'front' ? [own, other] : [other, own];
      found.push(change(log, 'split', id, ahead, behind, at, (hole) => hole > OPEN_S, 1));
    }
    if (ends) {
      const at = Math.floor(toS) - 1;
      const [own, other] = [ridersOf(log, id, at), ridersOf(log, ends.by, at)];
      const [ahead, behind] = ends.how === 'joins' ? [other, own] : [own, other];
      found.push(change(log, 'merge', id, ahead, behind, at, (hole) => hole >= CLOSED_S, -1));
    }
    return found.filter((one) => one !== null);
  });
}

/** Walks through time from a moment of the plot until the hole is as asked. */
function change(
  log: Log,
  kind: Change['kind'],
  bunch: string,
  ahead: readonly number[],
  behind: readonly number[],
  fromS: number,
  until: (holeS: number) => boolean,
  step: 1 | -1,
): Change | null {
  for (let s = fromS; s > 0 && s < log.seconds; s += step) {
    if (!until(holeS(log, ahead, behind, s))) continue;
    const place = Math.max(...behind.map((i) => log.places[s * N + i]!));
    const bibs = (riders: readonly number[]) => riders.map((i) => String(RIDERS[i]![0]));
    const atMs = log.day.zeroMs + s * 1000;
    return { kind, bunch, atMs, distanceM: place, ahead: bibs(ahead), behind: bibs(behind) };
  }
  return null;
}

/** Seconds between the last of one group and the first of the next, at the same point of the road. */
function holeS({ places }: Log, ahead: readonly number[], behind: readonly number[], atS: number): number {
  const first = Math.max(...behind.map((i) => places[atS * N + i]!));
  const last = ahead.reduce((a, b) => (places[atS * N + a]! < places[atS * N + b]! ? a : b));
  let s = atS;
  while (s > 0 && places[s * N + last]! > first) s -= 1;
  return s === atS ? 0 : atS - s;
}

function ridersOf({ day, bunches }: Log, id: string, atS: number): number[] {
  const bunch = day.plot.bunches.findIndex((one) => one.id === id);
  return RIDERS.map((_, i) => i).filter((i) => bunches[atS * N + i] === bunch);
}
