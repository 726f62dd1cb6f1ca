import { describe, expect, it } from 'vitest';
import { defaultEdition, type Edition } from '../../src/edition/edition.ts';
import { letterOf, summitsOf, ticksOf, ticksToGo } from '../../src/edition/road-words.ts';
import type { Climb } from '../../src/race/course/course.ts';

const edition = (over: Partial<Edition> = {}): Edition => ({ ...defaultEdition, ...over });
const imperial = edition({ units: 'imperial' });

const climb = (over: Partial<Climb>): Climb => ({
  id: 'c',
  name: 'Climb',
  category: '1',
  footM: 0,
  summitM: 1000,
  altitudeM: 1200,
  gradientPct: 7,
  found: false,
  ...over,
});

describe('round numbers of the road still to ride', () => {
  it.each([
    [20_000, ['20', '15', '10', '5']],
    [10_000, ['10', '8', '6', '4', '2']],
    [5000, ['5', '4', '3', '2', '1']],
    [168_000, ['160', '140', '120', '100', '80', '60', '40', '20']],
  ])('of %d m run down to the line', (lengthM, texts) => {
    expect(ticksToGo(lengthM, edition()).map(({ text }) => text)).toEqual(texts);
  });

  it('stand where so much is left', () => {
    expect(ticksToGo(5000, edition()).map(({ at }) => Number(at.toFixed(3)))).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    const [first] = ticksToGo(168_000, edition());
    expect(first!.at).toBeCloseTo(8 / 168, 6);
  });

  it('are miles where the edition counts in miles', () => {
    const ticks = ticksToGo(5000, imperial);
    expect(ticks.map(({ text }) => text)).toEqual(['3', '2', '1']);
    expect(ticks[0]!.at).toBeCloseTo(1 - (3 * 1609.344) / 5000, 6);
  });

  it('are none of less than one', () => {
    expect(ticksToGo(900, edition())).toEqual([]);
  });
});

describe('round numbers from the start', () => {
  it('begin at 0, and leave room for the finish', () => {
    expect(
      ticksOf(168_000, edition())
        .map(({ text }) => text)
        .join(' '),
    ).toBe('0 20 40 60 80 100 120 140 160');
    expect(
      ticksOf(161_000, edition())
        .map(({ text }) => text)
        .join(' '),
    ).toBe('0 20 40 60 80 100 120 140');
    expect(ticksOf(100_000, edition())[1]).toEqual({ at: 0.2, text: '20' });
  });
});

describe('the summits', () => {
  const share = (distanceM: number) => distanceM / 10_000;

  it('are those that have a name and a category', () => {
    const climbs = [climb({}), climb({ found: true }), climb({ category: 'uncategorised' })];
    expect(summitsOf(climbs, 0, edition(), share)).toHaveLength(1);
    expect(climbs.map(letterOf)).toEqual(['1', '1', '']);
  });

  it('are first those to come, then the hardest, then the highest', () => {
    const climbs = [
      climb({ name: 'Passed', category: 'HC', summitM: 500 }),
      climb({ name: 'Low', category: '2', altitudeM: 800 }),
      climb({ name: 'High', category: '2', altitudeM: 900 }),
      climb({ name: 'Hard', category: 'HC', altitudeM: 300 }),
    ];
    const summits = summitsOf(climbs, 600, edition(), share);
    expect(summits.map(({ texts }) => texts.at(0))).toEqual(['Hard  300 m', 'High  900 m', 'Low  800 m', 'Passed']);
    expect(summits.map(({ passed }) => passed)).toEqual([false, false, false, true]);
    expect(summits[0]).toMatchObject({ at: 0.1, category: 'HC' });
  });

  it('can be said in less: without altitude, which goes first, and by the category alone', () => {
    const [ahead] = summitsOf([climb({})], 0, imperial, share);
    const [passed] = summitsOf([climb({})], 1000, imperial, share);
    expect(ahead!.texts).toEqual(['Climb  3937 ft', 'Climb', '']);
    expect(passed!.texts).toEqual(['Climb', '']);
  });
});
