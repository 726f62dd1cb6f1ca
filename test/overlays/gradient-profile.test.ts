import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/gradient-profile/manifest.ts';
import { select } from '../../overlays/gradient-profile/select.ts';
import { mountains } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { sameView } from '../../src/stage/same-view.ts';
import { course, START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const profile = seeing(manifest, select);
const at = (headKm: number) =>
  situation({
    headKm,
    groups: [
      { kind: 'head', bibs: ['33', '12'] },
      { kind: 'peloton', bibs: 20, gapS: 100 },
    ],
  });
const keyAt = (headKm: number) => profile.of(at(headKm)).key;

describe('the profile', () => {
  it('shows the stage, and a climb from a kilometre before its foot to its top', () => {
    const [, , vallon, , last] = mountains.climbs;
    expect([90, 93.5, 112.2].map(keyAt)).toEqual(['stage', vallon!.id, 'stage']);
    expect(keyAt(160)).toBe(last!.id);
  });

  it('stays with a climb to the finish until all are up', () => {
    const [first, ...others] = at(167.9).places;
    const finish = { value: 0, atMs: START_MS, origin: 'timed' } as const;
    const race = { ...at(167.9), places: [{ ...first!, status: 'finished' as const, finish }, ...others] };
    expect(profile.of(race)).toMatchObject({ key: mountains.climbs.at(-1)!.id, ridden: 1 });
  });

  it('shows what the operator asks for', () => {
    expect(profile.of(at(105), { params: { view: 'stage' } }).key).toBe('stage');
    expect(profile.of(at(3), { params: { view: 'climb' } }).key).toBe(mountains.climbs[0]!.id);
  });

  it('names what is still to come first, the hardest first, and does without altitude behind', () => {
    const { summits } = profile.of(at(120));
    expect(summits.map(({ texts, passed }) => [texts[0], passed])).toEqual([
      ['Les Aigles  1832 m', false],
      ['Pas de la Bergère  1705 m', false],
      ['Col du Grand Vallon', true],
      ['Col de Malaval', true],
      ['Côte des Granges', true],
    ]);
  });

  it('glides between fixes, by the clock of the race', () => {
    const race = at(84);
    const [before, after] = [START_MS, START_MS + 10_000].map((now) => profile.of(race, { now }));
    // 40 km/h for 10 s are 111 m of 168 km.
    expect(after!.groups[0]!.at - before!.groups[0]!.at).toBeCloseTo(111 / 168_000, 3);
    expect(after!.ridden).toBe(after!.groups[0]!.at);
  });

  it('is the same view while nothing moved by what can be seen', () => {
    const race = at(84);
    expect(sameView(profile.of(race), profile.of(race, { now: START_MS + 100 }))).toBe(true);
    expect(sameView(profile.of(race), profile.of(race, { now: START_MS + 10_000 }))).toBe(false);
  });

  it('leaves out the groups that are not on the climb', () => {
    expect(profile.of(at(94.6)).groups.map(({ key }) => key)).toEqual(['g1']);
  });

  it('prints gradients in the language, each shorter than the one before', () => {
    const { shape, facts } = profile.of(at(105), { edition: { language: 'fr' } });
    expect(shape.blocks[1]!.texts).toEqual(['5,7%', '5,7', '6']);
    expect(facts[0]).toBe('17,6 km  ·  7,4%');
  });

  it('counts in the units of the edition', () => {
    const texts = (units: 'metric' | 'imperial') => profile.of(at(84), { edition: { units } }).ticks.map((t) => t.text);
    expect(texts('metric')).toEqual(['0', '20', '40', '60', '80', '100', '120', '140', '160']);
    expect(texts('imperial')).toEqual(['0', '20', '40', '60', '80']);
  });

  it('has nothing to say of a course without elevation', () => {
    const flat = { ...course(), profile: { stepM: 50, altitudesM: [] } };
    const onFlat = situation({ headKm: 3, groups: [{ kind: 'head', bibs: 2 }], course: flat });
    expect(profile.whyNot(onFlat)).toBe('the course has no elevation');
  });
});
