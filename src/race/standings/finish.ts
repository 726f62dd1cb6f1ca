import type { Mark } from '../course/course.ts';
import type { Place } from '../place.ts';
import { protectedFromM, withProtection } from '../rules/protection.ts';
import type { Rules } from '../rules/rules.ts';
import type { Bib, Origin } from '../units.ts';
import { type Arrived, type Ruled, ruledArrivals } from './bunches.ts';
import { byBib } from './by-bib.ts';
import type { Crossings } from './crossings.ts';
import type { StandingsInput } from './input.ts';
import type { ResultState } from './tables.ts';

/** A rider who has finished, in the order of the stage. */
export interface Finisher {
  readonly bib: Bib;
  /** As it counts for the general classification: whole seconds, unless given otherwise. */
  readonly gapS: number | null;
  /** As it was ridden. */
  readonly rawGapS: number | null;
  readonly origin: Origin;
  readonly state: ResultState;
}

export interface Arrivals {
  readonly finishers: readonly Finisher[];
  /** Place in the stage, from 1, of those who have finished. */
  readonly placeOf: ReadonlyMap<Bib, number>;
  /** By id of the group in which they came to the line: what they got, and when the last of them so far was seen. */
  readonly companies: ReadonlyMap<string, Company>;
  /** When the first and the last so far crossed the line; null before, and where only an order was given. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
}

interface Company {
  readonly gapS: number;
  readonly lastMs: number;
  readonly origin: Origin;
}

export const finishOf = (marks: readonly Mark[]): Mark | null => marks.find((mark) => mark.kind === 'finish') ?? null;

/**
 * Those who have crossed the finish of a road stage: the official result first, as far as it goes, then by time; who was
 * lapped and flagged off behind all who have more laps.
 */
export function roadArrivals(
  input: StandingsInput,
  crossings: Crossings,
  rules: Rules,
  classified: (bib: Bib) => boolean,
): Arrivals {
  const { type } = input.sheet.info;
  const known = arrivedOf(input, crossings).filter(({ bib }) => classified(bib));
  const arrived = ruledArrivals(known, rules.splitS[type], input.companyOf);
  const times = arrived.map(({ atMs }) => atMs);
  const firstMs = arrived[0] ? Math.min(...times) : null;
  const gapsS = withProtection(
    new Map(arrived.map(({ bib, gapS }) => [bib, gapS])),
    input.official.incidents,
    protectedFromM(input.sheet.course, type, rules.protection),
    rules.protection,
  );
  const timed = arrived.map(({ bib, origin, atMs }): Finisher => {
    const rawGapS = (atMs - firstMs!) / 1000;
    return { bib, gapS: gapsS.get(bib)!, rawGapS, origin, state: 'unofficial' };
  });
  const finishers = withOfficialResult(input, [...timed, ...lappedIn(input, classified)], classified);
  return {
    finishers,
    placeOf: placesIn(finishers),
    companies: companiesOf(arrived, input.companyOf),
    firstMs,
    lastMs: arrived[0] ? Math.max(...times) : null,
  };
}

export const placesIn = (finishers: readonly Finisher[]): Arrivals['placeOf'] =>
  new Map(finishers.map(({ bib }, index) => [bib, index + 1]));

function companiesOf(arrived: readonly Ruled[], companyOf: StandingsInput['companyOf']): ReadonlyMap<string, Company> {
  const companies = new Map<string, Company>();
  for (const { bib, atMs, origin, gapS } of arrived) {
    const id = companyOf(bib);
    if (id !== null) companies.set(id, { gapS, origin, lastMs: Math.max(companies.get(id)?.lastMs ?? atMs, atMs) });
  }
  return companies;
}

/** The official result goes first, in its own order; who is not in it follows in the order that we found. */
export function withOfficialResult(
  input: StandingsInput,
  timed: readonly Finisher[],
  classified: (bib: Bib) => boolean,
): readonly Finisher[] {
  const result = input.official.lines.get(finishOf(input.sheet.course.marks)?.id ?? '');
  if (!result) return timed;
  const rest = byBib(timed);
  const told = result.rows
    .filter(({ bib }) => classified(bib))
    .map(({ bib, behindS }): Finisher => {
      const ours = rest.get(bib);
      rest.delete(bib);
      const gapS = behindS ?? ours?.gapS ?? null;
      return {
        bib,
        gapS,
        rawGapS: ours?.rawGapS ?? gapS,
        origin: behindS === null && ours ? ours.origin : 'timed',
        state: result.state,
      };
    });
  return [...told, ...rest.values()];
}

/**
 * They have a place once nobody is on the road before them, in the order of the race. A time behind who has ridden
 * farther would be none.
 */
function lappedIn({ places }: StandingsInput, classified: (bib: Bib) => boolean): Finisher[] {
  return lappedOf(places)
    .filter(({ bib }) => classified(bib))
    .map(({ bib, finish }) => ({ bib, gapS: null, rawGapS: null, origin: finish!.origin, state: 'unofficial' }));
}

/** Who was flagged off and has a place by it. Places come in the order of the race. */
export function lappedOf(places: StandingsInput['places']): readonly Place[] {
  const lapped = places.filter(({ status, lapsDown }) => status === 'finished' && lapsDown > 0);
  if (lapped.length === 0) return lapped;
  const firstRiding = places.findIndex(({ status, rank }) => status === 'racing' && rank !== null);
  return firstRiding < 0 || places.indexOf(lapped[0]!) < firstRiding ? lapped : [];
}

/** Of all laps: by time, photo-finish order where the time is the same; then those whose arrival is known otherwise. */
function arrivedOf({ sheet, places }: StandingsInput, crossings: Crossings): Arrived[] {
  const arrived = new Map<Bib, Arrived>();
  const lapped = new Set(places.filter(({ lapsDown }) => lapsDown > 0).map(({ bib }) => bib));
  for (const passage of crossings.get(finishOf(sheet.course.marks)?.id ?? '') ?? []) {
    if (!arrived.has(passage.bib) && !lapped.has(passage.bib)) arrived.set(passage.bib, passage);
  }
  for (const { bib, finish } of places)
    if (finish && !arrived.has(bib) && !lapped.has(bib)) arrived.set(bib, { bib, ...finish });
  return [...arrived.values()].sort((a, b) => a.atMs - b.atMs);
}
