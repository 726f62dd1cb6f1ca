import type { Place } from '../place.ts';
import type { Reading } from '../units.ts';
import type { TimeTrialInput } from './input.ts';
import type { Run, RunStart } from './run.ts';

type Virtual = Pick<Run, 'virtualGap' | 'toBestFinisher' | 'toHotSeat'>;

export const noVirtual: Virtual = { virtualGap: null, toBestFinisher: null, toHotSeat: null };

interface Against {
  /** In the hot seat. */
  readonly holder: RunStart | null;
  /** The best of the others may be one whose start is an estimate. */
  readonly anyRecovered: boolean;
}

/** How a rider stands where he was at his last good fix: see `Run`. */
export function virtualOf(
  place: Place,
  start: RunStart,
  { holder, anyRecovered }: Against,
  input: TimeTrialInput,
): Virtual {
  const { records, finishers, timeAt } = input;
  const { bib, distanceM, tracker } = place;
  if (tracker !== 'live' && tracker !== 'late') return noVirtual;
  const passedMs = timeAt(bib, distanceM) ?? place.atMs;
  const elapsedMs = passedMs - start.startMs;
  if (elapsedMs <= 0) return noVirtual;
  const against = (otherMs: number | null, recovered: boolean): Reading | null =>
    otherMs === null || !(otherMs > 0)
      ? null
      : { value: (elapsedMs - otherMs) / 1000, atMs: passedMs, origin: recovered ? 'estimated' : 'gps' };
  const holderMs = holder && timeAt(holder.bib, distanceM);
  return {
    virtualGap: against(records.bestOfOthersMs(bib, distanceM), anyRecovered),
    toBestFinisher: against(finishers.bestOfOthersMs(bib, distanceM), anyRecovered),
    toHotSeat: holder && against(holderMs && holderMs - holder.startMs, start.recovered || holder.recovered),
  };
}
