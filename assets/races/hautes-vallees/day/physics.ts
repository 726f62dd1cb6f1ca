import { STEP_M } from './line.ts';
import type { Road } from './road.ts';

/**
 * Martin et al. 1998: P·η = v[m g sinθ + m g Crr cosθ + ½ρ CdA (v+w)|v+w|]. All figures per kilogram of rider and
 * bicycle, for a rider of 68 kg on a bicycle of 8 kg.
 */
const EFFICIENCY = 0.976;
const ROLLING = 0.004;
const GRAVITY = 9.81;
const MASS_KG = 76;
const RIDER_KG = 68;
const DRAG_AREA_M2 = 0.3;
/** The wheels turn too: 1 to 2 % more inertia than the mass alone. */
const INERTIA = 1.015;
const WALKING_PACE = 1.5;

/** What a rider adds to gravity on this slope, as a share of what he gives on a climb. */
const EFFORTS: readonly (readonly [slope: number, share: number])[] = [
  [-0.06, 0.08],
  [-0.035, 0.5],
  [-0.012, 0.95],
  [0, 1],
];

/** Drag of a group as a whole, of one rider alone: those in front take turns. */
const SHELTER: readonly (readonly [riders: number, share: number])[] = [
  [1, 1],
  [2, 0.84],
  [4, 0.75],
  [8, 0.68],
  [20, 0.6],
  [80, 0.53],
];

export const shelter = (riders: number): number => readTable(SHELTER, riders);

/** Density of the air, kg/m³, on a day of 22 °C in the valley. */
const airDensity = (altitudeM: number): number => 1.225 * Math.exp(-altitudeM / 8500) * (288 / 295);

/** What the road does to whoever rides it, cell by cell, per kilogram: worked out once, it is asked a million times. */
export interface Resistance {
  /** Of a watt per kilogram of rider, what arrives at the wheel. */
  readonly drive: Float64Array;
  readonly gravity: Float64Array;
  /** Times the square of the speed of the air. */
  readonly air: Float64Array;
  readonly headwind: Float64Array;
  readonly limit: Float64Array;
}

export function resistanceOf({ slope, altitudeM, headwind, limit }: Road): Resistance {
  return {
    drive: slope.map((rise) => readTable(EFFORTS, rise) * (RIDER_KG / MASS_KG) * EFFICIENCY),
    gravity: slope.map((rise) => (GRAVITY * (rise + ROLLING)) / Math.hypot(1, rise)),
    air: altitudeM.map((m) => (0.5 * airDensity(m) * DRAG_AREA_M2) / MASS_KG),
    headwind,
    limit,
  };
}

/** Speed one cell later, in m/s, for a power in watts per kilogram of rider. */
export function roll(on: Resistance, cell: number, speed: number, wattsPerKg: number, drag: number): number {
  const air = speed + on.headwind[cell]!;
  const against = on.gravity[cell]! + on.air[cell]! * drag * air * Math.abs(air);
  const power = wattsPerKg * on.drive[cell]!;
  /** At a walking pace one cell is too long a step: its power would overshoot. */
  const steps = speed < 6 ? 2 : 1;
  let squared = speed * speed;
  for (let k = 0; k < steps; k += 1) {
    const force = power / Math.max(Math.sqrt(squared), WALKING_PACE) - against;
    squared = Math.max(WALKING_PACE ** 2, squared + (2 * STEP_M * force) / steps / INERTIA);
  }
  return Math.min(Math.sqrt(squared), on.limit[cell]!);
}

function readTable(table: readonly (readonly [number, number])[], at: number): number {
  let i = 0;
  while (i + 2 < table.length && table[i + 1]![0] < at) i += 1;
  const [a, b] = [table[i]!, table[i + 1]!];
  const t = Math.min(1, Math.max(0, (at - a[0]) / (b[0] - a[0])));
  return a[1] + t * (b[1] - a[1]);
}
