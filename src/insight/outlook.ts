import type { Race } from '../race/race.ts';
import type { RoadTimes } from '../race/road-times.ts';
import type { Forecast } from './forecast.ts';
import type { Front } from './front.ts';
import type { GapToHead } from './gaps-past.ts';
import type { Hindsight } from './hindsight.ts';
import type { PastRaces } from './past.ts';
import type { PacedRoad } from './predict/pace.ts';

/** What a forecaster has to go by. */
export interface Outlook {
  readonly race: Race;
  /** Null where the engine has none to be read. */
  readonly times: RoadTimes | null;
  readonly past: PastRaces;
  readonly road: PacedRoad;
  /** That of the race first, then each group's from head to back. */
  readonly fronts: readonly Front[];
  readonly gapsPast: readonly GapToHead[];
  readonly hindsight: Hindsight;
  /** What was given out last under an id. */
  stands(id: string): Forecast | undefined;
}

/** Says of everything that it could forecast what it expects, or why it does not. */
export type Forecaster = (outlook: Outlook) => readonly Forecast[];
