import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Passage } from '../../../src/race/riders/passage.ts';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import { prizesOf } from '../../../src/race/rules/prizes.ts';
import type { StandingsInput } from '../../../src/race/standings/input.ts';
import { rate, standings } from '../../../src/race/standings/standings.ts';
import { course, place, riders, START_MS, sheet } from '../../support/race.ts';
import { onRoad, standingsInput } from '../../support/standings.ts';

const BIBS = [...riders(24).keys()];
const climbing = course({
  elevation: [{ km: 0, altitudeM: 200 }],
  climbs: [{ name: 'Col des Tests', category: 'HC', summitKm: 80, lengthKm: 8, gradientPct: 7, altitudeM: 1500 }],
});
const FINISH = climbing.marks.find(({ kind }) => kind === 'finish')!.id;

/** A race at any moment: groups on the road, riders who have finished, have gone home or are not seen. */
const anyRace: fc.Arbitrary<StandingsInput> = fc
  .record({
    order: fc.shuffledSubarray(BIBS, { minLength: BIBS.length }),
    finished: fc.integer({ min: 0, max: 24 }),
    sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 5 }),
    gapsS: fc.array(fc.integer({ min: 5, max: 900 }), { minLength: 5, maxLength: 5 }),
    arrivalsMs: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 24, maxLength: 24 }),
    sprinters: fc.shuffledSubarray(BIBS),
    behindS: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 24, maxLength: 24 }),
    gone: fc.subarray(BIBS, { maxLength: 4 }),
  })
  .map(({ order, finished, sizes, gapsS, arrivalsMs, sprinters, behindS, gone }) => {
    const atMs = START_MS + 1_800_000;
    const arrivals = arrivalsMs.slice(0, finished).sort((a, b) => a - b);
    const rest = order.slice(finished);
    const increasing = gapsS.toSorted((a, b) => a - b);
    const road = onRoad(...sizes.map((size, i) => [i === 0 ? 0 : increasing[i]!, rest.splice(0, size)] as const));
    const passage = (mark: string, bib: string, rank: number, ms: number): Passage => ({
      mark,
      bib,
      rank,
      atMs: atMs - 100_000 + ms,
      origin: 'timed',
      lap: 1,
      bracketS: 0,
    });
    const others = [...order.slice(0, finished), ...rest].map((bib) => place(bib));
    const places = [...road.places, ...others].map((one) =>
      gone.includes(one.bib) ? { ...one, status: 'abandoned' as const, rank: null } : one,
    );
    return standingsInput({
      sheet: sheet({
        riders: riders(24),
        course: climbing,
        rules: tour2023,
        general: BIBS.map((bib, i) => ({ bib, behindS: behindS[i]! })).sort((a, b) => a.behindS - b.behindS),
        totals: { points: [], mountain: [], teams: [] },
      }),
      ...road,
      places,
      atMs,
      passages: [
        ...sprinters.map((bib, i) => passage(climbing.marks.find(({ kind }) => kind === 'sprint')!.id, bib, i + 1, i)),
        ...sprinters.map((bib, i) => passage(climbing.marks.find(({ kind }) => kind === 'summit')!.id, bib, i + 1, i)),
        ...arrivals.map((ms, i) => passage(FINISH, order[i]!, i + 1, ms)),
      ],
    });
  });

const ranks = (rows: readonly { readonly rank: number }[]) => rows.map(({ rank }) => rank);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

it('ranks count from 1 without holes, and nobody stands twice', () => {
  fc.assert(
    fc.property(anyRace, (input) => {
      const result = standings(input);
      for (const of of ['stage', 'general', 'young', 'points', 'mountain'] as const) {
        const rows = result[of];
        expect(ranks(rows)).toEqual(upTo(rows.length));
        expect(new Set(rows.map(({ bib }) => bib)).size).toBe(rows.length);
      }
      expect(ranks(result.teams)).toEqual(upTo(result.teams.length));
    }),
  );
});

it('every rider of the race is classified or named as unplaced', () => {
  fc.assert(
    fc.property(anyRace, (input) => {
      const { general, unplaced } = standings(input);
      const racing = input.places.filter(({ status }) => status !== 'abandoned').map(({ bib }) => bib);
      expect([...general.map(({ bib }) => bib), ...unplaced].sort()).toEqual(racing.sort());
    }),
  );
});

