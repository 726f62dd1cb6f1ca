import { describe, expect, it } from 'vitest';
import type { Catch, CatchWord } from '../../../src/insight/forecast.ts';
import type { ClimbRecord } from '../../../src/insight/past.ts';
import { createStories } from '../../../src/insight/story/stories.ts';
import type { Story, StoryKind } from '../../../src/insight/story.ts';
import { footId } from '../../../src/race/course/climb-lines.ts';
import type { Race } from '../../../src/race/race.ts';
import type { Passage } from '../../../src/race/riders/passage.ts';
import type { RoadTimes } from '../../../src/race/road-times.ts';
import { noStandings } from '../../../src/race/standings/tables.ts';
import { course, group, place, race, rider, riders, START_MS, sheet } from '../../support/race.ts';

const bibs = [...riders(40).keys()];
const starters = new Map(bibs.map((bib, i) => [bib, rider(bib, { team: `T${(i % 20) + 1}` })]));
const road = course({
  climbs: [{ name: 'Col', category: '1', summitKm: 40, lengthKm: 10, gradientPct: 6, altitudeM: 900 }],
});
const general = bibs.map((bib, i) => ({ bib, behindS: i * 20 }));
const papers = sheet({ course: road, riders: starters, general, jerseys: [{ kind: 'general', bib: bibs[0]! }] });
const MPS = 11;

/** `away` are in front by so many seconds, the others follow; from 20 km on, since a second of the day. */
function onRoad(second: number, away: readonly string[], gapS: number, over: Partial<Race> = {}): Race {
  const atMs = START_MS + second * 1000;
  const frontM = 20_000 + MPS * second;
  const others = bibs.filter((bib) => !away.includes(bib));
  const gap = { value: gapS, atMs, origin: 'gps' } as const;
  const behindM = frontM - MPS * gapS;
  const at = (bib: string, i: number, distanceM: number, own: string, behindS: number) =>
    place(bib, { rank: i + 1, distanceM, atMs, group: own, gapS: behindS });
  return race({
    sheet: papers,
    atMs,
    groups: [
      ...(away.length > 0 ? [group({ id: 'g2', kind: 'head', bibs: away, frontM, backM: frontM })] : []),
      group({
        id: 'g1',
        bibs: others,
        frontM: behindM,
        backM: behindM - 100,
        ...(away.length > 0 && { gap, gapToPrevious: gap }),
      }),
    ],
    places: [
      ...away.map((bib, i) => at(bib, i, frontM, 'g2', 0)),
      ...others.map((bib, i) => at(bib, i + away.length, behindM, 'g1', gapS)),
    ],
    past: {
      lineage: [
        { kind: 'formed', group: 'g2', riders: away.length, atMs: START_MS + 10_000, distanceM: 20_100, from: ['g1'] },
      ],
      gaps: [],
    },
    ...over,
  });
}

/** All of one kind that are told until a second. */
function told(
  kind: StoryKind,
  untilS: number,
  raceAt: (s: number) => Race,
  {
    times = null,
    forecasts = () => [],
    records = [],
  }: { times?: RoadTimes | null; forecasts?: (s: number) => Catch[]; records?: readonly ClimbRecord[] } = {},
): readonly Story[] {
  const stories = createStories(records);
  let all: readonly Story[] = [];
  for (let s = 0; s <= untilS; s += 10) all = stories.look(raceAt(s), times, forecasts(s));
  return all.filter((story) => story.kind === kind);
}

const three = bibs.slice(4, 7);
const away = (s: number) => onRoad(s, s < 10 ? [] : three, 90);

describe('a time on a climb', () => {
  const [climb] = road.climbs;
  const passages = (timesS: readonly number[], bracketS: number | null): Passage[] =>
    bibs.slice(0, timesS.length).flatMap((bib, i): Passage[] => {
      const passage = { bib, rank: i + 1, origin: 'gps', lap: 0, bracketS } as const;
      const footMs = START_MS + 100_000;
      return [
        { ...passage, mark: footId(climb!.id), atMs: footMs },
        { ...passage, mark: climb!.id, atMs: footMs + timesS[i]! * 1000 },
      ];
    });
  const others = Array.from({ length: 15 }, (_, i) => 1300 + i);
  const climbed = (timesS: readonly number[], bracketS: number | null) =>
    told('climb time', 2200, (s) => onRoad(s, [], 0, { passages: passages(timesS, bracketS) }));

  it('is told of who was clearly fastest, once the peloton is over the top', () => {
    const [story] = climbed([1280, ...others], 2);
    expect(story).toMatchObject({ bibs: [bibs[0]], mark: climb!.id, facts: { time: 1280, gap: 20, bracket: 4 } });
    // The top is at 40 km: at 1818 s the front of the bunch is there.
    expect(story!.offeredMs).toBeGreaterThan(START_MS + 1_818_000);
  });

  it('ranks nobody where times are nearer than their brackets together', () => {
    expect(climbed([1294, ...others], 2)).toEqual([]);
    expect(climbed([1280, ...others], 6)).toEqual([]);
  });

  it('is told of several who cannot be told apart, if all others can', () => {
    expect(climbed([1280, 1282, ...others], 2)).toMatchObject([{ bibs: bibs.slice(0, 2), facts: { riders: 2 } }]);
  });

  it('is told with the record of the climb, where its bracket leaves no doubt on which side of it', () => {
    const off = (seconds: number, name = climb!.name) =>
      told('climb time', 2200, (s) => onRoad(s, [], 0, { passages: passages([1280, ...others], 2) }), {
        records: [{ name, seconds, who: '', year: null }],
      })[0]!.facts.record;
    expect(off(1200)).toBe(80);
    expect(off(1290)).toBe(-10);
    expect(off(1277)).toBeUndefined();
    expect(off(1283)).toBeUndefined();
    expect(off(1200, ` ${climb!.name.toUpperCase()} `)).toBe(80);
    expect(off(1200, 'Another')).toBeUndefined();
  });

  it('is of nobody through a hole, or between fixes that nobody knows', () => {
    expect(climbed([1100, ...others], 60)).toEqual([]);
    expect(climbed([1280, ...others], null)).toEqual([]);
  });
});

