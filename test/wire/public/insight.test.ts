import { describe, expect, it } from 'vitest';
import type { Eta, Forecast } from '../../../src/insight/forecast.ts';
import { type Insight, noInsight, type RaceAndInsight } from '../../../src/insight/insight.ts';
import type { Story } from '../../../src/insight/story.ts';
import { foldRace } from '../../../src/wire/parse.ts';
import { raceEncoder } from '../../../src/wire/public/encode.ts';
import { readRace } from '../../../src/wire/public/sections.ts';
import { race } from '../../support/race.ts';

const eta = (over: Partial<Eta> = {}): Eta => ({
  kind: 'eta',
  id: 'eta head finish',
  madeMs: 1000,
  untilMs: 61_000,
  because: [{ of: 'pace', value: 104 }],
  silent: null,
  group: 'g1',
  mark: 'finish',
  atM: 150_000,
  estimate: { value: 9_000_000, half: { low: 8_900_000, high: 9_100_000 }, most: { low: 8_800_000, high: 9_200_000 } },
  ...over,
});
const each: readonly Forecast[] = [
  eta(),
  { ...eta(), kind: 'gap', id: 'gap', previous: 'g0', estimate: null, silent: 'no history' },
  { ...eta(), kind: 'catch', id: 'catch', previous: 'g0', word: 'open', probability: 0.4, whereM: null },
  { ...eta(), kind: 'trial', id: 'trial', bib: '31' },
  { ...eta(), kind: 'limit', id: 'limit', limitMs: 5 },
  { ...eta(), kind: 'jersey', id: 'jersey', jersey: 'points', bib: '1', wears: false, needs: 12, canStillWin: true },
  { ...eta(), kind: 'chase', id: 'chase', previous: 'g0', fasterPct: null },
].map((one) => one as Forecast);
const told: Story = {
  id: 'attack 31 5000',
  kind: 'attack',
  atMs: 5000,
  offeredMs: 65_000,
  untilMs: 605_000,
  atM: 12_000,
  bibs: ['31'],
  groups: ['g2'],
  mark: null,
  jersey: null,
  team: null,
  expects: null,
  facts: { gap: 12 },
  isEstimated: false,
  score: 0.4,
};
const past = { group: 'g1', points: [{ km: 3, gapS: 12, isMeasured: true }] };
const all: Insight = { forecasts: each, stories: [told], gapsPast: [past] };

const road = race();
const withInsight = (insight: Insight): RaceAndInsight => ({ ...road, insight });

function page() {
  const encoder = raceEncoder();
  let held: RaceAndInsight | null = null;
  return {
    hears(sent: RaceAndInsight): number {
      const bytes = encoder.delta(sent);
      if (bytes) held = foldRace(held, readRace(bytes));
      return bytes?.length ?? 0;
    },
    held: () => held?.insight,
    whole: () => foldRace(null, readRace(encoder.snapshot()!))?.insight,
  };
}

describe('an insight on the wire', () => {
  it('arrives with all that it is made of', () => {
    const its = page();
    its.hears(withInsight(all));
    expect(its.held()).toEqual(readable(all));
    expect(its.whole()).toEqual(its.held());
  });

  it('is nothing where nobody thinks', () => {
    const its = page();
    its.hears(road);
    expect(its.held()).toBeUndefined();
    expect(its.whole()).toBeUndefined();
  });

  it('says again only what has become another', () => {
    const its = page();
    const first = its.hears(withInsight(all));
    expect(its.hears(withInsight({ ...all }))).toBeLessThan(30);
    const moved = eta({ madeMs: 61_000 });
    const some = its.hears(withInsight({ ...all, forecasts: [moved, ...each.slice(1)] }));
    expect(some).toBeLessThan(first / 4);
    expect(its.held()?.forecasts[0]).toEqual(moved);
    expect(its.held()?.forecasts).toHaveLength(each.length);
    its.hears(withInsight({ ...all, forecasts: [each[2]!, moved] }));
    expect(its.held()?.forecasts.map(({ id }) => id)).toEqual(['catch', 'eta head finish']);
    its.hears(withInsight(noInsight));
    expect(its.held()).toEqual(noInsight);
    expect(its.whole()).toEqual(noInsight);
  });
});

/** As its shape reads it: what a forecast of another kind would have is not in it. */
function readable(insight: Insight): Insight {
  const only = (one: Forecast, ...left: string[]) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !left.includes(key))) as unknown as Forecast;
  return {
    ...insight,
    forecasts: insight.forecasts.map((one) => {
      switch (one.kind) {
        case 'catch':
        case 'chase':
          return only(one, 'mark', 'atM', 'estimate');
        case 'trial':
          return only(one, 'group', 'atM');
        case 'limit':
          return only(one, 'mark', 'atM');
        case 'jersey':
          return only(one, 'group', 'mark', 'atM', 'estimate');
        default:
          return one;
      }
    }),
  };
}
