import type { BeforeStageEvent, StartOrderEvent } from '../race/event.ts';
import type { Sheet } from '../race/sheet.ts';
import type { Bib } from '../race/units.ts';
import { startListBibs } from './feeds/start-list-bibs.ts';

/** One sentence on those who were classified and are on no start list; empty where all are. */
export function strangersSaid(sheet: Sheet, before: BeforeStageEvent['parts']): string {
  const listed = startListBibs();
  listed({ kind: 'sheet', sheet });
  const told = listed({ kind: 'before-stage', from: 'file', parts: before });
  const lists: readonly (readonly object[] | null)[] = told.kind === 'before-stage' ? Object.values(told.parts) : [];
  const bibs = lists
    .flatMap((rows) => rows ?? [])
    .flatMap((row) => ('bib' in row && typeof row.bib === 'string' && !sheet.riders.has(row.bib) ? [row.bib] : []));
  return bibs.length > 0
    ? `the classification names ${named([...new Set(bibs)])}, who are not on the start list and were left out; check its numbers`
    : '';
}

/** One sentence on those who have a start time and are on no start list; empty where all are. */
export function strangersWithStart(sheet: Sheet, order: StartOrderEvent): string {
  const listed = startListBibs();
  listed({ kind: 'sheet', sheet });
  const told = listed(order);
  const starts = told.kind === 'start-order' ? told.starts : [];
  const bibs = starts.flatMap(({ bib }) => (sheet.riders.has(bib) ? [] : [bib]));
  return bibs.length > 0 ? `there are start times of ${named(bibs)}, not on the start list; check the numbers` : '';
}

const MOST_NAMED = 8;

const named = (bibs: readonly Bib[]): string => {
  const more = bibs.length > MOST_NAMED ? ` and ${bibs.length - MOST_NAMED} more` : '';
  return `${bibs.slice(0, MOST_NAMED).join(', ')}${more}`;
};
