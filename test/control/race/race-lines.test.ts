import { describe, expect, it } from 'vitest';
import { percent, raceLines } from '../../../src/control/race/race-lines.ts';
import type { Health, Quarantined } from '../../../src/race/health.ts';
import type { Place } from '../../../src/race/place.ts';
import type { Race } from '../../../src/race/race.ts';
import { place, race, START_MS } from '../../support/race.ts';

const refused = (its: Partial<Quarantined>): Quarantined => ({
  reason: 'off-course',
  count: 1200,
  share: 0.04,
  example: 'Bib 41 was 4.2 km from the course.',
  bib: '41',
  atMs: START_MS,
  ...its,
});
const racing = (its: Partial<Race> = {}): Race => race({ phase: 'racing', ...its });
const health = (its: Partial<Health>) => racing({ health: { ...race().health, ...its } });
const said = (race: Race, label: string, nowMs: number | null = START_MS, ...quarantine: readonly Quarantined[]) =>
  raceLines(race, quarantine, nowMs)
    .filter((line) => line.label === label)
    .map(({ level, words }) => `${level}: ${words}`);

describe('a race that is told on the slate', () => {
  it('misses no tracker, and says how old its newest line is', () => {
    const gap = { s: 80, to: 'peloton', atMs: START_MS } as const;
    const slate: Race['slate'] = [{ id: 'a', bibs: ['1'], gap, km: null, until: null, author: '', atMs: START_MS }];
    const topics: Health['topics'] = [{ topic: 'told', state: 'live', lastMs: START_MS }];
    const told = racing({ slate, places: [place('1', { tracker: 'off' })], health: { ...race().health, topics } });
    expect(said(told, 'Trackers')).toEqual(['good: none: the race is told on the slate']);
    expect(said(told, 'Slate', START_MS + 180_000)).toEqual(['good: newest line 3 min old']);
    expect(said(told, 'Told')).toEqual([]);
  });
});

describe('the news', () => {
  const topics: Health['topics'] = [
    { topic: 'positions', state: 'live', lastMs: START_MS },
    { topic: 'passings', state: 'off', lastMs: START_MS },
    { topic: 'groups', state: 'off', lastMs: null },
  ];
  const after = (s: number) => said(health({ topics }), 'Positions', START_MS + s * 1000);

  it('may have the holes that trackers have; a longer one is to be looked at, and then bad', () => {
    expect(after(36)).toEqual(['good: newest 36 s old']);
    expect(after(45)).toEqual(['warning: silent, the newest 45 s old']);
    expect(after(90)).toEqual(['bad: silent, the newest 90 s old']);
    expect(after(89)[0]).toMatch(/^warning/);
  });

  it('of lines and groups comes when there is some', () => {
    expect(said(health({ topics }), 'Passings', START_MS + 7_200_000)).toEqual(['good: newest 2 h old']);
    expect(said(health({ topics }), 'Groups')).toEqual(['idle: none so far']);
    expect(said(health({ topics }), 'Positions', null)).toEqual(['idle: told']);
  });
});

