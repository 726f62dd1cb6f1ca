import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/status-bar/manifest.ts';
import { select } from '../../overlays/status-bar/select.ts';
import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { fiveLaps } from '../support/courses.ts';
import { race, START_MS } from '../support/race.ts';
import { seeing, type Told } from './seen.ts';
import { run, trial } from './trial.ts';

const bar = seeing(manifest, select);
const groups = [
  { kind: 'head', bibs: 4, speedKph: 43.6 },
  { kind: 'peloton', bibs: 92, gapS: 254, speedKph: 51 },
] as const;
const onRoad = (headKm: number, over: Partial<Race> = {}) => situation({ headKm, groups, over });
const onLaps = (headKm: number) => situation({ headKm, groups, course: fiveLaps });

const AFTER = { now: START_MS + 3_723_900 };
const besideIn = (of: Race, beside: string, told: Told = {}) =>
  bar.of(of, { ...AFTER, params: { beside }, ...told }).header.beside;

describe('the status bar', () => {
  it('is a header without rows: what the head still has to ride', () => {
    const view = bar.of(onRoad(125.74), { edition: { language: 'fr' } });
    expect(view.rows).toEqual([]);
    expect(view.header).toMatchObject({ figure: '42,2', words: ['km à parcourir', 'km'] });
    expect(bar.of(onRoad(167.4)).header).toMatchObject({ figure: '600', words: ['m to go', 'm'] });
  });

  it('says before and after the race where it is', () => {
    expect(bar.of(onRoad(0, { phase: 'neutral' })).header).toMatchObject({ figure: '', words: ['Neutral start'] });
    expect(bar.of(situation({ headKm: 0, groups: [], over: { phase: 'finished' } })).header).toMatchObject({
      figure: '',
      words: ['Finish'],
    });
  });

  it('has nothing to say while nobody is located in the race', () => {
    expect(bar.whyNot(race())).toBe('no group on the road');
    expect(bar.whyNot(race({ learning: { untilMs: 0 } }))).toBe('learning the race');
  });
});

describe('beside the distance', () => {
  it('stands the time since the start, in whole seconds that have passed', () => {
    expect(besideIn(onRoad(60), 'elapsed')).toEqual(['1:02:03']);
    expect(besideIn(onRoad(60), 'elapsed', { edition: { gapStyle: 'classic' } })).toEqual(['1:02:03']);
    expect(besideIn(onRoad(60), 'elapsed', { now: START_MS + 59_999 })).toEqual(['0:59']);
  });

  it('stands no time before the start, where nobody knows it, nor once somebody has finished', () => {
    expect(besideIn(onRoad(0, { phase: 'neutral' }), 'elapsed')).toEqual(['Stage 9']);
    expect(besideIn(onRoad(60), 'elapsed', { now: START_MS - 1 })).toEqual(['Stage 9']);
    const { sheet, places } = onRoad(60);
    const unknown = { ...onRoad(60), sheet: { ...sheet, info: { ...sheet.info, startMs: null } } };
    expect(besideIn(unknown, 'elapsed')).toEqual(['Stage 9']);
    const finish = { value: 0, atMs: START_MS, origin: 'timed' } as const;
    const over = onRoad(167, { places: [{ ...places[0]!, status: 'finished', finish }, ...places.slice(1)] });
    expect(besideIn(over, 'elapsed')).toEqual(['Stage 9']);
  });

  it('stands the speed of the head while the news is fresh', () => {
    expect(besideIn(onRoad(60), 'speed')).toEqual(['44 km/h']);
    expect(besideIn(onRoad(60), 'speed', { edition: { units: 'imperial' } })).toEqual(['27 mph']);
    expect(besideIn(onRoad(60), 'speed', { news: 'ageing' })).toEqual(['Stage 9']);
    expect(besideIn(onRoad(60), 'speed', { news: 'old' })).toEqual(['Stage 9']);
    expect(besideIn(onRoad(0, { phase: 'neutral' }), 'speed')).toEqual(['Stage 9']);
  });

  it('stands the lap of the head, from the circuit on', () => {
    expect([2.9, 3.1, 8.9, 9.1, 32.9].map((headKm) => besideIn(onLaps(headKm), 'laps')[0])).toEqual([
      ...['Stage 9', 'Lap 1/5', 'Lap 1/5', 'Lap 2/5', 'Lap 5/5'],
    ]);
    expect(besideIn(onLaps(9.1), 'laps', { edition: { language: 'it' } })).toEqual(['Giro 2/5']);
    expect(besideIn(onRoad(60), 'laps')).toEqual(['Stage 9']);
    const onwards = situation({ headKm: 33.5, groups, course: { ...fiveLaps, lengthM: 40_000 } });
    expect(besideIn(onwards, 'laps'), 'where the road leaves the circuit').toEqual(['Stage 9']);
  });

  it('stands the stage, as far as its first dot', () => {
    expect(besideIn(onRoad(60), 'stage')).toEqual(['Stage 9']);
    const { sheet } = onRoad(60);
    const classic = { ...onRoad(60), sheet: { ...sheet, info: { ...sheet.info, stage: 'One day' } } };
    expect(besideIn(classic, 'stage')).toEqual(['One day']);
  });

  it('stands the stage in a time trial: nobody has the way or the time of all', () => {
    const clock = trial([], [run('1', {})]);
    expect(bar.of(clock, AFTER).header).toEqual({ figure: '', words: ['Time trial'], beside: ['Stage 9'] });
    expect(besideIn(clock, 'elapsed')).toEqual(['Stage 9']);
  });

  it('stands by itself the lap on a circuit, else the time, else the stage', () => {
    expect(besideIn(onLaps(9.1), 'auto')).toEqual(['Lap 2/5']);
    expect(besideIn(onLaps(2.9), 'auto')).toEqual(['1:02:03']);
    expect(besideIn(onRoad(60), 'auto')).toEqual(['1:02:03']);
    expect(besideIn(onRoad(0, { phase: 'neutral' }), 'auto')).toEqual(['Stage 9']);
  });
});
