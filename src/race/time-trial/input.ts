import type { Place } from '../place.ts';
import type { Passage } from '../riders/passage.ts';
import type { Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';
import type { RoadRecords } from './road-records.ts';
import type { RunStart } from './run.ts';

export interface TimeTrialInput {
  readonly sheet: Sheet;
  readonly atMs: number;
  readonly places: readonly Place[];
  readonly passages: readonly Passage[];
  /** Of all of whom it is known, in order of time. */
  readonly starts: readonly RunStart[];
  /** When a rider passed a point of the road, in ms on the clock of the race; null where not known. */
  readonly timeAt: (bib: Bib, distanceM: number) => number | null;
  /** The best times along the road, remembered between calls: one `roadRecords` for each course. */
  readonly records: RoadRecords;
  /** The same of those only who have finished. */
  readonly finishers: RoadRecords;
}
