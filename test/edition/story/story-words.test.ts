import { describe, expect, it } from 'vitest';
import { defaultEdition, type Language, languages } from '../../../src/edition/edition.ts';
import { storyWords } from '../../../src/edition/story/story-words.ts';
import { type Story, type StoryKind, storyKinds } from '../../../src/insight/story.ts';
import type { Rider } from '../../../src/race/sheet.ts';
import { course, race, rider, START_MS, sheet } from '../../support/race.ts';

const climb = {
  name: 'Col du Loup',
  category: '1',
  summitKm: 40,
  lengthKm: 8,
  gradientPct: 7,
  altitudeM: 900,
} as const;
const road = course({ climbs: [climb] });
const names: readonly Partial<Rider>[] = [
  { given: 'Ann', family: 'Price' },
  { given: 'Jean-Pierre', family: 'Iglesias', nation: 'ESP' },
  { given: 'Eva', family: 'Ersen' },
  { given: 'Otto', family: 'van der Hoornvelden-Larrazabal', nation: 'NED' },
  { given: 'Maximilian', family: 'Schachmann-Grabenstein' },
  { given: '', family: 'Iglesias' },
];
const starters = new Map(names.map((name, i) => [String(i + 1), rider(String(i + 1), name)]));
const papers = sheet({ course: road, riders: starters });
const today = race({ sheet: papers });

const facts: Readonly<Record<StoryKind, Story['facts']>> = {
  attack: { riders: 1, gap: 23 },
  split: { riders: 31, gap: 12 },
  caught: { riders: 1, km: 140 },
  returned: { riders: 12 },
  dropped: { riders: 1, gap: 48 },
  'climb time': { riders: 1, time: 1302, gap: 8, bracket: 4 },
  'last hour': { km: 45.4, speed: 45.4 },
  'time in front': { riders: 1, time: 10_800, km: 132 },
  'biggest mover': { places: 6, rank: 16, gap: 984 },
  'best placed in front': { rank: 14, gap: 604, riders: 3 },
  'jersey at risk': { gap: 17 },
  'teammates in front': { riders: 4, together: 18 },
  wind: { speed: 32 },
  'forecast changed': { riders: 1, gap: 45, km: 18 },
};
const inJersey: readonly StoryKind[] = ['jersey at risk'];

function story(kind: StoryKind, over: Partial<Story> = {}): Story {
  return {
    id: kind,
    kind,
    atMs: START_MS,
    offeredMs: START_MS + 62_000,
    untilMs: START_MS + 600_000,
    atM: 85_500,
    bibs: ['last hour', 'wind', 'split', 'returned'].includes(kind) ? [] : ['1'],
    groups: ['g1'],
    mark: kind === 'climb time' ? road.climbs[0]!.id : null,
    jersey: inJersey.includes(kind) ? 'general' : null,
    team: kind === 'teammates in front' ? papers.teams[0]!.code : null,
    expects: kind === 'forecast changed' ? 'will be caught' : null,
    facts: facts[kind],
    isEstimated: false,
    score: 0.5,
    ...over,
  };
}

const inWords = (one: Story, language: Language = 'en') => storyWords(one, today, { ...defaultEdition, language });
const text = (kind: StoryKind, over: Partial<Story> = {}, language: Language = 'en') =>
  inWords(story(kind, over), language).text;