it('gaps never fall in the order of a classification, and places won and lost balance', () => {
  fc.assert(
    fc.property(anyRace, (input) => {
      const { stage, general, teams, points } = standings(input);
      const finished = stage.filter(({ state }) => state !== 'live').map(({ gapS }) => gapS!);
      for (const gaps of [finished, general.map(({ behindS }) => behindS), teams.map(({ behindS }) => behindS)]) {
        expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
        expect(gaps[0] ?? 0).toBe(0);
      }
      expect(points.map((row) => row.points)).toEqual(points.map((row) => row.points).toSorted((a, b) => b - a));
      expect(general.reduce((sum, { moved }) => sum + moved, 0)).toBe(0);
    }),
  );
});

it('a better time never ranks worse: taking seconds off a rider never costs him a place', () => {
  fc.assert(
    fc.property(anyRace, fc.constantFrom(...BIBS), fc.integer({ min: 0, max: 30 }), (input, bib, seconds) => {
      const rankOf = (one: StandingsInput) => standings(one).general.find((row) => row.bib === bib)?.rank ?? 0;
      const penalised = { ...input, official: { ...input.official, penaltiesS: new Map([[bib, seconds]]) } };
      expect(rankOf(input)).toBeLessThanOrEqual(rankOf(penalised));
    }),
  );
});

it('a line gives its scale to those who crossed it, no more and no less', () => {
  fc.assert(
    fc.property(anyRace, (input) => {
      for (const { mark, rows } of standings(input).lines) {
        const line = climbing.marks.find(({ id }) => id === mark)!;
        const scales = prizesOf(line, climbing, 'flat', tour2023);
        const given = (of: 'points' | 'mountain' | 'bonusS') => rows.reduce((sum, row) => sum + row[of], 0);
        const scale = (of: 'points' | 'mountain' | 'bonusS') =>
          scales[of].slice(0, rows.length).reduce((sum, value) => sum + value, 0);
        for (const of of ['points', 'mountain', 'bonusS'] as const) expect(given(of)).toBe(scale(of));
      }
    }),
  );
});

it('changes nothing of what it is given', () => {
  fc.assert(
    fc.property(anyRace, (input) => {
      const before = structuredClone({ ...input, lastSeen: null, companyOf: null });
      standings(input);
      expect({ ...input, lastSeen: null, companyOf: null }).toEqual(before);
    }),
  );
});

it('what is kept from the moment before is what would be made anew', () => {
  const later = fc.record({ s: fc.double({ min: 0, max: 3, noNaN: true }), at: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(anyRace, later, fc.boolean(), (input, { s, at }, lineCrossed) => {
      const groups = input.groups.map((group, i) =>
        i >= at && group.gap ? { ...group, gap: { ...group.gap, value: group.gap.value + s } } : group,
      );
      const passages = lineCrossed ? input.passages.slice(0, -1) : input.passages;
      const now = { ...input, groups, passages, atMs: input.atMs + 1000 };
      const kept = rate(now, rate(input, null));
      expect(kept.standings).toEqual(standings(now));
      if (s === 0 && !lineCrossed) expect(kept.standings.general).toBe(rate(now, kept).standings.general);
    }),
  );
});

it('makes no table anew while nobody gains a second', () => {
  const road = onRoad([0, BIBS.slice(0, 4)], [40.2, BIBS.slice(4)]);
  const general = BIBS.map((bib, i) => ({ bib, behindS: i }));
  const input = standingsInput({ sheet: sheet({ riders: riders(24), general }), ...road });
  const later = (gapS: number) =>
    standingsInput({ ...input, ...onRoad([0, BIBS.slice(0, 4)], [gapS, BIBS.slice(4)]), atMs: input.atMs + 1000 });
  const first = rate(input, null);
  expect(rate(later(40.9), first).standings.general).toBe(first.standings.general);
  expect(rate(later(41), first).standings.general).not.toBe(first.standings.general);
  expect(rate(later(41), first).standings.general.find(({ bib }) => bib === '5')?.behindS).toBe(45);
});