describe('what the day has come to', () => {
  it('is the last hour, once an hour, by the timetable', () => {
    const firstAt = (distanceM: number) => ({ atMs: START_MS + ((distanceM - 20_000) / MPS) * 1000, estimated: false });
    const times = { firstAt, passedAt: () => null };
    const stories = told('last hour', 7000, (s) => onRoad(s, [], 0), { times });
    expect(stories.map(({ facts }) => facts.km)).toEqual([39.6]);
    expect(told('last hour', 7000, (s) => onRoad(s, [], 0))).toEqual([]);
  });

  it('is an hour in front', () => {
    const [story, ...more] = told('time in front', 4000, away);
    expect(more).toEqual([]);
    expect(story).toMatchObject({ bibs: three, facts: { time: 3600, km: 39 } });
  });

  it('is the best placed of the break, while it is far enough ahead', () => {
    expect(told('best placed in front', 900, away)).toMatchObject([{ bibs: [bibs[4]], facts: { rank: 5, gap: 80 } }]);
    expect(told('best placed in front', 900, (s) => onRoad(s, s < 10 ? [] : three, 40))).toEqual([]);
  });

  it('is who has won the most places, alone', () => {
    const row = (bib: string, rank: number, moved: number) =>
      ({ rank, bib, behindS: rank * 10, moved, bonusS: 0, origin: 'gps' }) as const;
    const moved = (...rows: ReturnType<typeof row>[]) =>
      told('biggest mover', 900, (s) => ({ ...away(s), standings: { ...noStandings, general: rows } }));
    expect(moved(row(bibs[4]!, 2, 4), row(bibs[5]!, 3, 3))).toMatchObject([
      { bibs: [bibs[4]], facts: { places: 4, rank: 2, gap: 20 } },
    ]);
    expect(moved(row(bibs[4]!, 2, 3), row(bibs[5]!, 3, 3))).toEqual([]);
    expect(moved(row(bibs[4]!, 2, 2))).toEqual([]);
  });

  it('is a team that has most riders in front', () => {
    const four = [bibs[4]!, bibs[24]!, bibs[5]!, bibs[6]!];
    expect(told('teammates in front', 900, (s) => onRoad(s, s < 10 ? [] : four, 90))).toMatchObject([
      { team: 'T5', bibs: [bibs[4], bibs[24]], facts: { riders: 2, together: 4 } },
    ]);
    expect(told('teammates in front', 900, away)).toEqual([]);
  });

  it('is wind from the side for two minutes, never wind from behind', () => {
    const blowing = (relativeDeg: number, kph: number) => (s: number) =>
      onRoad(s, [], 0, { wind: { atMs: START_MS + s * 1000, kph, relativeDeg, temperatureC: null } });
    expect(told('wind', 400, blowing(80, 32))).toMatchObject([{ facts: { speed: 32 } }]);
    expect(told('wind', 110, blowing(80, 32))).toEqual([]);
    expect(told('wind', 400, blowing(185, 40))).toEqual([]);
  });
});

describe('a jersey at risk', () => {
  const leads =
    (sinceS: number, marginS = 15) =>
    (s: number) =>
      ({
        ...away(s),
        standings: {
          ...noStandings,
          general: [
            { rank: 1, bib: three[0]!, behindS: 0, moved: 4, bonusS: 0, origin: 'gps' },
            { rank: 2, bib: bibs[0]!, behindS: marginS, moved: -1, bonusS: 0, origin: 'gps' },
          ],
          leader: s < sinceS ? null : { bib: three[0]!, sinceMs: START_MS, marginS, challenger: null },
        },
      }) satisfies Race;

  it('is told once somebody else would wear it for a minute', () => {
    const [story] = told('jersey at risk', 900, leads(300));
    expect(story).toMatchObject({ jersey: 'general', bibs: [three[0]], facts: { gap: 15 } });
    expect(story!.offeredMs).toBeGreaterThanOrEqual(START_MS + 360_000);
    expect(told('jersey at risk', 900, leads(300, 3))).toEqual([]);
  });
});

describe('a forecast that changed', () => {
  const says = (word: CatchWord): Catch => ({
    kind: 'catch',
    id: 'catch head',
    madeMs: START_MS,
    untilMs: START_MS + 9_000_000,
    because: [],
    silent: null,
    group: 'g1',
    previous: 'g2',
    word,
    probability: 0.5,
    whereM: null,
  });
  const heard = (wordAt: (s: number) => CatchWord) =>
    told('forecast changed', 1200, away, { forecasts: (s) => [says(wordAt(s))] });

  it('is told when it says for a minute what it did not say before', () => {
    expect(heard((s) => (s < 600 ? 'will hold' : 'will be caught'))).toMatchObject([
      { expects: 'will be caught', bibs: three, facts: { gap: 90 } },
    ]);
    expect(heard(() => 'will hold')).toEqual([]);
    expect(heard((s) => (s < 600 || s > 640 ? 'will hold' : 'will be caught'))).toEqual([]);
  });
});
