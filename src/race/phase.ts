import type { Race } from './race.ts';
import type { RoadOrder } from './riders/road-order.ts';
import type { Runner } from './riders/runner.ts';
import { isAgainstClock, type Sheet } from './sheet.ts';

/** Riders gather at the start early; before this they are not racing, wherever they are. */
const EARLY_MS = 300_000;
/** Rolling, not gathering: this far from the beginning of the line. */
const ROLLING_M = 300;
/** GroupsPast km 0 by more than the noise of a field that waits there. */
const OFF_M = 100;
/** Whatever the clock says, a race that has come so far is on. */
const SURELY_M = 5000;

/** Against the clock nobody else may be on the road when one comes in. */
const isToCome = ({ status }: Runner): boolean => status === 'racing';

/** How far the race has come. It never goes back. */
export function phaseAt(before: Race['phase'], sheet: Sheet, field: RoadOrder, nowMs: number): Race['phase'] {
  const { rows, head } = field;
  if (!head) return before;
  // Who has finished comes first.
  const isOver = rows.at(-1)?.finished === true && !(isAgainstClock(sheet) && field.others.some(isToCome));
  if (before === 'finished' || isOver) return 'finished';
  const { startMs } = sheet.info;
  const started = startMs === null || nowMs >= startMs - EARLY_MS;
  if (before === 'racing' || head.distanceM > SURELY_M || (started && head.distanceM > OFF_M)) return 'racing';
  const beginM = sheet.course.line[0]!.distanceM;
  if (before === 'neutral' || (beginM < 0 && head.distanceM > beginM + ROLLING_M)) return 'neutral';
  return 'before';
}
