import type { RoadNode } from '../road.ts';
import { drift } from './chance.ts';

/** One point every 10 m of the road book, from `fromM`. */
export interface RoadLine {
  readonly fromM: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

export const STEP_M = 10;
/** The road goes on before its first place, where the field lines up, and behind the finish, where it rolls out. */
export const LEAD_IN_M = 300;
export const RUN_OUT_M = 500;

const M_PER_DEG = 111_195;
/** The road is no part of the day's chance. Of forty shapes tried, the one that keeps farthest from itself: 90 m. */
const SHAPE = 6;
const TAPER_M = 120;

/**
 * A road through the places whose length between two of them is exactly the road book's. Its heading swings about the
 * straight way like a meander (Langbein and Leopold's sine-generated curve), squarer the more the road must climb to
 * and fro; the swing is found by bisection.
 */
export function windRoad(nodes: readonly RoadNode[]): RoadLine {
  const lat = [nodes[0]![1]];
  const lon = [nodes[0]![2]];
  for (let i = 0; i + 1 < nodes.length; i += 1) leg(lat, lon, nodes[i]!, nodes[i + 1]!, i);
  return {
    fromM: nodes[0]![3] * 1000 - LEAD_IN_M,
    lat: Float64Array.from(rounded(lengthened(lat))),
    lon: Float64Array.from(rounded(lengthened(lon))),
  };
}

/** Adds the way from the last point, which is place `a`, to place `b`. */
function leg(lat: number[], lon: number[], a: RoadNode, b: RoadNode, key: number): void {
  const degPerM = 1 / M_PER_DEG;
  const lonDegPerM = degPerM / Math.cos(((a[1] + b[1]) / 2) * (Math.PI / 180));
  const east = (b[2] - a[2]) / lonDegPerM;
  const north = (b[1] - a[1]) / degPerM;
  const chordM = Math.hypot(east, north);
  const lengthM = (b[3] - a[3]) * 1000;
  if (lengthM < chordM) throw new Error(`the road from ${a[0]} to ${b[0]} is shorter than the straight way`);
  const headings = headingsOf(lengthM, a[4], lengthM / chordM, key);
  const swing = swingFor(headings, chordM);
  const turn = Math.atan2(north, east) - reach(headings, swing).heading;
  for (const heading of headings) {
    lon.push(lon.at(-1)! + STEP_M * lonDegPerM * Math.cos(turn + swing * heading));
    lat.push(lat.at(-1)! + STEP_M * degPerM * Math.sin(turn + swing * heading));
  }
}

/** By bisection: the more it swings, the shorter it reaches. */
function swingFor(headings: readonly number[], chordM: number): number {
  let low = 0;
  let high = 2.1;
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (reach(headings, middle).lengthM > chordM) low = middle;
    else high = middle;
  }
  return low;
}

/** The swing of the road at each step, between -1 and 1. */
function headingsOf(lengthM: number, bendM: number, ratio: number, key: number): number[] {
  const sharpness = 0.6 + 4 * Math.min(1, Math.max(0, (ratio - 1.25) / 1.5));
  let phase = 0;
  return Array.from({ length: Math.round(lengthM / STEP_M) }, (_, i) => {
    const atM = (i + 0.5) * STEP_M;
    phase += ((2 * Math.PI * STEP_M) / bendM) * (1 + 0.22 * drift(SHAPE, key, atM / bendM));
    const taper = Math.min(1, atM / TAPER_M, (lengthM - atM) / TAPER_M);
    const swing = Math.tanh(sharpness * Math.sin(phase)) / Math.tanh(sharpness);
    return taper * (swing + 0.12 * drift(SHAPE, key + 100, atM / 170));
  });
}

function reach(headings: readonly number[], swing: number): { lengthM: number; heading: number } {
  let x = 0;
  let y = 0;
  for (const heading of headings) {
    x += STEP_M * Math.cos(swing * heading);
    y += STEP_M * Math.sin(swing * heading);
  }
  return { lengthM: Math.hypot(x, y), heading: Math.atan2(y, x) };
}

/** Straight on at both ends. */
function lengthened(values: readonly number[]): number[] {
  const n = values.length - 1;
  const before = (values[3]! - values[0]!) / 3;
  const after = (values[n]! - values[n - 3]!) / 3;
  const leadIn = Array.from({ length: LEAD_IN_M / STEP_M }, (_, i) => values[0]! - (LEAD_IN_M / STEP_M - i) * before);
  const runOut = Array.from({ length: RUN_OUT_M / STEP_M }, (_, i) => values[n]! + (i + 1) * after);
  return [...leadIn, ...values, ...runOut];
}

/** Takes the edge off the corners: the mean of five points. */
const rounded = (values: readonly number[]): number[] =>
  values.map((value, i) =>
    i < 2 || i > values.length - 3
      ? value
      : (values[i - 2]! + values[i - 1]! + value + values[i + 1]! + values[i + 2]!) / 5,
  );
