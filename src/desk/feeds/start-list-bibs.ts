import type { KitsEvent, OverrideEvent, RaceEvent } from '../../race/event.ts';
import { subjectOf } from '../../race/overrides/override.ts';
import type { Sheet } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';

/**
 * Sources write one number in several ways. What is on the start list exactly is meant exactly; else "1" means the one
 * rider who is listed as "001", and the other way round. Gives the event with its bibs as the start list has them.
 */
export function startListBibs(): (event: RaceEvent) => RaceEvent {
  let listed: Listed = (bib) => bib;
  return (event) => {
    if (event.kind === 'sheet') listed = listedBy([...event.sheet.riders.keys()]);
    return rewritten(event, listed);
  };
}

type Listed = (bib: Bib) => Bib;

/** The same number as figures, however many zeros stand before them; null for what is more than a number. */
const figuresOf = (bib: Bib): string | null => /^0*(\d+)$/.exec(bib)?.[1] ?? null;

function listedBy(bibs: readonly Bib[]): Listed {
  const exact = new Set(bibs);
  const byFigures = new Map<string, Bib | null>();
  for (const bib of bibs) {
    const figures = figuresOf(bib);
    // Two who differ only in their zeros: neither is meant by a third way to write it.
    if (figures !== null) byFigures.set(figures, byFigures.has(figures) ? null : bib);
  }
  return (bib) => (exact.has(bib) ? bib : (byFigures.get(figuresOf(bib) ?? '') ?? bib));
}

function rewritten(event: RaceEvent, listed: Listed): RaceEvent {
  switch (event.kind) {
    case 'sheet':
      return { ...event, sheet: sheetOf(event.sheet, listed) };
    case 'before-stage':
      return { ...event, parts: partsOf(event.parts, listed) };
    case 'kits':
      return event.jerseys ? { ...event, jerseys: wearersOf(event.jerseys, listed) } : event;
    case 'positions':
      return { ...event, samples: rowsOf(event.samples, listed) };
    case 'passings':
      return { ...event, passings: rowsOf(event.passings, listed) };
    case 'official-groups':
      return { ...event, groups: event.groups.map((group) => ({ ...group, bibs: group.bibs.map(listed) })) };
    case 'line-result':
      return { ...event, rows: rowsOf(event.rows, listed) };
    case 'classification':
      return { ...event, rows: rowsOf(event.rows, listed) };
    case 'start-order':
      return { ...event, starts: rowsOf(event.starts, listed) };
    case 'override':
      return { ...event, says: event.says.map((one) => saidOf(one, listed)) };
    case 'rider-status':
    case 'time-penalty':
    case 'incident':
      return { ...event, bib: listed(event.bib) };
    case 'lap-known':
      return event.bib === null ? event : { ...event, bib: listed(event.bib) };
    case 'slate-line':
      return event.told ? { ...event, told: { ...event.told, bibs: event.told.bibs.map(listed) } } : event;
    case 'confirm':
    case 'dismiss':
      return { ...event, first: event.first.map(listed) };
    case 'race-radio':
    case 'clock-moved':
    case 'camera':
      return event;
  }
}

/** A path or a value that is a number is that of the list. */
function saidOf({ path, value }: OverrideEvent['says'][number], listed: Listed): OverrideEvent['says'][number] {
  const subject = subjectOf(path);
  if (subject?.of === 'rider') return { path: `rider/${listed(subject.bib)}/${subject.field}`, value };
  return { path, value: subject?.of === 'jersey' && value ? listed(value) : value };
}

const wearersOf = (jerseys: NonNullable<KitsEvent['jerseys']>, listed: Listed): KitsEvent['jerseys'] =>
  Object.fromEntries(Object.entries(jerseys).map(([kind, bib]) => [kind, bib && listed(bib)]));

/** Itself where nothing is to be rewritten: a frame of all trackers comes every second. */
function rowsOf<T extends { readonly bib: Bib }>(rows: readonly T[], listed: Listed): readonly T[] {
  return rows.every(({ bib }) => listed(bib) === bib) ? rows : rows.map((row) => ({ ...row, bib: listed(row.bib) }));
}

function sheetOf(sheet: Sheet, listed: Listed): Sheet {
  const { jerseys, general, totals, starts, young } = sheet;
  return {
    ...sheet,
    ...partsOf({ jerseys, general, young }, listed),
    ...(totals && { totals: { ...totals, ...partsOf({ points: totals.points, mountain: totals.mountain }, listed) } }),
    ...(starts && { starts: rowsOf(starts, listed) }),
  } as Sheet;
}

/** Lists of riders under names of their own; what is no list of riders is as it was. */
function partsOf<T extends object>(parts: T, listed: Listed): T {
  const isOfRiders = (part: unknown): part is readonly { readonly bib: Bib }[] =>
    Array.isArray(part) && part.every((row) => 'bib' in row);
  const entries = Object.entries(parts).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.map(([name, part]) => [name, isOfRiders(part) ? rowsOf(part, listed) : part])) as T;
}
