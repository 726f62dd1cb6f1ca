import { beforeEach, describe, expect, it } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { toGo } from '../../../src/edition/to-go.ts';
import { createEngine, type Engine } from '../../../src/race/engine.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import { heldOf, holdOf, lockOf, released } from '../../../src/race/slate/hold.ts';
import { readSlate } from '../../../src/race/slate/read-slate.ts';
import { course, riders, START_MS, sheet } from '../../support/race.ts';
import { fixAt, frame } from '../../support/ride.ts';

const papers = sheet({ riders: riders(20), jerseys: [{ kind: 'general', bib: '3' }] });
const road = course();
let engine: Engine;
beforeEach(() => {
  engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: papers });
});

const at = (s: number): number => START_MS + s * 1000;
function say(text: string, s: number): void {
  const read = readSlate(text, papers);
  if (!read.ok) throw new Error(read.error);
  engine.apply({ kind: 'slate-line', atMs: at(s), id: null, told: read.value });
}
const wipe = (s: number) => engine.apply({ kind: 'slate-line', atMs: at(s), id: null, told: null });
const raceAt = (s: number) => engine.race(at(s))!;
const said = (s: number) =>
  raceAt(s).groups.map(({ kind, bibs, gap }) => [kind, bibs.length, gap?.value ?? null, gap?.origin ?? null]);

describe('a race without trackers', () => {
  it('is the groups that are told, and the peloton behind them', () => {
    say("4: 1 2 3 4 +1'20 km82", 7200);
    expect(said(7201)).toEqual([
      ['head', 4, null, null],
      ['peloton', 16, 80, 'manual'],
    ]);
    const race = raceAt(7201);
    expect(race.phase).toBe('racing');
    expect(race.groups[0]).toMatchObject({ frontM: 82_000, jerseys: ['general'] });
    expect(toGo(race, defaultEdition).figure).toBe('28.0');
    // 82 km in two hours are 11.4 m/s: 80 s are 911 m.
    expect(race.groups[1]!.frontM).toBeCloseTo(82_000 - (80 * 82_000) / 7201, 3);
  });

  it('has every rider in his place once, in the order of the groups, and says that it was told', () => {
    say('2: 1 2 +60 km40', 3600);
    say('1: 18 -20', 3600);
    const { places, groups } = raceAt(3600);
    expect(places.map(({ rank }) => rank)).toEqual(places.map((_, i) => i + 1));
    expect(places.slice(0, 3).map(({ bib, gapS, gapOrigin }) => [bib, gapS, gapOrigin])).toEqual([
      ['1', 0, 'manual'],
      ['2', 0, 'manual'],
      ['18', 20, 'manual'],
    ]);
    expect(new Set(places.map(({ bib }) => bib)).size).toBe(20);
    expect(groups.flatMap(({ bibs }) => bibs)).toHaveLength(20);
    expect(new Set(places.map(({ tracker }) => tracker))).toEqual(new Set(['live']));
  });

  it('reckons leads over the peloton and times behind the head into the same gaps', () => {
    say("2: 1 2 +1'30", 0);
    say('3: 3 4 5 +50', 0);
    say('1: 18 -95', 0);
    expect(said(1)).toEqual([
      ['head', 2, null, null],
      ['chasers', 3, 40, 'manual'],
      ['peloton', 14, 90, 'manual'],
      ['dropped', 1, 95, 'manual'],
    ]);
    say('p: -100', 60);
    expect(said(61)).toContainEqual(['peloton', 14, 100, 'manual']);
    say("2: 1 2 +1'10", 90);
    expect(said(91)).toContainEqual(['peloton', 14, 70, 'manual']);
  });

  it('makes a time that was told two minutes ago an estimate', () => {
    say("2: 1 2 +1'30", 0);
    expect(said(119)[1]).toEqual(['peloton', 18, 90, 'manual']);
    expect(said(121)[1]).toEqual(['peloton', 18, 90, 'estimated']);
  });

  it('knows no way to go before somebody has said where the race is', () => {
    say('2: 1 2 +60', 0);
    expect(toGo(raceAt(1), defaultEdition)).toEqual({ figure: '', words: [] });
  });

  it('loses who has abandoned, and a name and the camera hold', () => {
    say('2: 1 2 +60', 0);
    engine.apply(sayOf({ atMs: 0 }, 'group/slate-1/name', 'The two'));
    engine.apply({ kind: 'camera', group: 'slate-1' });
    engine.apply({ kind: 'rider-status', atMs: at(1), bib: '2', status: 'abandoned' });
    expect(raceAt(2).groups[0]).toMatchObject({ bibs: ['1'], name: 'The two', onCamera: true });
  });

  it('gives neither name nor camera of a group that is told of no more to the next of its number', () => {
    say('2: 1 2 +60', 0);
    engine.apply(sayOf({ atMs: 0 }, 'group/slate-1/name', 'The two'));
    engine.apply(sayOf({ atMs: 0 }, 'group/slate-peloton/name', 'The bunch'));
    engine.apply({ kind: 'camera', group: 'slate-1' });
    engine.advance(at(1));
    expect(raceAt(1).groups.map(({ name }) => name)).toEqual(['The two', 'The bunch']);
    wipe(2);
    engine.advance(at(2));
    expect(raceAt(2).overrides).toEqual([]);
    say('3: 5 6 7 +20', 3);
    engine.advance(at(3));
    expect(raceAt(3).groups[0]).toMatchObject({ id: 'slate-1', name: null, onCamera: false });
  });

  it('is no race again when the slate is wiped', () => {
    const before = raceAt(5);
    say('2: 1 2 +60', 0);
    wipe(1);
    expect(raceAt(5)).toEqual(before);
  });
});

