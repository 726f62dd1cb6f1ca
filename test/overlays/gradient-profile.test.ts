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
/** How much of a road of 168 km it shows, up to the line. */
const shownKm = (headKm: number, told = {}) => {
  const [length, from] = profile.of(at(headKm), told).key.split(' ').map(Number);
  return (length! - from!) / 1000;
};

describe('the profile', () => {
  it('shows the stage, then the last 20, 10 and 5 km', () => {
    expect([0, 147.9, 148, 157.9, 158, 162.9, 163, 168].map((headKm) => shownKm(headKm))).toEqual([
      168, 168, 20, 20, 10, 10, 5, 5,
    ]);
  });

  it('stays with the stage where the operator asks for it, and where the finale is half of it or more', () => {
    expect(shownKm(166, { params: { view: 'stage' } })).toBe(168);
    const short = (leftKm: number) => {
      const road = course({
        lengthKm: 16,
        line: course()
          .line.slice(0, 17)
          .map((one) => ({ ...one, altitudeM: null })),
      });
      return profile.of(situation({ headKm: 16 - leftKm, groups: [{ kind: 'head', bibs: 2 }], course: road })).key;
    };
    expect(short(9)).toBe('16000 0');
    expect(short(4)).toBe('16000 11000');
  });

  it('is another shape where another road is shown, and the same one else', () => {
    expect(profile.of(at(84)).shape).toBe(profile.of(at(85)).shape);
    expect(profile.of(at(150)).shape).not.toBe(profile.of(at(84)).shape);
    expect(profile.of(at(150)).shape).toBe(profile.of(at(151)).shape);
  });

  it('stays at the line until all are in', () => {
    const [first, ...others] = at(167.9).places;
    const finish = { value: 0, atMs: START_MS, origin: 'timed' } as const;
    const race = { ...at(167.9), places: [{ ...first!, status: 'finished' as const, finish }, ...others] };
    expect(profile.of(race)).toMatchObject({ key: '168000 163000', ridden: 1, hasFinish: true });
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
    expect(summits[1]!.at).toBeCloseTo(138 / 168, 3);
  });

  it('names in the finale what lies in it', () => {
    expect(profile.of(at(150)).summits.map(({ texts }) => texts[0])).toEqual(['Les Aigles  1832 m']);
    expect(profile.of(at(150)).sprints).toEqual([]);
    expect(profile.of(at(84)).sprints).toEqual([expect.closeTo(76 / 168, 3)]);
  });

  it('has the groups that are on the road that it shows, from head to back, by kind and size', () => {
    const groups = [
      { kind: 'head', bibs: 4 },
      { kind: 'rest', bibs: 7, gapS: 40 },
      { kind: 'peloton', bibs: 90, gapS: 254 },
    ] as const;
    const shown = (headKm: number) =>
      profile.of(situation({ headKm, groups })).groups.map(({ key, kind, size }) => [key, kind, size]);
    expect(shown(84)).toEqual([
      ['g1', 'head', '4'],
      ['g3', 'peloton', '90'],
    ]);
    // The peloton is 2.3 km behind, before the last 20 km.
    expect(shown(149)).toEqual([['g1', 'head', '4']]);
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

  it('prints nothing in the road, whose colours say how steep it is', () => {
    const { blocks } = profile.of(at(84)).shape;
    expect(blocks).toHaveLength(168);
    expect(blocks.every(({ texts }) => texts.length === 0)).toBe(true);
    expect(Math.max(...blocks.map(({ gradientPct }) => gradientPct))).toBeGreaterThan(8);
  });

  it('counts from the start in the units of the edition, and to the line in the finale', () => {
    const texts = (headKm: number, units: 'metric' | 'imperial') =>
      profile.of(at(headKm), { edition: { units } }).ticks.map(({ text }) => text);
    expect(texts(84, 'metric')).toEqual(['0', '20', '40', '60', '80', '100', '120', '140', '160']);
    expect(texts(84, 'imperial')).toEqual(['0', '20', '40', '60', '80']);
    expect(texts(164, 'metric')).toEqual(['5', '4', '3', '2', '1']);
    expect(texts(164, 'imperial')).toEqual(['3', '2', '1']);
  });

  it('is the road alone while nobody is located', () => {
    const view = profile.of(situation({ headKm: 0, groups: [] }));
    expect(view).toMatchObject({ key: `${mountains.lengthM} 0`, ridden: 0, groups: [] });
  });

  it('has nothing to say of a course without elevation', () => {
    const flat = { ...course(), profile: { stepM: 50, altitudesM: [] } };
    const onFlat = situation({ headKm: 3, groups: [{ kind: 'head', bibs: 2 }], course: flat });
    expect(profile.whyNot(onFlat)).toBe('the course has no elevation');
  });
});
