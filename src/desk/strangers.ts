import type { BeforeStageEvent } from '../race/event.ts';
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
  return bibs.length > 0 ? sentenceOf([...new Set(bibs)]) : '';
}

const MOST_NAMED = 8;

const sentenceOf = (bibs: readonly Bib[]): string => {
  const more = bibs.length > MOST_NAMED ? ` and ${bibs.length - MOST_NAMED} more` : '';
  return `the classification names ${bibs.slice(0, MOST_NAMED).join(', ')}${more}, who are not on the start list and were left out; check its numbers`;
};
