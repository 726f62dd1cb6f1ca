import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutral } from '../../../src/race/rules/presets/neutral.ts';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import { type Incident, protectedFromM, withProtection } from '../../../src/race/rules/protection.ts';
import { course } from '../../support/race.ts';

const FROM_M = 97_000;
const gapsS = new Map([
  ['1', 0],
  ['2', 0],
  ['3', 0],
  ['4', 45],
  ['5', 80],
]);
const puncture = (over: Partial<Incident> = {}): Incident => ({
  bib: '5',
  cause: 'puncture',
  distanceM: 98_000,
  companions: ['1', '2', '4'],
  ...over,
});

describe('bad luck near the line', () => {
  it('keeps the time of the company (UCI 2.6.027), and changes nobody else', () => {
    const result = withProtection(gapsS, [puncture()], FROM_M, neutral.protection);
    expect([...result]).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 0],
      ['4', 45],
      ['5', 0],
    ]);
  });

  it('does not hold before the line', () => {
    expect(withProtection(gapsS, [puncture({ distanceM: 96_999 })], FROM_M, neutral.protection)).toBe(gapsS);
  });

  it('does not hold where there is no such line', () => {
    expect(withProtection(gapsS, [puncture()], null, neutral.protection)).toBe(gapsS);
  });

  it('since 2025 a crash must involve several riders', () => {
    const alone = [puncture({ cause: 'solo-crash' })];
    expect(withProtection(gapsS, alone, FROM_M, tour2023.protection).get('5')).toBe(0);
    expect(withProtection(gapsS, alone, FROM_M, neutral.protection).get('5')).toBe(80);
    expect(withProtection(gapsS, [puncture({ cause: 'crash' })], FROM_M, neutral.protection).get('5')).toBe(0);
  });

  it('does not lean on companions who crashed too', () => {
    // Bibs 4 and 6 lost 45 s in the same crash; only bib 3 stayed upright.
    const gaps = new Map([...gapsS, ['6', 45] as const]);
    const crash = ['4', '5', '6'].map((bib) => puncture({ bib, cause: 'crash', companions: ['3', '4', '5', '6'] }));
    const result = withProtection(gaps, crash, FROM_M, neutral.protection);
    expect(['4', '5', '6'].map((bib) => result.get(bib))).toEqual([0, 0, 0]);
  });

  it('nobody loses by it', () => {
    const bib = fc.integer({ min: 1, max: 20 }).map(String);
    const incident = fc.record({
      bib,
      cause: fc.constantFrom('crash' as const, 'solo-crash' as const, 'puncture' as const, 'mechanical' as const),
      distanceM: fc.integer({ min: 90_000, max: 100_000 }),
      companions: fc.array(bib),
    });
    const gaps = fc.array(fc.tuple(bib, fc.integer({ min: 0, max: 900 })));
    fc.assert(
      fc.property(gaps, fc.array(incident), (before, incidents) => {
        const given = new Map(before);
        const after = withProtection(given, incidents, FROM_M, neutral.protection);
        expect([...after.keys()]).toEqual([...given.keys()]);
        for (const [one, gapS] of after) expect(gapS).toBeLessThanOrEqual(given.get(one)!);
      }),
    );
  });
});

describe('where protection begins', () => {
  const flat = course({ elevation: [{ km: 0, altitudeM: 200 }] });

  it('is 3 km before the finish of a road stage', () => {
    expect(protectedFromM(flat, 'flat', neutral.protection)).toBe(flat.lengthM - 3000);
  });

  it('is where the course says, for instance at 5 km', () => {
    const extended = course({ protectionKm: 5 });
    expect(protectedFromM(extended, 'flat', neutral.protection)).toBeCloseTo(extended.lengthM - 5000, 0);
  });

  it('is nowhere on a summit finish, nor against the clock', () => {
    const summit = course({
      climbs: [{ name: 'Col des Tests', category: '1', summitKm: 110, lengthKm: 10, gradientPct: 6, altitudeM: 800 }],
    });
    expect(protectedFromM(summit, 'mountain', neutral.protection)).toBeNull();
    expect(protectedFromM(flat, 'time-trial', neutral.protection)).toBeNull();
  });
});
