import type { StartOrderEvent, Teller } from '../event.ts';
import type { Sheet } from '../sheet.ts';
import { type Bib, compareBibs } from '../units.ts';
import type { RunStart } from './run.ts';

/** What was told of start times, by who told it. */
export type StartsTold = Readonly<Record<Teller, ReadonlyMap<Bib, number>>>;

export const noStartsTold: StartsTold = { hand: new Map(), file: new Map(), feed: new Map() };

/** A list of a feed or a file takes the place of the one before; a hand tells one rider after the other, and nobody to take all back. */
export function withStarts(told: StartsTold, { from, starts }: StartOrderEvent): StartsTold {
  const times = new Map(from === 'hand' && starts.length > 0 ? told.hand : []);
  for (const { bib, startMs } of starts) {
    if (startMs === null) times.delete(bib);
    else times.set(bib, startMs);
  }
  return { ...told, [from]: times };
}

/**
 * The start of each rider of whom it is known, in order of time. A list of the feed takes the place of the sheet's; a
 * file and then a hand win over it rider by rider; what was only recovered comes last.
 */
export function startTimes(sheet: Sheet, told: StartsTold, recovered: ReadonlyMap<Bib, number>): readonly RunStart[] {
  const planned = told.feed.size > 0 ? told.feed : new Map((sheet.starts ?? []).map((one) => [one.bib, one.startMs]));
  const starts: RunStart[] = [];
  for (const bib of sheet.riders.keys()) {
    const toldMs = told.hand.get(bib) ?? told.file.get(bib) ?? planned.get(bib);
    const startMs = toldMs ?? recovered.get(bib);
    if (startMs !== undefined) starts.push({ bib, startMs, recovered: toldMs === undefined });
  }
  return starts.sort((a, b) => a.startMs - b.startMs || compareBibs(a.bib, b.bib));
}
