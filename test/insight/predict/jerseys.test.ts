import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jerseyHopes } from '../../../src/insight/predict/jerseys.ts';
import type { Race } from '../../../src/race/race.ts';
import type { Passage } from '../../../src/race/riders/passage.ts';
import { neutral, onTheRoad } from '../../../src/race/rules/presets/neutral.ts';
import type { Rules } from '../../../src/race/rules/rules.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import type { Bib } from '../../../src/race/units.ts';
import { course, place, race, riders, START_MS, sheet } from '../../support/race.ts';
import { onRoad, passages, standingsInput } from '../../support/standings.ts';

/** Few prizes, so that every outcome can be gone through. */
const rules: Rules = {
  ...neutral,
  points: { finish: onTheRoad([5, 3]), sprint: [4, 2], bonusSprint: [] },
  bonusS: { finish: onTheRoad([10, 6]), sprint: [3, 2], bonusSprint: [] },
  mountain: { ...neutral.mountain, summit: { ...neutral.mountain.summit, '2': [5, 3] } },
};
const road = course({
  elevation: [{ km: 0, altitudeM: 200 }],
  climbs: [{ name: 'Col', category: '2', summitKm: 30, lengthKm: 5, gradientPct: 6, altitudeM: 500 }],
});
const idOf = (kind: string) => road.marks.find((mark) => mark.kind === kind)!.id;
const [SPRINT, FINISH, SUMMIT] = ['sprint', 'finish', 'summit'].map(idOf) as [string, string, string];

interface Known {
  readonly count?: number;
  readonly points?: Readonly<Record<Bib, number>>;
  readonly general?: Readonly<Record<Bib, number>>;
  readonly passages?: readonly Passage[];
  /** When they finished, in seconds after the first. */
  readonly come?: Readonly<Record<Bib, number>>;
  /** Seconds since the first of them. */
  readonly sinceS?: number;
  readonly rules?: Rules | null;
}

/** A race in which the classifications before the stage are known. */
function known({ count = 8, points = {}, general = {}, passages = [], come = {}, sinceS = 0, ...over }: Known): Race {
  const all = riders(count);
  const bibs = [...all.keys()];
  const firstMs = START_MS + 1_800_000;
  const entries = Object.entries(points).map(([bib, value]) => ({ bib, points: value }));
  const papers = sheet({
    course: road,
    riders: all,
    ...(over.rules !== null && { rules: over.rules ?? rules }),
    general: bibs.map((bib) => ({ bib, behindS: general[bib] ?? 60 })).sort((a, b) => a.behindS - b.behindS),
    totals: { points: entries, mountain: entries, teams: [] },
  });
  const together = onRoad([0, bibs.filter((bib) => come[bib] === undefined)]);
  const finished = Object.entries(come).map(([bib, second]) =>
    place(bib, {
      status: 'finished',
      finish: { value: second, atMs: firstMs + second * 1000, origin: 'timed' },
    }),
  );
  const input = standingsInput({
    sheet: papers,
    groups: together.groups,
    places: [...finished, ...together.places],
    passages: [
      ...passages,
      ...Object.entries(come).map(
        ([bib, second], i): Passage => ({
          mark: FINISH,
          bib,
          rank: i + 1,
          atMs: firstMs + second * 1000,
          origin: 'timed',
          lap: 1,
          bracketS: 0,
        }),
      ),
    ],
    atMs: firstMs + sinceS * 1000,
  });
  const { atMs, places, groups } = input;
  return race({ sheet: papers, atMs, places, groups, passages: input.passages, standings: standings(input) });
}

const of = (jersey: string, race: Race) => jerseyHopes({ race }).filter((one) => one.jersey === jersey);
const able = (jersey: string, race: Race) =>
  of(jersey, race)
    .filter(({ canStillWin }) => canStillWin)
    .map(({ bib }) => bib);

describe('a jersey by points', () => {
  it('who leads, what the others lack, and who can still come first: nine points are to be won', () => {
    const now = known({ points: { 1: 20, 2: 12, 3: 11, 4: 10, 5: 9, 6: 8 } });
    const hopes = of('points', now);
    expect(hopes.map(({ bib, wears, needs, canStillWin }) => [bib, wears, needs, canStillWin])).toEqual([
      ['1', true, 0, true],
      ['2', false, 8, true],
      // Level with the first, and ahead of him by two firsts.
      ['3', false, 9, true],
      ['4', false, 10, false],
      ['5', false, 11, false],
    ]);
    expect(hopes[1]).toMatchObject({ id: 'jersey points 2', because: [{ of: 'to win', value: 9 }], silent: null });
  });

  it('the places that are left of a line can still be won by those who have not crossed it', () => {
    const crossed = passages(SPRINT, START_MS, ['8', 0]);
    expect(able('points', known({ points: { 1: 20, 2: 13, 3: 12 }, passages: crossed }))).toEqual(['1', '2']);
    expect(of('points', known({ points: { 1: 20, 2: 13 }, passages: crossed }))[1]!.because[0]!.value).toBe(7);
    const behind = passages(SPRINT, START_MS, ['8', 0], ['7', 1], ['2', 2]);
    expect(able('points', known({ points: { 1: 20, 2: 15, 3: 14 }, passages: behind }))).toEqual(['1', '2']);
  });

  it('is decided once all have come, or once it was told', () => {
    const now = known({ points: { 1: 20, 2: 19 } });
    const told = { ...now, standings: { ...now.standings, states: { ...now.standings.states, points: 'official' } } };
    expect(able('points', now)).toEqual(['1', '2']);
    expect(able('points', told as Race)).toEqual(['1']);
  });

  it('says nothing where the race has not said its rules', () => {
    const now = known({ points: { 1: 20, 2: 19 }, rules: null });
    expect(of('points', now)).toEqual([]);
    expect(of('general', now)).toHaveLength(5);
  });
});

