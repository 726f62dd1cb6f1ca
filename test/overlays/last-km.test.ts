import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/last-km/manifest.ts';
import { select } from '../../overlays/last-km/select.ts';
import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { race, START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const flash = seeing(manifest, select);
/** The mountain stage is 168 km long. */
const left = (km: number, over: Partial<Race> = {}) =>
  situation({
    headKm: 168 - km,
    groups: [
      { kind: 'head', bibs: 4 },
      { kind: 'peloton', bibs: 92, gapS: 54 },
    ],
    over,
  });
const THREE = { words: 'Last 3 km' };
const LAST = { words: 'Last km' };

describe('the flash', () => {
  it('says the last 3 km, a little before the head comes to them', () => {
    expect(flash.whyNot(left(3.3))).toBe('the last 3 km have not begun');
    expect(flash.of(left(3.2))).toEqual(THREE);
    expect(flash.of(left(2.1))).toEqual(THREE);
  });

  it('does not say 3 km of less than two', () => {
    expect(flash.whyNot(left(1.9))).toBe('the last km has not begun');
  });

  it('says the last kilometre until the head has finished', () => {
    expect(flash.of(left(1.2))).toEqual(LAST);
    expect(flash.of(left(0.01))).toEqual(LAST);
    expect(flash.whyNot(left(0))).toBe('the head of the race has finished');
  });

  it('says nothing of the last kilometre to those who come after the first', () => {
    const { places } = left(0.9);
    const finish = { value: 0, atMs: START_MS, origin: 'timed' } as const;
    const one = left(0.9, { places: [{ ...places[0]!, status: 'finished', finish }, ...places.slice(1)] });
    expect(flash.whyNot(one)).toBe('the head of the race has finished');
  });

  it('goes by the clock between fixes', () => {
    // 40 km/h for 18 s are 200 m.
    expect(flash.whyNot(left(3.3))).toBe('the last 3 km have not begun');
    expect(flash.of(left(3.3), { now: START_MS + 18_000 })).toEqual(THREE);
  });

  it('counts kilometres in any units, in the words of the language', () => {
    expect(flash.of(left(3), { edition: { units: 'imperial' } })).toEqual(THREE);
    expect(flash.of(left(3), { edition: { language: 'fr' } })).toEqual({ words: '3 derniers km' });
    expect(flash.of(left(1), { edition: { language: 'fr' } })).toEqual({ words: 'Flamme rouge' });
  });

  it('has nothing to say while nobody races', () => {
    expect(flash.whyNot(race())).toBe('nobody is on the road');
    expect(flash.whyNot(left(3, { phase: 'neutral' }))).toBe('nobody is on the road');
    expect(flash.whyNot(left(0.5, { phase: 'finished' }))).toBe('nobody is on the road');
  });
});
