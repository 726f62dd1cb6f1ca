import type { LatLon } from '../../../race/course/projection.ts';
import type { Bib } from '../../../race/units.ts';
import { middleOf } from './plane.ts';

/** Long enough that each holds fixes of several riders, short enough for a bend. */
const CELL_M = 30;
/** Fewer riders are no middle of the road: the kilometres of one may stand still while he rides on. */
const LEAST_RIDERS = 3;
/** Who waits at the start, or at his bus, rides no road. */
const RIDING_KPH = 8;
/** Trackers are heard some way behind the start, and fall silent before the line. */
const LONGEST_END_M = 600;

/** A fix of which the source says how far it is to the finish. */
export interface FixByKilometre extends LatLon {
  readonly bib: Bib;
  readonly toGoKm: number;
  /** Null where nobody says. */
  readonly kph: number | null;
}

/** A road as riders ride it one by one, so that none of them is ahead of the others: by kilometres that they are told. */
export interface RoadByKilometre {
  note(fixes: readonly FixByKilometre[]): void;
  /**
   * The middle of the fixes of each stretch, in the order of the road, without its first metres and its last. The
   * kilometres only say which fixes lie on one stretch. Null where nobody was seen on so many metres in a row.
   */
  middles(lengthM: number, longestHoleM: number): readonly LatLon[] | null;
}

export function roadByKilometre(): RoadByKilometre {
  /** By their number from the finish, the first fix of each rider. */
  const cells = new Map<number, Map<Bib, LatLon>>();
  return {
    note(all) {
      for (const { bib, lat, lon, toGoKm, kph } of all) {
        if (kph !== null && kph < RIDING_KPH) continue;
        const cell = Math.floor((toGoKm * 1000) / CELL_M);
        const fixes = cells.get(cell) ?? new Map<Bib, LatLon>();
        if (fixes.size === 0) cells.set(cell, fixes);
        if (!fixes.has(bib)) fixes.set(bib, { lat, lon });
      }
    },
    middles(lengthM, longestHoleM) {
      const ridden = middlesOf(cells, lengthM);
      return isWhole(ridden, lengthM, longestHoleM) ? ridden.map(({ place }) => place) : null;
    },
  };
}

interface Middle {
  readonly alongM: number;
  readonly place: LatLon;
}

function middlesOf(cells: ReadonlyMap<number, ReadonlyMap<Bib, LatLon>>, lengthM: number): readonly Middle[] {
  return [...cells]
    .map(([cell, fixes]) => ({ alongM: lengthM - (cell + 0.5) * CELL_M, fixes: [...fixes.values()] }))
    .filter(({ alongM, fixes }) => fixes.length >= LEAST_RIDERS && alongM > CELL_M && alongM < lengthM - CELL_M)
    .sort((a, b) => a.alongM - b.alongM)
    .map(({ alongM, fixes }) => ({
      alongM,
      place: { lat: middleOf(fixes.map(({ lat }) => lat)), lon: middleOf(fixes.map(({ lon }) => lon)) },
    }));
}

const isWhole = (ridden: readonly Middle[], lengthM: number, longestHoleM: number): boolean =>
  ridden.length > 1 &&
  ridden[0]!.alongM <= LONGEST_END_M &&
  ridden.at(-1)!.alongM >= lengthM - LONGEST_END_M &&
  ridden.every(({ alongM }, i) => i === 0 || alongM - ridden[i - 1]!.alongM <= longestHoleM);
