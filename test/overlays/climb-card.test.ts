import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/climb-card/manifest.ts';
import { select } from '../../overlays/climb-card/select.ts';
import type { Race } from '../../src/race/race.ts';
import { mountains } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { course, START_MS } from '../support/race.ts';
import { seeing, type Told } from './seen.ts';

const card = seeing(manifest, select);
const at = (headKm: number, over: Partial<Race> = {}) =>
  situation({
    headKm,
    groups: [
      { kind: 'head', bibs: ['33', '12'] },
      { kind: 'peloton', bibs: 20, gapS: 100 },
    ],
    over,
  });
/** 60 km flat at 200 m, 6 km at 5 %, 4 km at 10 % to the finish; the organiser names the second part alone. */
const steep = course({
  elevation: [
    { km: 0, altitudeM: 200 },
    { km: 100, altitudeM: 200 },
    { km: 106, altitudeM: 500 },
    { km: 110, altitudeM: 900 },
  ],
  climbs: [{ name: 'Mur de Valbrun', category: '1', summitKm: 110, lengthKm: 10, gradientPct: 7, altitudeM: 900 }],
});
const onSteep = (headKm: number, told?: Told) =>
  card.of(situation({ headKm, course: steep, groups: [{ kind: 'peloton', bibs: 90 }] }), told);

describe('the climb that is shown', () => {
  const nameAt = (headKm: number) => card.of(at(headKm)).name;

  it('is the one ahead, then the one that the head is on, until its summit', () => {
    expect([0, 28, 37.9, 38, 60.9, 61, 94, 111.9, 112].map(nameAt)).toEqual([
      ...['Col de Malaval', 'Col de Malaval', 'Col de Malaval'],
      ...['Côte des Granges', 'Côte des Granges'],
      ...['Col du Grand Vallon', 'Col du Grand Vallon', 'Col du Grand Vallon'],
      'Pas de la Bergère',
    ]);
  });

  it('stays where the finish is at its top, until all are up', () => {
    const { places } = at(167.9);
    const finish = { value: 0, atMs: START_MS, origin: 'timed' } as const;
    const won = at(167.9, { places: [{ ...places[0]!, status: 'finished', finish }, ...places.slice(1)] });
    expect(card.of(won)).toMatchObject({ name: 'Les Aigles', ridden: 1 });
    expect(card.of(won).heroes.map(({ label }) => label)).toEqual(['gradient']);
  });

  it('is one that the organiser names before one that only we found', () => {
    const climbs = mountains.climbs.map((climb, i) => ({ ...climb, found: i !== 3 }));
    const shown = (headKm: number) => {
      const groups = [{ kind: 'peloton', bibs: 90 }] as const;
      return card.of(situation({ headKm, groups, course: { ...mountains, climbs } })).name;
    };
    expect(shown(20)).toBe('Pas de la Bergère');
    // Behind it there is none that has a name.
    expect(shown(139)).toBe('Les Aigles');
  });

  it('has its category as it is printed, and none where there is none', () => {
    expect(card.of(at(100)).category).toBe('HC');
    const climbs = mountains.climbs.map((climb) => ({ ...climb, category: 'uncategorised' as const }));
    const plain = situation({ headKm: 100, groups: [{ kind: 'peloton', bibs: 9 }], course: { ...mountains, climbs } });
    expect(card.of(plain).category).toBe('');
  });

  it('is told from the next one, and from itself in another language', () => {
    const keys = [card.of(at(20)), card.of(at(50)), card.of(at(20), { edition: { language: 'fr' } })];
    expect(new Set(keys.map(({ key }) => key)).size).toBe(3);
    expect(card.of(at(20)).key).toBe(card.of(at(25)).key);
  });

  it('is none where none is ahead, or nothing is known of its road', () => {
    const groups = [{ kind: 'peloton', bibs: 9 }] as const;
    const passed = { ...mountains, climbs: mountains.climbs.slice(0, 1) };
    expect(card.whyNot(situation({ headKm: 40, groups, course: passed }))).toBe('no climb is ahead');
    const flat = { ...mountains, profile: { stepM: 50, altitudesM: [] } };
    expect(card.whyNot(situation({ headKm: 40, groups, course: flat }))).toBe('the course has no elevation');
  });

  it('is none in a race in which nobody is located, and the first one before it', () => {
    const nobody = (over: Partial<Race>) => situation({ headKm: 0, groups: [], over });
    expect(card.whyNot(nobody({}))).toBe('no group on the road');
    expect(card.whyNot(nobody({ learning: { untilMs: START_MS } }))).toBe('learning the race');
    expect(card.of(nobody({ phase: 'before' }))).toMatchObject({ name: 'Col de Malaval', groups: [], ridden: 0 });
  });
});

