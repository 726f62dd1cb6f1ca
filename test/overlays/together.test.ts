import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/host/scenes.ts';
import type { Race } from '../../src/race/race.ts';
import { mountains } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { excludes } from '../../src/show/zones.ts';
import { racesOf } from '../race/built-in-race.ts';
import { type Air, deaf, readOff, spoken, type Taken, type Voice, voices } from './spoken.ts';

const PAIRS = voices.flatMap((one, i) =>
  voices
    .slice(i + 1)
    .filter((other) => !excludes(one.manifest.layer, other.manifest.layer))
    .map((other): readonly [Voice, Voice] => [one, other]),
);
const voice = (id: string): Voice => voices.find(({ manifest }) => manifest.id === id)!;

/** In which ways it may be taken: with each of its choices, on its second page; a strap of somebody of every group. */
function waysOf(voice: Voice, { groups, timeTrial }: Race): Taken[] {
  const { params } = voice.manifest;
  const bibs = [...groups.map((group) => group.bibs.at(-1)!), ...(timeTrial?.runs ?? []).map(({ bib }) => bib)];
  // What an operator asks for by name he gets, said already or not.
  if ('bib' in params) return bibs.map((bib) => ({ voice, params: { bib } }));
  const choices = Object.entries(params).flatMap(([name, param]) =>
    param.type === 'choice' ? Object.keys(param.choices).map((choice) => ({ voice, params: { [name]: choice } })) : [],
  );
  return [{ voice }, { voice, step: 1 }, ...choices];
}

/** What stands twice on screen: "climb-card, status-bar: 4.8 km". */
function twice(race: Race, pairs: readonly (readonly [Voice, Voice])[], air: Air = {}): string[] {
  // Times of this morning are others, and may be alike.
  const today = { ...race, sheet: { ...race.sheet, general: [] } };
  // Who says no value alone says none beside others.
  const talking = (voice: Voice) =>
    waysOf(voice, today).filter((taken) => readOff(spoken(today, [taken], air)).length > 0);
  const waysBy = new Map([...new Set(pairs.flat())].map((voice) => [voice, talking(voice)]));
  const found = pairs.flatMap(([one, other]) =>
    waysBy.get(one)!.flatMap((first) =>
      waysBy.get(other)!.flatMap((second) => {
        const [read, again] = spoken(today, [first, second], air).map(readOff);
        const both = read!.filter((value) => again!.includes(value));
        return both.map((value) => `${one.manifest.id}, ${other.manifest.id}: ${value}`);
      }),
    ),
  );
  return [...new Set(found)];
}

const DEAF = PAIRS.map(([one, other]) => [deaf(one), deaf(other)] as const);
const pairOf = (line: string): string => line.replace(/:.*/, '');

/** Those that say the same where nobody listens; the others do so where somebody thinks. */
const REPEATING = [
  ...['climb-card, gap-ticker', 'climb-card, position-tower', 'climb-card, status-bar'],
  ...['gap-ticker, rider-strap', 'position-tower, rider-strap'],
];
const THINKING = [
  ...['catch-meter, gap-ticker', 'catch-meter, position-tower', 'catch-meter, rider-strap', 'catch-meter, status-bar'],
  ...['gap-graph, gap-ticker', 'gap-graph, position-tower', 'gap-graph, rider-strap'],
];

describe('two graphics on air at once never say the same', () => {
  const scenes = [...catalogue].flatMap(([id, its]) =>
    Object.entries(its).map(([name, scene]) => [`${id}/${name}`, scene] as const),
  );

  it.each(scenes)('of the race of %s', (_, scene) => {
    for (const race of [scene.race, ...(scene.later ? [scene.later] : [])])
      expect(twice(race, PAIRS, scene)).toEqual([]);
  });

  it('of the built-in race, every five minutes, and every ten seconds of its last 5 km', () => {
    const [said, saidByTheDeaf] = [new Set<string>(), new Set<string>()];
    let nextMs = 0;
    for (const race of racesOf(1, [])) {
      if (race.atMs < nextMs) continue;
      const leftM = race.sheet.course.lengthM - (race.groups[0]?.frontM ?? 0);
      nextMs = race.atMs + (leftM < 5000 ? 10_000 : 300_000);
      for (const line of twice(race, PAIRS)) said.add(line);
      for (const line of twice(race, DEAF)) saidByTheDeaf.add(pairOf(line));
    }
    expect([...said]).toEqual([]);
    expect([...saidByTheDeaf].sort()).toEqual(REPEATING);
  });

  it('and would, if they did not listen, or a flash said how far it is', () => {
    const repeating = new Set(scenes.flatMap(([, scene]) => twice(scene.race, DEAF, scene).map(pairOf)));
    expect([...repeating].sort()).toEqual([...REPEATING, ...THINKING].sort());
    const flash = { ...voice('last-km'), select: () => ({ figure: '3', words: 'km to go' }) };
    const late = situation({ headKm: 165.1, groups: [{ kind: 'peloton', bibs: 176 }] });
    expect(twice(late, [[voice('status-bar'), flash]])).toEqual(['status-bar, last-km: km to go']);
  });
});

describe('what is not said yet is said', () => {
  const breakaway = (headKm: number, course = mountains) =>
    situation({
      headKm,
      course,
      groups: [
        { kind: 'head', bibs: ['33'] },
        { kind: 'chasers', bibs: ['24', '77'], gapS: 83 },
        { kind: 'peloton', bibs: 92, gapS: 254 },
      ],
    });
  const strap = (bib: string, fact = 'auto'): Taken => ({ voice: voice('rider-strap'), params: { bib, fact } });
  const beside = (race: Race, first: Taken, second: Taken): string[] => readOff(spoken(race, [first, second])[1]);

  it.each([
    ['no groups', { voice: voice('status-bar') }],
    ['fewer groups', { voice: voice('gap-ticker'), params: { groups: 2 } }],
    ['riders who lead', { voice: voice('position-tower'), params: { rows: 5 } }],
  ])('by the strap beside a stack with %s', (_, stack: Taken) => {
    const race = situation({
      headKm: 125.74,
      groups: [
        { kind: 'head', bibs: ['33', '12', '54', '61'] },
        { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
        { kind: 'peloton', bibs: ['5'], gapS: 254 },
      ],
    });
    expect(beside(race, stack, strap('5'))).toContain(`+4'14"`);
  });

  it('by the strap when the operator asks for it', () => {
    const ticker = { voice: voice('gap-ticker') };
    expect(beside(breakaway(125.74), ticker, strap('24'))).toEqual([]);
    expect(beside(breakaway(125.74), ticker, strap('24', 'group'))).toContain(`+1'23"`);
  });

  it('by the card of a summit that is not the finish, however near', () => {
    const header = { voice: voice('status-bar') };
    const card = { voice: voice('climb-card') };
    const moved = (summitM: number) => {
      const [last, ...others] = [...mountains.climbs].reverse();
      return { ...mountains, climbs: [...others.reverse(), { ...last!, summitM }] };
    };
    const read = (summitM: number) => beside(breakaway(165, moved(summitM)), header, card);
    expect(read(168_000)).not.toContain('to summit');
    expect(read(167_990)).not.toContain('to summit');
    expect(read(167_850)).toEqual(expect.arrayContaining(['2.8 km', 'to summit']));
    expect(beside(breakaway(104), header, card)).toEqual(expect.arrayContaining(['8.0 km', 'to summit']));
  });
});
