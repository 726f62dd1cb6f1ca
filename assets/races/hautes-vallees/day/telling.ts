import type { Bunch, BunchEnding, PlotChoice, Waypoint } from './plot.ts';

/** Moves a moment by the luck of the day: `shift(3)` is some part of a kilometre, another for each key. */
export type Shift = (key: number, byKm?: number) => number;

/** How far behind the tail a dropped bunch soon is: it sits up, and everybody can see that it is gone. */
const GONE = { afterKm: 0.4, gapS: 28 };

/** `'23: 105, 31: 168'`: at kilometre 23 the gap is 105 s, and so on; `rope` stretches them all. */
export function gaps(to: string, table: string, rope = 1): Waypoint[] {
  return table.split(',').map((entry) => {
    const [km, gapS] = entry.split(':').map(Number);
    return { km: km!, to, gapS: gapS! * rope };
  });
}

export const weakest = (count: number): PlotChoice => ({ by: 'weakest', count });
export const joins = (by: string, km: number): BunchEnding => ({ how: 'joins', by, km });
export const caught = (by: string, km: number): BunchEnding => ({ how: 'caught', by, km });

interface Telling {
  readonly from: string;
  readonly km: number;
  readonly who: PlotChoice;
  readonly path?: readonly Waypoint[];
  /** Left out when the bunch rides to the finish. */
  readonly ends?: BunchEnding;
}

export const attacks = (id: string, { from, km, who, path = [], ends }: Telling): Bunch => ({
  id,
  leaves: { from, km, side: 'front', who, stopS: 0 },
  path,
  ends: ends ?? null,
});

export const dropped = (id: string, { from, km, who, path = [], ends }: Telling): Bunch => ({
  id,
  leaves: { from, km, side: 'back', who, stopS: 0 },
  path: [{ km: km + GONE.afterKm, to: from, gapS: GONE.gapS }, ...path],
  ends: ends ?? null,
});

export const stops = (id: string, stopS: number, { from, km, who, path = [], ends }: Telling): Bunch => ({
  id,
  leaves: { from, km, side: 'middle', who, stopS },
  path,
  ends: ends ?? null,
});