describe('a race that trackers follow', () => {
  /** Four in front, 25 s ahead of the others, at 40 km/h; for ten minutes. */
  const ride = (fromS = 0, toS = 600) => {
    for (let s = fromS; s <= toS; s += 1) {
      const fixes = [...papers.riders.keys()].map((bib, i) => fixAt(road, bib, 5000 + s * 11 - (i < 4 ? 0 : 275), 40));
      engine.apply(frame(at(1800 + s), fixes));
      engine.advance(at(1800 + s));
    }
    return 1800 + toS;
  };

  it('has one group as it was told, keeps its identity, and leaves the others as they are', () => {
    const now = ride();
    const before = raceAt(now);
    expect(before.groups.map(({ bibs }) => bibs.length)).toEqual([4, 16]);
    say('3: 1 2 3', now);
    const after = raceAt(now);
    expect(after.groups.map(({ kind, bibs }) => [kind, bibs.length])).toEqual([
      ['head', 3],
      ['chasers', 1],
      ['peloton', 16],
    ]);
    expect(after.groups[0]!.id).toBe(before.groups[0]!.id);
    expect(after.groups[2]).toEqual(before.groups[1]);
    expect(after.places.map(({ bib }) => bib).sort()).toEqual(before.places.map(({ bib }) => bib).sort());
  });

  it('has a few who were told to ride off the peloton between it and the head, and leaves the peloton what it is', () => {
    const now = ride();
    const [head, peloton] = raceAt(now).groups;
    say('2: 17 18 +10', now);
    const { groups } = raceAt(now);
    expect(groups.map(({ kind, bibs }) => [kind, bibs.length])).toEqual([
      ['head', 4],
      ['chasers', 2],
      ['peloton', 14],
    ]);
    expect(groups[0]).toEqual(head);
    expect(groups[2]).toMatchObject({ id: peloton!.id, gap: peloton!.gap });
    expect(groups[1]!.gap).toMatchObject({ value: expect.closeTo(peloton!.gap!.value - 10, 5), origin: 'manual' });
    expect(groups[1]!.frontM).toBeLessThan(head!.frontM);
    expect(groups[1]!.frontM).toBeGreaterThan(head!.frontM - 400);
  });

  it('has one peloton, where a hand tells of the larger part of it', () => {
    const now = ride();
    const { groups } = raceAt(now);
    const most = groups[1]!.bibs.slice(0, 10);
    say(`10: ${most.join(' ')}`, now);
    expect(raceAt(now).groups.map(({ id, kind, bibs }) => [id, kind, bibs.length])).toEqual([
      [groups[0]!.id, 'head', 4],
      [groups[1]!.id, 'peloton', 10],
      [`left of ${groups[1]!.id}`, 'dropped', 6],
    ]);
  });

  it('has a gap as it was told, marked, for five minutes', () => {
    const now = ride();
    const before = raceAt(now).groups[1]!.gap!;
    say("4: 1 2 3 4 +1'20", now);
    expect(raceAt(now).groups[1]!.gap).toMatchObject({ value: 80, origin: 'manual' });
    expect(raceAt(now).places.at(-1)).toMatchObject({ gapS: 80, gapOrigin: 'manual' });
    expect(before.value).toBeCloseTo(25, 0);
    expect(raceAt(ride(601, 899)).groups[1]!.gap!.value).toBe(80);
    expect(raceAt(ride(900, 901)).groups[1]!.gap!.value).toBeCloseTo(25, 0);
  });

  it('has a group locked, whoever trackers see there, until the stage ends', () => {
    const now = ride();
    engine.apply({ ...lockOf(raceAt(now).groups[0]!, { atMs: at(now) }), author: 'control 1' });
    // One of the four falls back among the others, and stays in his group.
    for (let s = 601; s <= 1200; s += 1) {
      const behindM = (i: number) => (i === 3 ? Math.min(275, (s - 600) * 3) : i < 3 ? 0 : 275);
      const fixes = [...papers.riders.keys()].map((bib, i) => fixAt(road, bib, 5000 + s * 11 - behindM(i), 40));
      engine.apply(frame(at(1800 + s), fixes));
      engine.advance(at(1800 + s));
    }
    const later = raceAt(1800 + 1200);
    expect(later.groups.map(({ bibs }) => bibs.length)).toEqual([4, 16]);
    expect(heldOf(later.groups[0]!, later.slate)).toMatchObject({ until: 'stage', author: 'control 1' });
    engine.apply(released(later.slate[0]!, { atMs: at(3000) }));
    expect(raceAt(3000).groups.map(({ bibs }) => bibs.length)).toEqual([3, 17]);
  });

  it('has a gap held for ten minutes and no longer', () => {
    const now = ride();
    const [, second] = raceAt(now).groups;
    engine.apply(holdOf({ ...second!, gap: { ...second!.gap!, value: 80 } }, { atMs: at(now) })!);
    expect(raceAt(ride(601, 1199)).groups[1]!.gap).toMatchObject({ value: 80, origin: 'estimated' });
    expect(raceAt(ride(1200, 1201)).groups[1]!.gap!.value).toBeCloseTo(25, 0);
    expect(raceAt(3001).slate).toEqual([]);
    expect(holdOf(raceAt(3001).groups[0]!, { atMs: 0 })).toBeNull();
  });

  it('is the slate alone when all trackers have fallen silent', () => {
    const now = ride();
    say("4: 1 2 3 4 +1'20 km20", now);
    expect(raceAt(now + 1200).groups).toMatchObject([{ kind: 'head', frontM: 20_000 }, { gap: { value: 80 } }]);
  });

  it('is as trackers have it when the slate is wiped', () => {
    const now = ride();
    const before = raceAt(now);
    say("4: 1 2 3 4 +1'20", now);
    wipe(now);
    expect(raceAt(now)).toEqual(before);
  });
});
