import type { Run, TeamRun, TimeTrial } from './run.ts';

/** In the seat since he crossed the line: nobody has been faster after him. */
export function hotSeatOf(runs: readonly Run[]): TimeTrial['hotSeat'] {
  const best = fastest(runs);
  return best && { bib: best.bib, sinceMs: Math.round(best.startMs + best.finishS! * 1000) };
}

export function teamHotSeat(teams: readonly TeamRun[], runs: readonly Run[]): TimeTrial['hotSeat'] {
  const best = fastest(teams);
  const clock = best && runs.find(({ finishS, startMs }) => finishS === best.finishS && startMs === best.startMs);
  return clock ? { bib: clock.bib, sinceMs: Math.round(best.startMs + best.finishS! * 1000) } : null;
}

/** The same time: the one who set it first keeps the seat. */
function fastest<T extends { readonly finishS: number | null; readonly startMs: number }>(
  runs: readonly T[],
): T | null {
  const finished = runs.filter(({ finishS }) => finishS !== null);
  return finished.reduce<T | null>((best, run) => (best && best.finishS! <= run.finishS! ? best : run), null);
}
