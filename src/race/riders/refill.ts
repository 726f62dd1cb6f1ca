import type { Bib } from '../units.ts';
import { TOGETHER_S } from './earliest-times.ts';
import type { FirstTimes } from './first-times.ts';

/**
 * Enters all that was measured, after a row was taken out: rows hold a time for each cell, negative where estimated,
 * zero where not known. Who passed a cell later than somebody passed a farther one was not the front there.
 */
export function refill(firstTimes: FirstTimes, rows: ReadonlyMap<Bib, Float64Array>): void {
  const cells = [...rows.values()][0]?.length ?? 0;
  const latest = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  for (let cell = cells - 2; cell >= 0; cell -= 1) {
    latest[cell] = latest[cell + 1]!;
    for (const row of rows.values()) if (row[cell + 1]! > 0) latest[cell] = Math.min(latest[cell]!, row[cell + 1]!);
  }
  for (let cell = 0; cell < cells; cell += 1) {
    for (const [bib, row] of rows) {
      const time = row[cell]!;
      if (time > 0 && time < latest[cell]! + TOGETHER_S)
        firstTimes.passed(bib, cell, time, Math.abs(row[cell - 1] ?? 0));
    }
  }
}
