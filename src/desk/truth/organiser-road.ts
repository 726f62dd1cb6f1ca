import type { Bib } from '../../race/units.ts';

/**
 * When the organiser's own riders passed each point of the road, by his own distances alone: what is shown is measured
 * against it. His times behind the first are not used: they err by 2 to 10 s on hills.
 */
export interface OrganiserRoad {
  /** A frame: distance from km 0 of each rider, in metres. */
  note(atMs: number, riders: readonly { readonly bib: Bib; readonly distanceM: number }[]): void;
  /**
   * The riders of the newest frame from head to back, each with the seconds since the first passed where he is; without
   * those who are not yet where the first was in the first frame.
   */
  order(): readonly OrganiserGap[];
  /** When a rider passed a distance; null where that is not known. */
  passedMs(bib: Bib, distanceM: number): number | null;
}

export interface OrganiserGap {
  readonly bib: Bib;
  readonly distanceM: number;
  readonly gapS: number;
}

const STEP_M = 50;
const FASTEST_MPS = 33.3;
/** Distances step back by so much, and more than that is wrong, until it has been said so often. */
const BACK_M = 40;
const INSISTED = 4;
/** Between two distances farther apart in time than this nobody knows when a point was passed. */
const LONGEST_S = 60;
/** As in the engine: where three pass so close together, the second tells the time, or one wrong tracker would rule. */
const TOGETHER_MS = 3000;

interface Row {
  distanceM: number;
  atMs: number;
  refused: number;
  readonly passedMs: Float64Array;
}

export function organiserRoad(lengthM: number): OrganiserRoad {
  const cells = Math.floor(lengthM / STEP_M) + 2;
  const rows = new Map<Bib, Row>();
  const earliest = [0, 1, 2].map(() => new Float64Array(cells).fill(Number.POSITIVE_INFINITY));
  let newest: { readonly bib: Bib; readonly distanceM: number }[] = [];
  let newestMs = Number.NEGATIVE_INFINITY;
  /** Where the first was when the history begins: who is farther back has nobody to be measured from. */
  let beginM = Number.NaN;

  const enter = (cell: number, atMs: number): void => {
    let late = atMs;
    for (const row of earliest) {
      if (late >= row[cell]!) continue;
      [late, row[cell]] = [row[cell]!, late];
    }
  };
  const frontMs = (distanceM: number): number => {
    const at = distanceM / STEP_M;
    const low = Math.floor(at);
    const [a, b] = [low, low + 1].map((cell) => {
      const [first, second, third] = earliest.map((row) => row[cell] ?? Number.POSITIVE_INFINITY) as [
        number,
        number,
        number,
      ];
      return third - first < TOGETHER_MS ? second : first;
    }) as [number, number];
    return Number.isFinite(b) ? a + (at - low) * (b - a) : a;
  };
  const pass = (row: Row, distanceM: number, atMs: number): void => {
    const seconds = (atMs - row.atMs) / 1000;
    if (seconds <= 0 || seconds > LONGEST_S) return;
    const [from, to] = [row.distanceM / STEP_M, distanceM / STEP_M];
    for (let cell = Math.ceil(from); cell <= to && cell < cells; cell += 1) {
      if (cell < 0 || row.passedMs[cell] !== 0 || to === from) continue;
      row.passedMs[cell] = row.atMs + ((cell - from) / (to - from)) * (atMs - row.atMs);
      enter(cell, row.passedMs[cell]!);
    }
  };
  /** Where he is believed to be; null for a distance that nobody could have ridden. */
  const believed = (bib: Bib, distanceM: number, atMs: number): number | null => {
    const row = rows.get(bib);
    if (!row) {
      rows.set(bib, { distanceM, atMs, refused: 0, passedMs: new Float64Array(cells) });
      return distanceM;
    }
    const isLeap = distanceM - row.distanceM > (FASTEST_MPS * (atMs - row.atMs)) / 1000 + BACK_M;
    if (isLeap || distanceM < row.distanceM - BACK_M) {
      row.refused += 1;
      if (row.refused >= INSISTED) Object.assign(row, { distanceM, atMs, refused: 0 });
      return null;
    }
    const onM = Math.max(distanceM, row.distanceM);
    pass(row, onM, atMs);
    Object.assign(row, { distanceM: onM, atMs, refused: 0 });
    return onM;
  };

  return {
    note(atMs, riders) {
      newestMs = atMs;
      if (Number.isNaN(beginM) && riders.length > 0) beginM = Math.max(...riders.map(({ distanceM }) => distanceM));
      newest = riders.flatMap(({ bib, distanceM }) => {
        const placeM = believed(bib, distanceM, atMs);
        return placeM === null ? [] : [{ bib, distanceM: placeM }];
      });
    },
    order() {
      const known = newest.flatMap(({ bib, distanceM }) => {
        const firstMs = frontMs(distanceM);
        return distanceM >= beginM && Number.isFinite(firstMs)
          ? [{ bib, distanceM, gapS: Math.max(0, (newestMs - firstMs) / 1000) }]
          : [];
      });
      return known.sort((a, b) => a.gapS - b.gapS || b.distanceM - a.distanceM);
    },
    passedMs(bib, distanceM) {
      const row = rows.get(bib);
      const at = distanceM / STEP_M;
      const [a, b] = [row?.passedMs[Math.floor(at)] ?? 0, row?.passedMs[Math.floor(at) + 1] ?? 0];
      if (a === 0) return null;
      return b === 0 ? a : a + (at - Math.floor(at)) * (b - a);
    },
  };
}

/** A hole of more than 8 s parts two groups. */
const APART_S = 8;

/** The groups of the organiser's own riders, head to back. */
export function organiserGroups(order: readonly OrganiserGap[]): OrganiserGap[][] {
  const groups: OrganiserGap[][] = [];
  order.forEach((one, i) => {
    if (i === 0 || one.gapS - order[i - 1]!.gapS > APART_S) groups.push([one]);
    else groups.at(-1)!.push(one);
  });
  return groups;
}
