import { describe, expect, it } from 'vitest';
import { createStories } from '../../../src/insight/story/stories.ts';
import { type Telling, tellingOf } from '../../../src/insight/story/telling.ts';
import { worthTelling } from '../../../src/insight/story/worth.ts';
import { type Story, type StoryKind, storyKinds } from '../../../src/insight/story.ts';
import { group, race, START_MS } from '../../support/race.ts';
import { chances } from '../../support/ride.ts';
import { bunchDay, moved, toldUntil } from '../../support/told.ts';

/** The head of the race at a share of the road, so many minutes after the start. */
const at = (share: number, minute: number) =>
  race({ atMs: START_MS + minute * 60_000, groups: [group({ frontM: share * 110_000 })] });
const telling = (kind: StoryKind, key: string, minute: number, over: Partial<Telling> = {}): Telling =>
  tellingOf(kind, key, { atMs: START_MS + minute * 60_000, atM: 50_000, importance: 0.5, ...over });

describe('what is worth telling', () => {
  it('is scored by novelty, importance, confidence and freshness', () => {
    const now = at(0.5, 60);
    const scoreOf = (over: Partial<Telling>, told: readonly Story[] = [], kind: StoryKind = 'attack') =>
      worthTelling([telling(kind, 'now', 60, { importance: 1, ...over })], told, now)[0]?.score;
    const [before] = worthTelling([telling('attack', 'old', 40, { bibs: ['1'] })], [], at(0.4, 40));
    const [figure] = worthTelling([telling('time in front', 'old', 40, { bibs: ['1'] })], [], at(0.4, 40));
    expect(scoreOf({})).toBe(1);
    expect(scoreOf({ importance: 0.8 })).toBe(0.8);
    expect(scoreOf({ confidence: 0.7 })).toBe(0.7);
    expect(scoreOf({ readyMs: START_MS + 57 * 60_000 })).toBe(0.6);
    expect(scoreOf({ bibs: ['1'] }, [before!])).toBe(0.9);
    expect(scoreOf({ bibs: ['2'] }, [figure!], 'time in front')).toBe(0.9);
    expect(scoreOf({ bibs: ['1'] }, [figure!], 'time in front')).toBe(0.72);
    expect(scoreOf({ importance: 0.2 })).toBeUndefined();
  });

  it('waits ten minutes after one of its kind, unless it is worth half as much again', () => {
    const [first] = worthTelling([telling('attack', 'a', 60)], [], at(0.5, 60));
    const next = (minute: number, importance: number) =>
      worthTelling([telling('attack', 'b', minute, { importance })], [first!], at(0.5, minute)).length;
    expect(next(65, 0.6)).toBe(0);
    expect(next(70, 0.6)).toBe(1);
    expect(next(65, 0.9)).toBe(1);
  });

  it('comes one by one, but for what is great', () => {
    const both = [telling('attack', 'a', 60), telling('split', 'b', 60, { importance: 0.55 })];
    expect(worthTelling(both, [], at(0.9, 60)).map(({ kind }) => kind)).toEqual(['split']);
    const great = both.map((one) => ({ ...one, importance: 0.9 }));
    expect(worthTelling(great, [], at(0.9, 60))).toHaveLength(2);
  });

  it('is never told twice', () => {
    const first = worthTelling([telling('attack', 'a', 60)], [], at(0.5, 60));
    expect(worthTelling([telling('attack', 'a', 75, { importance: 1 })], first, at(0.6, 75))).toEqual([]);
  });

  it('is twelve a stage at most, with room at its end, however much happens', () => {
    const chance = chances(7);
    let told: readonly Story[] = [];
    const counts: number[] = [];
    for (let minute = 0; minute <= 300; minute += 1) {
      const tellings = storyKinds.map((kind) =>
        telling(kind, `${kind} ${minute}`, minute, { importance: chance(), atM: (minute / 300) * 110_000 }),
      );
      told = [...told, ...worthTelling(tellings, told, at(minute / 300, minute))];
      counts.push(told.length);
    }
    expect(counts[15]).toBeLessThanOrEqual(4);
    expect(counts[225]).toBeLessThanOrEqual(9);
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThanOrEqual(12);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(told.every(({ untilMs, offeredMs }) => untilMs > offeredMs)).toBe(true);
  });
});

describe('the stories of a day', () => {
  const day = () =>
    bunchDay((_, i, ride) => {
      if (i < 3) return moved(moved(ride, 600, 100, 300), -600, 900, 1100);
      return i >= 28 ? moved(ride, -500, 400, 442) : ride;
    });

  it('are the same, with the same ids, when the day is folded again', () => {
    const first = toldUntil(day(), 1400);
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(toldUntil(day(), 1400)).toEqual(first);
  });

  it('are the same list while nothing is new, and none after the first has come in', () => {
    const road = day();
    const stories = createStories();
    const look = (s: number) => stories.look(road.until(s), null, []);
    for (let s = 0; s < 300; s += 5) look(s);
    const told = look(300);
    expect(told).toHaveLength(1);
    expect(look(305)).toBe(told);
    const last = road.until(305);
    const won = { ...last.places[0]!, finish: { value: 0, atMs: last.atMs, origin: 'timed' as const } };
    expect(stories.look({ ...last, atMs: last.atMs + 60_000, places: [won] }, null, [])).toBe(told);
  });

  it('are of one stage', () => {
    const road = day();
    const stories = createStories();
    for (let s = 0; s <= 300; s += 5) stories.look(road.until(s), null, []);
    const race = road.until(300);
    const other = { ...race, sheet: { ...race.sheet, info: { ...race.sheet.info, id: 'another' } } };
    expect(stories.look(other, null, [])).toEqual([]);
  });
});