describe('a story in words', () => {
  it('is one sentence, in English', () => {
    expect(storyKinds.map((kind) => text(kind))).toEqual([
      'A. PRICE attacks: 23" clear with 24.5 km to go.',
      '31 riders lose contact: 12" behind.',
      'A. PRICE back in the peloton after 140 km in front.',
      '12 riders back in the peloton.',
      'A. PRICE loses contact: 48" behind.',
      `Col du Loup: fastest time by A. PRICE, 21'42", 8" ahead of the rest.`,
      '45.4 km covered in the last hour.',
      'A. PRICE has been in front for more than 3 hours: 132 km.',
      'A. PRICE, 16th overall as it stands: 6 places gained.',
      `A. PRICE, 14th overall at 10'04", is in front of the race.`,
      'As it stands A. PRICE would take the yellow jersey by 17".',
      'Team T01: 4 of the 18 riders in front.',
      'Crosswind, 32 km/h: the peloton may split into echelons.',
      'Forecast: A. PRICE to be caught, 45" clear with 24.5 km to go.',
    ]);
  });

  it('is one sentence, in French', () => {
    const plain = storyKinds.map((kind) => text(kind, {}, 'fr').replaceAll('\u00a0', '_'));
    expect(plain).toEqual([
      `A. PRICE attaque_: 23" d'avance à 24,5 km de l'arrivée.`,
      '31 coureurs perdent le contact_: 12" de retard.',
      'A. PRICE de retour dans le peloton après 140 km devant.',
      '12 coureurs de retour dans le peloton.',
      'A. PRICE perd le contact_: 48" de retard.',
      `Col du Loup_: meilleur temps pour A. PRICE, 21'42", 8" devant les autres.`,
      '45,4 km parcourus dans la dernière heure.',
      'A. PRICE en tête depuis plus de 3 heures_: 132 km.',
      'A. PRICE, 16e du général virtuel_: 6 places gagnées.',
      `A. PRICE, 14e du général à 10'04", est en tête de la course.`,
      `En l'état, A. PRICE prendrait le maillot jaune pour 17".`,
      'Team T01_: 4 des 18 coureurs en tête.',
      'Vent de côté, 32 km/h_: risque de bordures dans le peloton.',
      `Prévision_: retour du peloton sur A. PRICE, 45" d'avance à 24,5 km de l'arrivée.`,
    ]);
  });

  it('says several in the plural, and names three at most', () => {
    expect(text('attack', { bibs: ['1', '2'] })).toBe(
      'A. PRICE and J.-P. IGLESIAS attack: 23" clear with 24.5 km to go.',
    );
    expect(text('attack', { bibs: ['1', '2', '3'] }, 'nl')).toBe(
      'A. PRICE, J.-P. IGLESIAS en E. ERSEN vallen aan: 23" voorsprong met nog 24,5 km te gaan.',
    );
    expect(text('caught', { bibs: ['1', '2', '3', '4'], facts: { riders: 4, km: 9 } })).toBe(
      'A. PRICE, J.-P. IGLESIAS and 2 others back in the peloton after 9 km in front.',
    );
    expect(text('time in front', { facts: { riders: 1, time: 3600, km: 40 } }, 'fr')).toContain("plus d'une heure");
  });

  it('keeps the ear of a language: "e", "ed"', () => {
    expect(text('dropped', { bibs: ['1', '2'], facts: { gap: 30 } }, 'es')).toMatch(/PRICE y J\.-P\. IGLESIAS pierden/);
    expect(text('dropped', { bibs: ['1', '6'], facts: { gap: 30 } }, 'es')).toContain('A. PRICE e IGLESIAS');
    expect(text('dropped', { bibs: ['1', '3'], facts: { gap: 30 } }, 'it')).toMatch(/PRICE ed E\. ERSEN perdono/);
  });

  it('is of a jersey, and of points, where it is', () => {
    expect(text('dropped', { jersey: 'points' })).toBe('A. PRICE, green jersey, 48" behind the peloton.');
    const points = { jersey: 'points', facts: { points: 120, gap: 4 } } as const;
    expect(text('jersey at risk', points)).toBe('As it stands A. PRICE would take the green jersey with 120 points.');
    expect(text('jersey at risk', points, 'it')).toBe('Al momento A. PRICE vestirebbe la maglia verde con 120 punti.');
    expect(inWords(story('jersey at risk', points)).why).toContain('gap 4 · points 120');
  });

  it('says with whom they ride on who were joined', () => {
    const joined = { facts: { riders: 1, together: 7 } };
    expect(text('caught', joined)).toBe('A. PRICE joined from behind: 7 riders together.');
    expect(text('returned', { ...joined, bibs: ['1'] }, 'fr')).toContain('fait la jonction');
  });

  it('marks what is estimated', () => {
    expect(text('attack', { isEstimated: true })).toContain('~23"');
    expect(text('climb time', { isEstimated: true }, 'fr')).toContain(`~21'42"`);
  });

  it('says how far from the record of a climb, faster or slower', () => {
    const off = (record: number, language: Language) =>
      text('climb time', { facts: { ...facts['climb time'], record } }, language)
        .split(', ')
        .at(-1);
    expect(off(62, 'en')).toBe(`1'02" off the record.`);
    expect(off(-5, 'en')).toBe('5" faster than the record.');
    expect(off(62, 'fr')).toBe(`à 1'02" du record.`);
    expect(off(-5, 'nl')).toBe('5" sneller dan het record.');
    const slower = story('climb time', { facts: { ...facts['climb time'], record: 62 }, isEstimated: true });
    expect(inWords(slower).why).toContain(`record +~1'02"`);
  });

  it('says that a forecast is one', () => {
    expect(text('forecast changed', { expects: 'will hold' })).toMatch(/^Forecast: A\. PRICE to stay away/);
    expect(text('forecast changed', { expects: 'will hold' }, 'es')).toMatch(/^Previsión: .*resiste/);
  });

  it('rests on facts that it can name', () => {
    expect(inWords(story('attack')).why).toBe(`85.5 km · riders 1 · gap 23" · seen for 1'02"`);
  });

  it('says miles to who wants them', () => {
    const imperial = { ...defaultEdition, units: 'imperial' } as const;
    expect(storyWords(story('attack'), today, imperial).text).toContain('15.2 mi to go');
    expect(storyWords(story('last hour'), today, imperial).text).toContain('28.2 mi');
  });

  it('is short and whole in every language, whoever it is about', () => {
    for (const language of languages)
      for (const kind of storyKinds)
        for (const bibs of [['1'], ['4'], ['4', '5'], ['4', '5', '2'], ['1', '2', '3', '4', '5'], []])
          for (const over of [{}, { isEstimated: true }, { jersey: 'mountain' as const }]) {
            const one = story(kind, { bibs, ...over, facts: { ...facts[kind], riders: Math.max(bibs.length, 5) } });
            const { title, text, why } = inWords(one, language);
            const what = `${language} ${kind} ${bibs}: ${title} | ${text} | ${why}`;
            expect(title.length, what).toBeLessThanOrEqual(30);
            expect(title.length, what).toBeGreaterThan(0);
            expect(text.length, what).toBeLessThanOrEqual(bibs.length === 1 ? 110 : 95);
            expect(`${title} ${text} ${why}`, what).not.toMatch(/undefined|NaN|null|\s{2}|\s,|\u2013/);
            expect(text, what).toMatch(/\.$/);
            // No figure without its unit.
            for (const fact of ['gap', 'time'] as const)
              if (one.facts[fact] !== undefined && kind !== 'jersey at risk') expect(why, what).toMatch(/\d["']/);
          }
  });
});
