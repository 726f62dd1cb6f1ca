import type { PassingsEvent } from '../../src/race/event.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { course } from './race.ts';

/** 8 km of road to the line, a sprint half-way. */
export const crossedRoad = course({
  lengthKm: 8,
  anchors: [],
  line: eastward(8).map((p) => ({ ...p, altitudeM: null })),
  elevation: [],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 4 }],
});

export const told = (
  origin: PassingsEvent['origin'],
  mark: string,
  bib: string,
  atMs: number | null,
  lap?: number,
): PassingsEvent => ({ kind: 'passings', origin, passings: [{ bib, mark, atMs, ...(lap !== undefined && { lap }) }] });