describe('the two figures', () => {
  it('are before the foot what comes: the way there, and the average', () => {
    expect(card.of(at(84)).heroes).toEqual([
      { label: 'to the foot', figure: '10.4', unit: 'km' },
      { label: 'average', figure: '7.4', unit: '%' },
    ]);
  });

  it('are on it what is left, and how steep it is here: the road as authored', () => {
    expect(onSteep(99.9).heroes.map(({ label }) => label)).toEqual(['to the foot', 'average']);
    expect(onSteep(103).heroes).toEqual([
      { label: 'to summit', figure: '7.0', unit: 'km' },
      { label: 'gradient', figure: '5.0', unit: '%' },
    ]);
    expect(onSteep(108.3).heroes).toEqual([
      { label: 'to summit', figure: '1.7', unit: 'km' },
      { label: 'gradient', figure: '10.0', unit: '%' },
    ]);
  });

  it('are in the last metres those of the road that there is', () => {
    expect(onSteep(109.96).heroes).toEqual([
      { label: 'to summit', figure: '0', unit: 'm' },
      { label: 'gradient', figure: '10.0', unit: '%' },
    ]);
  });

  it('go on between fixes', () => {
    // 40 km/h for 18 s are 200 m.
    expect(onSteep(108.3, { now: START_MS + 18_000 }).heroes[0]?.figure).toBe('1.5');
  });

  it('are in the language and the units of the edition', () => {
    const [toFoot, average] = card.of(at(84), { edition: { language: 'it', units: 'imperial' } }).heroes;
    expect(toFoot).toEqual({ label: "all'attacco", figure: '6,4', unit: 'mi' });
    expect(average).toEqual({ label: 'media', figure: '7,4', unit: '%' });
  });
});

describe('the card', () => {
  it('has its facts from long to short', () => {
    expect(card.of(at(103)).facts).toEqual(['17.6 km · 7.4% · 2142 m', '17.6 km · 2142 m', '2142 m']);
  });

  it('does not say the average twice while it is one of the two figures', () => {
    expect(card.of(at(84)).facts).toEqual(['17.6 km · 2142 m', '2142 m']);
  });

  it('is small, words alone, for a climb of less than 3 km', () => {
    expect([28, 57.2, 100].map((headKm) => card.of(at(headKm)).isSmall)).toEqual([false, true, false]);
  });

  it('prints the gradient of each kilometre, from long to short, in the language', () => {
    const { shape } = card.of(at(84), { edition: { language: 'nl' } });
    expect(shape.blocks).toHaveLength(18);
    expect(shape.blocks[1]!.texts).toEqual(['5,7', '6']);
  });

  it('plants the flags of those who are on it, and counts what is ridden', () => {
    // The peloton is 900 m behind: before the foot, then on the climb.
    const [head, both] = [card.of(at(94.6)), card.of(at(103.2))];
    expect(head.groups.map(({ key, size }) => [key, size])).toEqual([['g1', '2']]);
    expect(both.groups.map(({ kind, size }) => [kind, size])).toEqual([
      ['head', '2'],
      ['peloton', '20'],
    ]);
    expect(both.ridden).toBe(both.groups[0]!.at);
    expect(both.ridden).toBeCloseTo((103.2 - 94.4) / 17.6, 2);
    expect(card.of(at(84))).toMatchObject({ ridden: 0, groups: [] });
  });
});
