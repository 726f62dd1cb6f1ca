import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/catch-meter/manifest.ts';
import { select } from '../../overlays/catch-meter/select.ts';
import { languages } from '../../src/edition/edition.ts';
import type { Catch } from '../../src/insight/forecast.ts';
import { sampleCatch, sampleEstimate, sampleInsight } from '../../src/insight/sample/samples.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const card = seeing(manifest, select);
const closing = { of: 'closing', value: 4.2 } as const;
const told = (over: Partial<Catch> = {}, headKm = 140) => {
  const groups = [
    { kind: 'head', bibs: ['33', '12'] },
    { kind: 'peloton', bibs: 20, gapS: 100 },
  ] as const;
  const whereM = sampleEstimate(155_000, 2000);
  return sampleInsight(situation({ headKm, groups }), {
    forecasts: [sampleCatch('will be caught', { because: [closing], probability: 0.87, whereM, ...over })],
  });
};

describe('whether they are caught', () => {
  it('is one of three words, in every language', () => {
    const [hold, open, caught] = [
      card.of(told({ word: 'will hold' })),
      card.of(told({ word: 'open' })),
      card.of(told()),
    ];
    expect([hold.pointsAt, open.pointsAt, caught.pointsAt]).toEqual([0, 1, 2]);
    expect(caught.scale).toEqual(['Will hold', 'Open', 'Will be caught']);
    const scales = languages.map((language) => card.of(told(), { edition: { language } }).scale);
    expect(scales.every((scale) => new Set(scale).size === 3)).toBe(true);
  });

  it('is never a figure: no percentage, whatever its facts are', () => {
    const because = [closing, { of: 'climbing', value: 31 }, { of: 'pace', value: 104 }] as const;
    const said = languages.map((language) => {
      const { road: _, ...words } = card.of(told({ because }), { edition: { language } });
      return JSON.stringify(words);
    });
    expect(said.filter((text) => /%|0[.,]87|87/.test(text))).toEqual([]);
  });

  it('is told from 40 to 3 km before the finish', () => {
    const why = (headKm: number) => card.whyNot(told({}, headKm));
    expect(why(127.9)).toBe('too far from the finish to forecast a catch');
    expect(why(165.1)).toBe('too near to the finish to forecast a catch');
    expect(card.of(told({}, 128)).pointsAt).toBe(2);
    expect(card.of(told({}, 165)).pointsAt).toBe(2);
  });

  it('is not told where the forecast is silent or over, or of others than the head', () => {
    expect(card.whyNot(told({ word: null, silent: 'stopped' }))).toBe('the forecast is silent: stopped');
    expect(card.whyNot(told({ untilMs: START_MS - 1 }))).toBe('the forecast is over');
    expect(card.whyNot(told({ previous: 'g2', group: 'g3' }))).toBe('nothing is forecast of it yet');
    expect(card.whyNot(told({ group: 'g9' }))).toBe('nobody is forecast to catch anybody');
  });
});

describe('beside the word', () => {
  it('the gap and the road left stand as they are measured, and are said to be said', () => {
    const { heroes, says } = card.of(told());
    expect(heroes.map(({ figure, unit }) => figure + unit)).toEqual([`+1'40"`, '28.0km to go']);
    expect(says).toEqual(['group g2', 'to go']);
  });

  it('the gap is that of the two, whoever rides between them', () => {
    const groups = [
      { kind: 'head', bibs: ['33', '12'] },
      { kind: 'chasers', bibs: ['54'], gapS: 60 },
      { kind: 'peloton', bibs: 20, gapS: 100 },
    ] as const;
    const forecasts = [sampleCatch('open', { group: 'g3' })];
    expect(card.of(sampleInsight(situation({ headKm: 140, groups }), { forecasts })).heroes[0]!.figure).toBe(`+1'40"`);
  });

  it('they are left out where others say them', () => {
    expect(card.of(told(), { heard: ['to go'] }).heroes.map(({ label }) => label)).toEqual(['gap']);
    expect(card.of(told(), { heard: ['to go', 'group g2'] })).toMatchObject({ heroes: [], says: [] });
  });

  it('they are estimates where the news is old, and nothing is said of how fast they close', () => {
    const { heroes, because } = card.of(told(), { news: 'old' });
    expect(heroes.map(({ figure }) => figure[0])).toEqual(['~', '~']);
    expect(because).toEqual([]);
    expect(card.of(told()).because).toEqual([`closing by 4" a km`]);
    expect(card.of(told({ because: [{ of: 'closing', value: -3 }] })).because).toEqual([`losing 3" a km`]);
  });

  it('the road to the finish shows where, as far as it goes', () => {
    const { road } = card.of(told());
    expect(road.frontAt).toBe(0);
    expect(road.most![0]).toBeCloseTo(10 / 28, 2);
    expect(road.most![1]).toBeCloseTo(20 / 28, 2);
    expect(card.of(told({ whereM: sampleEstimate(167_000, 2000) })).road.most![1]).toBe(1);
    expect(card.of(told({ whereM: null })).road).toMatchObject({ half: null, most: null });
  });
});
