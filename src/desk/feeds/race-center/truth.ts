import type { Bib } from '../../../race/units.ts';
import { bibOf, jsonOf, numberOf, recordOf, recordsOf } from '../json.ts';

/** What the organiser itself says of each rider: to measure the engine against, never to feed it. */
export interface Truth {
  readonly atMs: number;
  readonly riders: readonly {
    readonly bib: Bib;
    readonly kmToFinish: number | null;
    readonly secToFirstRider: number | null;
  }[];
}

/** Null when the frame carries no such values. */
export function readTruth(text: string): Truth | null {
  const data = recordOf(recordOf(jsonOf(text))?.data);
  const atS = numberOf(data?.TimeStamp);
  if (!data || atS === null) return null;
  const riders = recordsOf(data.Riders ?? []).flatMap((rider) => {
    const bib = bibOf(rider.Bib);
    const [kmToFinish, secToFirstRider] = [numberOf(rider.kmToFinish), numberOf(rider.secToFirstRider)];
    return bib === null || (kmToFinish === null && secToFirstRider === null)
      ? []
      : [{ bib, kmToFinish, secToFirstRider }];
  });
  return riders.length > 0 ? { atMs: atS * 1000, riders } : null;
}
