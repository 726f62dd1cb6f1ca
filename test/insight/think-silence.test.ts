import { describe, expect, it } from 'vitest';
import type { Eta } from '../../src/insight/forecast.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { createThinker } from '../../src/insight/think.ts';
import type { Ride } from '../support/race-day.ts';
import { away, day, found, thinking } from '../support/thinking.ts';

describe('what is said when there is no news', () => {
  const silentFor = (fromS: number, toS: number, rides = away(120)) =>
    new Map([...rides].map(([bib, ride]): [string, Ride] => [bib, (s) => (s > fromS && s < toS ? null : ride(s))]));

  it('stands over a hole of 36 s', () => {
    const { until } = thinking(day(silentFor(1500, 1536)));
    const before = until(1499)
      .insight.forecasts.filter(({ silent }) => silent === null)
      .map(({ id }) => id);
    expect(before.length).toBeGreaterThan(4);
    for (const s of [1509, 1521, 1533, 1548, 1560]) {
      const said = until(s)
        .insight.forecasts.filter(({ silent }) => silent === null)
        .map(({ id }) => id);
      expect(said).toEqual(before);
    }
  });

  it('is withdrawn once it is older than a minute, with that reason, and comes again', () => {
    const { until } = thinking(day(silentFor(1500, 1700)));
    until(1499);
    const { forecasts } = until(1600).insight;
    expect(forecasts.length).toBeGreaterThan(4);
    for (const { silent } of forecasts) expect(silent === 'old news' || silent === 'too far').toBe(true);
    expect(found<Eta>(until(1830).insight, 'eta', 'finish').silent).toBeNull();
  });

  it('is withdrawn while the whole race stands, and the stop is not its pace', () => {
    const stops = new Map(
      [...away(60)].map(([bib, ride]): [string, Ride] => [bib, (s) => ride(Math.min(s, 1200) + Math.max(0, s - 1500))]),
    );
    const { until } = thinking(day(stops));
    until(1199);
    for (const { silent } of until(1400).insight.forecasts) expect(silent).toBe('stopped');
    const pace = found<Eta>(until(1900).insight, 'eta', 'finish').because[0]!.value;
    expect(pace).toBeCloseTo((100 * 43.2) / 47, 0);
  });

  it('is nothing before the race is on', () => {
    const { thinker, until } = thinking(day(away(60)));
    const { race } = until(600);
    const neutral = thinker.think({ ...race, phase: 'neutral', atMs: race.atMs + 16_000 }, null);
    for (const { silent } of neutral.forecasts) expect(silent).toBe('not racing');
    expect(createThinker(recordedPast).think({ ...race, phase: 'neutral' }, null).forecasts).toEqual([]);
  });
});
