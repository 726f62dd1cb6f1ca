import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/gap-graph/manifest.ts';
import { select } from '../../overlays/gap-graph/select.ts';
import type { Forecast } from '../../src/insight/forecast.ts';
import type { GapPast } from '../../src/insight/insight.ts';
import { sampleEstimate, sampleGap, sampleInsight } from '../../src/insight/sample/samples.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const graph = seeing(manifest, select);
const groups = [
  { kind: 'head', bibs: ['33', '12'] },
  { kind: 'peloton', bibs: 20, gapS: 100, frontM: 129_000 },
] as const;
const race = situation({ headKm: 130, groups });
const measured = (km: number, gapS: number) => ({ km, gapS, isMeasured: true });
const past: GapPast = { group: 'g2', points: [measured(126, 130), measured(127, 120), measured(128, 110)] };
const told = (forecasts: readonly Forecast[] = [], its = past) => sampleInsight(race, { forecasts, gapsPast: [its] });
const ahead = sampleGap('climb-4', 138_000, sampleEstimate(70, 10));

describe('the past of a gap', () => {
  it('goes from its first kilometre to now, in one run as long as it was measured', () => {
    const { plot, gap } = graph.of(told());
    expect(gap).toBe(`+1'40"`);
    expect(plot.past.map(({ isMeasured, points }) => [isMeasured, points.length])).toEqual([[true, 4]]);
    expect(plot.past[0]!.points.map(({ x }) => x)).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(plot.now).toEqual(plot.past[0]!.points.at(-1));
  });

  it('is another run where it was not measured, and begins where the one before ends', () => {
    const points = [measured(126, 130), { km: 127, gapS: 120, isMeasured: false }, measured(128, 110)];
    const { plot } = graph.of(told([], { ...past, points }));
    expect(plot.past.map(({ isMeasured }) => isMeasured)).toEqual([false, true]);
    expect(plot.past[1]!.points[0]).toEqual(plot.past[0]!.points.at(-1));
  });

  it('goes back 15 km at most, and compares from no gap up', () => {
    const points = Array.from({ length: 60 }, (_, i) => measured(69 + i, 300 - i));
    const { plot } = graph.of(told([], { ...past, points }));
    expect(plot.past[0]!.points).toHaveLength(16);
    expect(plot.gaps[0]).toEqual({ at: 0, text: '0' });
    expect(plot.gaps.length).toBeLessThanOrEqual(5);
  });

  it('is that of the jersey where it has the bunch', () => {
    const its = [groups[0], { ...groups[1], kind: 'jersey' as const }];
    const pink = sampleInsight(situation({ headKm: 130, groups: its }), { gapsPast: [past] });
    expect(graph.of(pink).pole?.kind).toBe('jersey');
  });

  it('is needed, and somebody in front', () => {
    expect(graph.whyNot(race)).toBe('its gap is not known for a kilometre yet');
    expect(graph.whyNot(told([], { ...past, group: 'g9' }))).toBe('its gap is not known for a kilometre yet');
    const alone = situation({ headKm: 130, groups: [{ kind: 'peloton', bibs: 90 }] });
    expect(graph.whyNot(alone)).toBe('nobody is in front of it');
    expect(graph.whyNot(alone, { params: { group: 'second' } })).toBe('no such group on the road');
    const unknown = situation({ headKm: 130, groups: [groups[0], { ...groups[1], gapS: Number.NaN }] });
    expect(graph.whyNot(unknown)).toBe('its gap is not known');
  });
});

describe('what is expected of it', () => {
  it('is a band from now to a place that is named, with a range and the word for it', () => {
    const { plot, ahead: where, title } = graph.of(told([ahead]));
    expect(title.forecast).toBe('Forecast');
    expect(where).toMatchObject({ place: 'Pas de la Bergère', category: '1', range: { text: `40" – 1'40"` } });
    expect(plot.most).toHaveLength(2);
    expect(plot.most[0]).toEqual({ x: plot.now.x, low: plot.now.y, high: plot.now.y });
    const [half, most] = [plot.half[1]!, plot.most[1]!];
    expect(most.x).toBe(1);
    expect(most.low < half.low && half.low < half.high && half.high < most.high && most.high <= 1).toBe(true);
  });

  it('bends where another place on the way is known, and ends at the last one', () => {
    const finish = sampleGap('finish', 168_000, sampleEstimate(40, 20));
    const { plot, ahead: where } = graph.of(told([finish, ahead]));
    expect(plot.most.map(({ x }) => Math.round(x * 42))).toEqual([3, 12, 42]);
    expect(where).toMatchObject({ place: 'Finish', isFinish: true });
  });

  it('is not there where it is silent, over, passed, or behind others than the head', () => {
    const not = [
      { ...ahead, silent: 'too wide' as const },
      { ...ahead, untilMs: START_MS - 1 },
      { ...ahead, atM: 128_500 },
      { ...ahead, previous: 'g7' },
    ];
    for (const one of not) expect(graph.of(told([one]))).toMatchObject({ ahead: null, plot: { most: [], half: [] } });
    expect(graph.of(told(not)).title.forecast).toBe('');
  });
});

it('does not say the gap again that others say', () => {
  expect(graph.of(told()).says).toEqual(['group g2']);
  expect(graph.of(told(), { heard: ['group g2'] })).toMatchObject({ gap: '', says: [] });
  expect(graph.of(told(), { news: 'old' }).gap).toBe(`~1'40"`);
});
