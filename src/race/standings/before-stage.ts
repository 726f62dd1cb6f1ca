import type { BeforeStageEvent, ClassificationEvent, Teller } from '../event.ts';
import { type Classified, type Jersey, jerseyKinds, type Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';

type Given = Partial<Classified & { readonly jerseys: readonly Jersey[] }>;

/** What each has told of the race before the stage. */
export type ToldBefore = ReadonlyMap<Teller, Given>;

export const nothingTold: ToldBefore = new Map();

/** Part by part: what one tells replaces what he told of it before, and nobody else's word. */
export function withTold(told: ToldBefore, { from, parts }: BeforeStageEvent): ToldBefore {
  const known = Object.entries({ ...told.get(from), ...parts }).filter(([, part]) => part !== null);
  return new Map(told).set(from, Object.fromEntries(known));
}

/** Who wears a jersey, by its kind; "" where nobody does. */
type Wearers = ReadonlyMap<string, Bib>;

/** The sheet with all that was told: a hand wins over a file, a file over a feed, anybody over what the sheet says. */
export function withBefore(sheet: Sheet, told: ToldBefore, wearers: Wearers): Sheet {
  const isTold = [...told.values()].some((parts) => Object.keys(parts).length > 0);
  if (!isTold && wearers.size === 0) return sheet;
  const classified = isTold ? withClassified(sheet, told) : sheet;
  return { ...classified, jerseys: wornIn(classified, told, wearers, isTold) };
}

function withClassified(sheet: Sheet, told: ToldBefore): Sheet {
  const of = <Part extends keyof Given>(part: Part): Given[Part] | undefined =>
    (['hand', 'file', 'feed'] as const).map((from) => told.get(from)?.[part]).find((one) => one !== undefined);
  const [points, mountain, teams] = [of('points'), of('mountain'), of('teams')];
  const totals = { ...sheet.totals, ...(points && { points }), ...(mountain && { mountain }), ...(teams && { teams }) };
  const young = of('young') ?? sheet.young;
  return {
    ...sheet,
    general: of('general') ?? sheet.general,
    ...(young && { young }),
    ...(Object.keys(totals).length > 0 && { totals }),
  };
}

/**
 * Who wears what: as a hand or a file says, as the sheet says, as the feed's lists say. Once classifications were told,
 * a jersey of which nobody says anything is worn by the first of its own who wears none that counts more (UCI 2.6.018).
 */
function wornIn(sheet: Sheet, told: ToldBefore, wearers: Wearers, isTold: boolean): Jersey[] {
  const said = [named(wearers, sheet), sheet.jerseys, told.get('feed')?.jerseys];
  const worn: Jersey[] = [];
  for (const kind of jerseyKinds) {
    if (wearers.get(kind) === '') continue;
    const word = said.flatMap((jerseys) => jerseys?.find((jersey) => jersey.kind === kind) ?? []).at(0);
    const bib = word?.bib ?? (isTold ? bestOf(kind, sheet, new Set(worn.map((jersey) => jersey.bib))) : undefined);
    if (bib !== undefined) worn.push({ kind, bib });
  }
  return worn;
}

/** Who is in the race: a number that nobody wears is no word. */
const named = (wearers: Wearers, { riders }: Sheet): Jersey[] =>
  jerseyKinds.flatMap((kind) => {
    const bib = wearers.get(kind);
    return bib !== undefined && riders.has(bib) ? [{ kind, bib }] : [];
  });

const bestOf = (kind: Jersey['kind'], sheet: Sheet, taken: ReadonlySet<Bib>): Bib | undefined =>
  (ranked(kind, sheet) ?? []).find(({ bib }) => sheet.riders.has(bib) && !taken.has(bib))?.bib;

function ranked(kind: Jersey['kind'], { general, young, totals }: Sheet): readonly { readonly bib: Bib }[] | undefined {
  if (kind === 'general') return general;
  return kind === 'young' ? young : totals?.[kind];
}

/** It is not the first day: the race has a past, whether or not all of it is known. */
export const isUnderWay = ({ general, totals }: Sheet): boolean => general.length > 0 || totals !== undefined;

/**
 * A list of which its source does not say the evening. Before anybody has finished it is how the race stood before the
 * stage. Afterwards it is today's, unless it says what was known before: sources send their last word again and again.
 */
export function dated(
  event: ClassificationEvent,
  told: ToldBefore,
  hasFinishers: boolean,
): ClassificationEvent | BeforeStageEvent | null {
  if (!hasFinishers) return asBefore(event);
  const now = entriesOf(event);
  return [...told.values()].some((parts) => isSame(now, parts[event.of] ?? [])) ? null : event;
}

/** A classification of a feed as how the race stood before a stage. */
export const asBefore = (event: ClassificationEvent): BeforeStageEvent => ({
  kind: 'before-stage',
  from: 'feed',
  parts: { [event.of]: entriesOf(event) } as BeforeStageEvent['parts'],
});

const entriesOf = ({ of, rows }: ClassificationEvent) =>
  of === 'general' || of === 'young'
    ? rows.map(({ bib, value }) => ({ bib, behindS: value }))
    : rows.map(({ bib, value }) => ({ bib, points: value }));

function isSame(now: readonly object[], before: readonly object[]): boolean {
  const said = (rows: readonly object[]) => JSON.stringify(rows.map(bare));
  return said(now) === said(before);
}

/** Without what breaks ties. */
const bare = (entry: { readonly bib?: Bib; readonly behindS?: number; readonly points?: number }) => [
  entry.bib,
  entry.behindS ?? entry.points,
];