describe('the trackers', () => {
  const field = (count: number, its: Partial<Place>) =>
    Array.from({ length: count }, (_, i) => place(`${i}`, { distanceM: 50_000, ...its }));
  const trackers = (...places: readonly Place[]) => said(racing({ places }), 'Trackers');

  it('are counted among those who ride, and judged by share', () => {
    expect(trackers(...field(91, {}), ...field(9, { tracker: 'silent' }))).toEqual(['good: 91 of 100 riders heard']);
    expect(trackers(...field(90, {}), ...field(10, { tracker: 'off' }))[0]).toMatch(/^warning: 90 of 100/);
    expect(trackers(...field(50, {}), ...field(50, { tracker: 'silent' }))[0]).toMatch(/^bad: 50 of 100/);
    expect(trackers(...field(97, {}), ...field(3, { tracker: 'late' }))).toEqual([
      'good: 100 of 100 riders heard · 3 late',
    ]);
  });

  it('of one rider alone are not a share, unless he is all there is', () => {
    expect(trackers(...field(3, {}), ...field(1, { tracker: 'off' }))[0]).toMatch(/^good: 3 of 4/);
    expect(trackers(...field(1, { tracker: 'off' }))[0]).toMatch(/^bad: 0 of 1/);
  });

  it('may stop before the line, behind it, and where somebody has left the race', () => {
    const gone = { tracker: 'off' } as const;
    const near = field(40, { ...gone, distanceM: 108_500 });
    const away = [...field(30, { ...gone, status: 'abandoned' }), ...field(30, { ...gone, status: 'finished' })];
    expect(trackers(...field(10, {}), ...near, ...away)).toEqual(['good: 10 of 10 riders heard']);
    expect(trackers(...near, ...away)).toEqual([]);
    expect(trackers(...field(10, {}), ...field(40, { ...gone, distanceM: 107_500 }))[0]).toMatch(/^bad/);
  });
});

describe('the fixes', () => {
  const fixes = (its: Partial<Quarantined>, over: Partial<Race> = {}) =>
    said(racing(over), 'Last minute', START_MS, refused(its));

  it('are told by their share of the last minute, however many they were before', () => {
    expect(fixes({ share: 0.04 })).toEqual(['warning: 4 % of fixes not on the road']);
    expect(fixes({ share: 0.029 })).toEqual(['good: 2.9 % of fixes not on the road']);
    expect(fixes({ share: 0.3 })).toEqual(['bad: 30 % of fixes not on the road']);
    expect(fixes({ share: 0, count: 1_000_000 })).toEqual([]);
  });

  it('that are told twice or late harm nobody', () => {
    for (const reason of ['duplicate', 'late'] as const) expect(fixes({ reason, share: 0.5 })[0]).toMatch(/^good/);
  });

  it('are not judged before km 0, nor when all are in', () => {
    for (const phase of ['before', 'neutral', 'finished'] as const)
      expect(fixes({ share: 0.9 }, { phase })).toEqual(['idle: 90 % of fixes not on the road']);
  });

  it('have an example', () => {
    expect(raceLines(racing(), [refused({})], START_MS).at(-1)?.example).toBe('Bib 41 was 4.2 km from the course.');
  });
});

it('a share has two figures', () => {
  expect([0.001, 0.0061, 0.04, 0.0994, 0.0996, 0.427, 1].map(percent)).toEqual([
    '0.1 %',
    '0.6 %',
    '4 %',
    '9.9 %',
    '10 %',
    '43 %',
    '100 %',
  ]);
});

it('a race that is being learnt says so, and for how long still', () => {
  const learning = { untilMs: START_MS + 39_500 };
  expect(said(racing({ learning }), 'Race')).toEqual(['warning: learning the race, 40 s']);
  expect(said(racing(), 'Race')).toEqual([]);
});

it('laps that nobody knows are told while there are any', () => {
  const places = Array.from({ length: 12 }, (_, i) => place(`${i}`));
  const lapless = (withoutLap: number) => said(racing({ places, health: { ...race().health, withoutLap } }), 'Lap')[0];
  expect(lapless(5)).toBe('warning: not known of 5 riders: say it, or wait for the line');
  expect(lapless(6)).toMatch(/^bad/);
  expect(lapless(0)).toBeUndefined();
});

it('before the race rolls nothing of it is judged', () => {
  const places = [place('1', { tracker: 'off' }), place('2', { tracker: 'off' })];
  const levels = (phase: Race['phase']) =>
    raceLines(race({ phase, places }), [], START_MS + 600_000).map(({ level }) => level);
  expect(levels('neutral')).toEqual(['bad', 'bad']);
  for (const phase of ['before', 'finished'] as const) expect(levels(phase)).toEqual(['idle', 'idle']);
});