/** All ways in which so many of the riders take the places of a line. */
function orders(bibs: readonly Bib[], count: number): Bib[][] {
  if (count === 0) return [[]];
  return bibs.flatMap((bib) =>
    orders(
      bibs.filter((other) => other !== bib),
      count - 1,
    ).map((rest) => [bib, ...rest]),
  );
}

/** Who comes first in some outcome: every one of them is gone through, by the engine's own tables. */
function winners(jersey: 'points' | 'mountain', given: Known): Set<Bib> {
  const bibs = [...riders(given.count ?? 8).keys()];
  const lines = jersey === 'points' ? [SPRINT, FINISH] : [SUMMIT];
  const won = new Set<Bib>();
  const outcomes = lines.reduce<Passage[][]>(
    (before, mark) => {
      const crossed = (given.passages ?? []).filter((one) => one.mark === mark).map(({ bib }) => bib);
      const rest = bibs.filter((bib) => !crossed.includes(bib));
      const ways = crossed.length >= 2 ? [[]] : orders(rest, 2 - crossed.length);
      return before.flatMap((done) =>
        ways.map((way) => [
          ...done,
          ...passages(mark, START_MS, ...[...crossed, ...way].map((bib, i) => [bib, i] as const)),
        ]),
      );
    },
    [[]],
  );
  for (const outcome of outcomes) {
    const [first] = known({ ...given, passages: outcome }).standings[jersey];
    if (first) won.add(first.bib);
  }
  return won;
}

describe('of every outcome that is possible', () => {
  const anyRace = fc.record({
    count: fc.constant(6),
    points: fc.dictionary(fc.constantFrom('1', '2', '3'), fc.integer({ min: 1, max: 12 }), { minKeys: 2 }),
    general: fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.integer({ min: 0, max: 3 })),
    passages: fc
      .subarray(['1', '2', '3', '4'], { maxLength: 2 })
      .map((bibs) => passages(SPRINT, START_MS, ...bibs.map((bib, i) => [bib, i] as const))),
  });

  it.each(['points', 'mountain'] as const)(
    'who wins one could, and who could wins one: %s',
    { timeout: 120_000 },
    (jersey) => {
      fc.assert(
        fc.property(anyRace, (given) => {
          const won = winners(jersey, given);
          for (const { bib, canStillWin } of of(jersey, known(given))) {
            if (won.has(bib)) expect(canStillWin, bib).toBe(true);
            // A tie in everything goes by general time, which these outcomes leave as it is.
            else if (canStillWin) expect(tiesIn(jersey, bib, given), bib).toBe(true);
          }
        }),
        { numRuns: 12 },
      );
    },
  );

  function tiesIn(jersey: 'points' | 'mountain', bib: Bib, given: Known): boolean {
    return winners(jersey, { ...given, general: { ...given.general, [bib]: -1 } }).has(bib);
  }
});

describe('a jersey by time', () => {
  const general = { 1: 0, 2: 20, 3: 40, 4: 300 };

  it('is open to everybody while nobody has come: bonuses are bounded, the road is not', () => {
    const hopes = of('general', known({ general }));
    expect(hopes.map(({ bib, wears, needs, canStillWin }) => [bib, wears, needs, canStillWin]).slice(0, 4)).toEqual([
      ['1', true, 0, true],
      ['2', false, 20, true],
      ['3', false, 40, true],
      ['5', false, 60, true],
    ]);
    // 10 s at the finish and 3 at the sprint.
    expect(hopes[1]!.because).toEqual([
      { of: 'behind', value: 20 },
      { of: 'to win', value: 13 },
    ]);
  });

  it('is over for who cannot come in soon enough any more', () => {
    const won = { general, come: { 1: 0 } };
    expect(able('general', known({ ...won, sinceS: 5 }))).toContain('1');
    // He may still be given the time of the first, and six seconds for the second place; three at the sprint.
    expect(able('general', known({ ...won, sinceS: 5 }))).not.toContain('2');
    const far = { general: { ...general, 2: -1, 3: 1 }, come: { 3: 0 } };
    expect(able('general', known({ ...far, sinceS: 5 }))).toEqual(expect.arrayContaining(['2', '1']));
    expect(able('general', known({ ...far, sinceS: 3600 }))).not.toContain('4');
  });

  it('once both have come it is as it is', () => {
    const come = { 1: 0, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 8, 8: 9 };
    expect(able('general', known({ general, come, sinceS: 100 }))).toEqual(['1']);
  });

  it('never no of one who comes in now and is first', () => {
    fc.assert(
      fc.property(
        fc.record({
          general: fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.integer({ min: 0, max: 40 }), { minKeys: 4 }),
          first: fc.constantFrom('1', '2', '3', '4'),
          // Of two who come at one moment the first is not known.
          sinceS: fc.integer({ min: 1, max: 200 }),
          next: fc.constantFrom('1', '2', '3', '4'),
        }),
        ({ general, first, sinceS, next }) => {
          fc.pre(first !== next);
          const now = known({ general, come: { [first]: 0 }, sinceS });
          const then = known({ general, come: { [first]: 0, [next]: sinceS }, sinceS });
          if (then.standings.general[0]!.bib !== next) return;
          const said = of('general', now).find(({ bib }) => bib === next);
          expect(said?.canStillWin ?? true).toBe(true);
        },
      ),
    );
  });
});
