import fc from 'fast-check';
import type { SentGroup, SentRace } from '../../../src/race/sent/sent-race.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const bibs = fc.uniqueArray(fc.stringMatching(/^[0-9A-Za-zÀ-ž]{1,12}$/), { maxLength: 60 });
const text = fc.oneof(
  fc.constantFrom('', 'Roy', 'van der Hoeven', '  '),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);
const kinds = ['head', 'chasers', 'peloton', 'jersey', 'dropped', 'gruppetto'] as const;

/** Groups that share these bibs, the gaps of which grow from head to back. */
const groupsOf = (all: readonly string[]): fc.Arbitrary<SentGroup[]> =>
  fc
    .array(
      fc.record({
        name: maybe(text),
        kind: maybe(fc.constantFrom(...kinds)),
        count: fc.nat(30),
        more: fc.nat(180),
        behindS: maybe(fc.double({ min: 0, max: 3000, noNaN: true })),
        trendSPerMin: maybe(fc.double({ min: -600, max: 600, noNaN: true })),
        speedKph: maybe(fc.double({ min: 0, max: 120, noNaN: true })),
      }),
      { maxLength: 12 },
    )
    .map((drawn) => {
      const left = [...all];
      let gapS = 0;
      return drawn.flatMap(({ count, more, behindS, ...rest }, i): SentGroup[] => {
        const own = left.splice(0, count);
        if (own.length + more === 0) return [];
        gapS += i === 0 ? 0 : (behindS ?? 0);
        return [{ ...rest, bibs: own, riders: own.length + more, gapS: behindS === undefined ? undefined : gapS }];
      });
    });

/** Any race that a host may send, not only likely ones. */
export const sentRace: fc.Arbitrary<SentRace> = bibs
  .chain((all) =>
    fc.record({
      race: maybe(text),
      stage: maybe(text),
      lengthKm: maybe(fc.double({ min: 0, max: 400, noNaN: true })),
      kmToGo: maybe(fc.double({ min: 0, max: 400, noNaN: true })),
      elapsedS: maybe(fc.double({ min: 0, max: 40_000, noNaN: true })),
      groups: maybe(groupsOf(all)),
      riders: maybe(
        fc.array(fc.record({ bib: fc.constantFrom('7', ...all), name: text, team: maybe(text), nation: maybe(text) })),
      ),
      jerseys: maybe(fc.record({ general: maybe(fc.constantFrom('7', ...all)), young: maybe(fc.constantFrom('7')) })),
    }),
  )
  .map(({ groups, lengthKm, kmToGo, ...rest }) => ({
    ...rest,
    // The first one drawn may have been left out for want of riders.
    groups: groups?.map((group, i) => (i === 0 ? { ...group, gapS: undefined } : group)),
    lengthKm: lengthKm !== undefined && kmToGo !== undefined ? Math.max(lengthKm, kmToGo) : lengthKm,
    kmToGo,
  }));
