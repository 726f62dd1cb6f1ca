import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/forecast-card/manifest.ts';
import { select } from '../../overlays/forecast-card/select.ts';
import type { Forecast } from '../../src/insight/forecast.ts';
import { sampleEstimate, sampleEta, sampleGap, sampleInsight } from '../../src/insight/sample/samples.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const card = seeing(manifest, select);
const MIN_MS = 60_000;
const race = situation({
  headKm: 130,
  groups: [
    { kind: 'head', bibs: ['33', '12'] },
    { kind: 'peloton', bibs: 20, gapS: 100 },
  ],
});
const told = (...forecasts: Forecast[]) => sampleInsight(race, { forecasts });
/** From 14:12:10 to 14:17:20 on the clock of the church tower, which is two hours ahead. */
const START_H = new Date(START_MS).getUTCHours() + 2;
const arrival = sampleEstimate(START_MS + 60 * MIN_MS, 62_000);
const eta = sampleEta('finish', 168_000, arrival, { because: [{ of: 'pace', value: 96 }] });
const gap = sampleGap('climb-4', 138_000, sampleEstimate(95, 9), { because: [{ of: 'closing', value: 4 }] });

describe('a forecast of arrival', () => {
  it('is a range in whole minutes, never a single time, and is called a forecast', () => {
    const { rows, title } = card.of(told(eta));
    const [from, to] = rows[0]!.range.text.split(' – ');
    expect(from).toMatch(/^\d\d:\d\d$/);
    expect(Number(from!.slice(0, 2))).toBe(START_H);
    expect([from, to]).toEqual([`${START_H}:57`, `${START_H + 1}:03`]);
    expect(title).toMatchObject({ name: 'Finish', forecast: 'Forecast' });
    expect(card.of(told(eta), { edition: { language: 'fr' } }).title.forecast).toBe('Prévision');
  });

  it('is told to half a minute from 15 km on', () => {
    const near = sampleEta('climb-4', 138_000, sampleEstimate(START_MS + 20 * MIN_MS, 10_000));
    const { rows } = card.of(told(eta, near), { params: { place: 'next' } });
    expect(rows[0]!.range.text).toBe(`${START_H}:19:30 – ${START_H}:20:30`);
  });

  it('is that of the next place, or of the finish, as the operator says', () => {
    const near = sampleEta('climb-4', 138_000, sampleEstimate(START_MS + 20 * MIN_MS, 10_000));
    expect(card.of(told(eta, near)).title.name).toBe('Finish');
    const next = card.of(told(eta, near), { params: { place: 'next' } });
    expect(next.title).toMatchObject({ name: 'Pas de la Bergère', category: '1' });
  });

  it('is that of the head or of the peloton', () => {
    expect(card.whyNot(told(eta), { params: { group: 'peloton' } })).toBe('nothing is forecast of it yet');
    const its = card.of(told(eta, { ...eta, group: 'g2' }), { params: { group: 'peloton' } });
    expect(its.rows[0]!.names[0]).toBe('Peloton');
  });

  it('is of a solo or a duo by name, of a few by one of them; by their kind where there is no room', () => {
    const namesOf = (...bibs: string[]) => {
      const groups = [
        { kind: 'head', bibs },
        { kind: 'peloton', bibs: 20, gapS: 100 },
      ] as const;
      return card.of(sampleInsight(situation({ headKm: 130, groups }), { forecasts: [eta] })).rows[0]!.names;
    };
    expect(namesOf('33')[0]).toBe('T. KRIŽNAR');
    expect(namesOf('33')).toContain('Leading');
    expect(namesOf('33', '12')[0]).toMatch(/^.+, T. KRIŽNAR$|^T. KRIŽNAR, .+$/);
    expect(namesOf('33', '12', '54')[0]).toMatch(/ \+2$/);
    expect(namesOf('33', '12', '54', '61', '71')[0]).toBe('Head of the race');
  });

  it('says why: two facts at most, and none that is live', () => {
    const because = [
      { of: 'to go', value: 38 },
      { of: 'pace', value: 96 },
      { of: 'climbing', value: 31 },
    ] as const;
    const lines = card.of(told({ ...eta, because }, gap)).because;
    expect(lines).toEqual(['4% slower than usual on such roads', '31% of the way there is uphill']);
  });

  it('is not shown where it is silent, over, or not made', () => {
    expect(card.whyNot(told({ ...eta, estimate: null, silent: 'too wide' }))).toBe('the forecast is silent: too wide');
    expect(card.whyNot(told({ ...eta, untilMs: START_MS - 1 }))).toBe('the forecast is over');
    expect(card.whyNot(race)).toBe('nothing is forecast of it yet');
    const { places } = race;
    const finish = { value: 0, atMs: START_MS, origin: 'timed' } as const;
    const won = { ...race, places: [{ ...places[0]!, finish }, ...places.slice(1)] };
    expect(card.whyNot(sampleInsight(won, { forecasts: [eta] }))).toBe('the head of the race has arrived');
    expect(card.whyNot(sampleInsight(situation({ headKm: 0, groups: [] }), {}))).toBe('no such group on the road');
  });
});

describe('a forecast of a gap', () => {
  const gapOf = (...more: Forecast[]) => card.of(told(eta, ...more)).rows[1];

  it('is a range in tens of seconds, at the last place before the arrival that is known', () => {
    expect(gapOf(gap)).toMatchObject({ label: 'expected gap · Pas de la Bergère', range: { text: `1'10" – 2'00"` } });
    const atLine = sampleGap('finish', 168_000, sampleEstimate(60, 4));
    expect(gapOf(gap, atLine)).toMatchObject({ label: 'expected gap', range: { text: `50" – 1'10"` } });
  });

  it('is never less than nothing, and never one figure', () => {
    expect(gapOf({ ...gap, estimate: sampleEstimate(10, 20) })?.range.text).toBe(`0" – 1'00"`);
    expect(gapOf({ ...gap, estimate: sampleEstimate(60, 0) })?.range.text).toBe(`1'00" – 1'10"`);
  });

  it('is left out where it is silent, or behind others than the head', () => {
    expect(gapOf({ ...gap, silent: 'groups changed' })).toBeUndefined();
    expect(gapOf({ ...gap, previous: 'g7' })).toBeUndefined();
  });

  it('carries a sign of doubt where the news is old', () => {
    const [arrives, behind] = card.of(told(eta, gap), { news: 'old' }).rows;
    expect([arrives!.range.text[0], behind!.range.text[0]]).toEqual(['~', '~']);
  });
});
