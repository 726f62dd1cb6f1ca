import { describe, expect, it } from 'vitest';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { START_MS, sheet } from '../support/race.ts';
import { breakaway, groupOf, placeOf, raceDay, steady } from '../support/race-day.ts';
import { frame } from '../support/ride.ts';

const bibs = [...sheet().riders.keys()];
const [first, second, third] = bibs as [string, string, string];
const withBreak = () => raceDay(breakaway(bibs, 1200));

describe('a group', () => {
  it('keeps its id, its name from the operator and the camera while it lasts', () => {
    const day = withBreak();
    const { id } = groupOf(day.until(60), first)!;
    day.tell(sayOf({ atMs: 0 }, `group/${id}/name`, 'The escape'));
    day.tell({ kind: 'camera', group: id });
    const later = groupOf(day.until(400), first)!;
    expect(later).toMatchObject({ id, name: 'The escape', onCamera: true });
    day.tell(sayOf({ atMs: 0 }, `group/${id}/name`, null));
    expect(groupOf(day.until(401), first)!.name).toBeNull();
  });

  it('is called so at once, and on camera at once: of the moment that was asked for before, too', () => {
    const day = withBreak();
    const { id } = groupOf(day.until(60), first)!;
    const now = () => groupOf(day.engine.race(day.atMs(60))!, first)!;
    day.tell(sayOf({ atMs: 0 }, `group/${id}/name`, 'The escape'));
    expect(now()).toMatchObject({ name: 'The escape', onCamera: false });
    day.tell({ kind: 'camera', group: id });
    expect(now()).toMatchObject({ name: 'The escape', onCamera: true });
    day.tell({ kind: 'camera', group: null });
    day.tell(sayOf({ atMs: 0 }, `group/${id}/name`, null));
    expect(now()).toMatchObject({ name: null, onCamera: false });
  });

  it('gives its name up when it dissolves', () => {
    const rides = breakaway(bibs, 600);
    for (const bib of [first, second]) rides.set(bib, steady(2600, 11));
    const day = raceDay(rides);
    day.tell(sayOf({ atMs: 0 }, `group/${groupOf(day.until(60), first)!.id}/name`, 'The escape'));
    expect(day.until(640).groups.map((group) => group.name)).toEqual([null]);
  });

  it('knows the jerseys in it', () => {
    const day = raceDay(breakaway(bibs, 1200), { jerseys: [{ kind: 'mountain', bib: second }] });
    expect(groupOf(day.until(60), first)!.jerseys).toEqual(['mountain']);
    expect(groupOf(day.until(60), third)!.jerseys).toEqual([]);
  });
});

describe('groups as the organiser calls them', () => {
  const told = (atMs: number) => ({
    kind: 'official-groups' as const,
    atMs,
    freshS: 60,
    groups: [
      { name: 'Tête de la course', bibs: [first], gapS: null },
      { name: 'Poursuivants', bibs: [second, third], gapS: 25 },
      { name: 'Peloton', bibs: bibs.slice(3), gapS: 130 },
    ],
  });

  it('win while they are fresh', () => {
    const day = withBreak();
    day.until(60);
    day.tell(told(day.atMs(60)));
    const race = day.until(61);
    expect(race.groups.map((group) => [group.name, group.bibs.length, group.gap?.value ?? null])).toEqual([
      ['Tête de la course', 1, null],
      ['Poursuivants', 2, 25],
      ['Peloton', 13, 130],
    ]);
    expect(day.until(125).groups.map((group) => group.bibs.length)).toEqual([2, 14]);
  });

  it('take along whom they do not name', () => {
    const day = withBreak();
    day.until(60);
    const event = told(day.atMs(60));
    day.tell({ ...event, groups: event.groups.slice(0, 2) });
    expect(day.until(61).groups.flatMap((group) => group.bibs)).toHaveLength(16);
  });
});

describe('a rider', () => {
  it('who abandons is gone from road and groups, and comes back if that was wrong', () => {
    const day = withBreak();
    day.until(60);
    day.tell({ kind: 'rider-status', atMs: day.atMs(60), bib: second, status: 'abandoned' });
    const race = day.until(61);
    expect(placeOf(race, second)).toMatchObject({ status: 'abandoned', rank: null, group: null, gapS: null });
    expect(groupOf(race, second)).toBeUndefined();
    day.tell({ kind: 'rider-status', atMs: day.atMs(61), bib: second, status: 'racing' });
    expect(placeOf(day.until(70), second).rank).toBe(2);
  });

  it('who was never seen is never drawn', () => {
    const rides = breakaway(bibs, 1200);
    rides.delete(third);
    const place = placeOf(raceDay(rides).until(60), third);
    expect(place).toMatchObject({ status: 'racing', tracker: 'off', rank: null, group: null, gapS: null });
    expect(place.distanceM).toBeNaN();
  });

  it('whose tracker falls silent is late, then not drawn', () => {
    const rides = breakaway(bibs, 1200);
    rides.set(third, (s) => (s > 60 ? null : 2000 + 12 * s));
    const day = raceDay(rides);
    expect(placeOf(day.until(70), third).tracker).toBe('live');
    expect(placeOf(day.until(80), third)).toMatchObject({
      tracker: 'late',
      group: groupOf(day.until(80), bibs[5]!)!.id,
    });
    expect(placeOf(day.until(130), third)).toMatchObject({ tracker: 'silent', rank: null, group: null });
  });

  it('whose tracker rides in a car beside the road is not drawn', () => {
    const day = withBreak();
    day.until(60);
    day.ride(third, () => null);
    for (let s = 61; s < 80; s += 1) {
      day.tell(frame(day.atMs(s), [{ bib: third, lat: 45.02, lon: 5.1, speedKph: 40 }]));
    }
    expect(placeOf(day.until(80), third)).toMatchObject({ tracker: 'off', rank: null });
  });

  it('is back where he belongs after a hole', () => {
    const rides = breakaway(bibs, 1200);
    rides.set(third, (s) => (s > 60 && s < 400 ? null : 1996 + 12 * s));
    const place = placeOf(raceDay(rides).until(401), third);
    expect(place.distanceM).toBeCloseTo(1996 + 12 * 401, -2);
    expect(place.rank).not.toBeNull();
  });

  it('who was never located joins from the lines that he is timed on', () => {
    const day = raceDay(new Map());
    const passings = [{ bib: first, mark: 'sprint', atMs: day.atMs(3600) }];
    day.tell({ kind: 'passings', origin: 'timed', passings });
    const race = day.engine.race(day.atMs(3601))!;
    expect(placeOf(race, first)).toMatchObject({ distanceM: 50_000, rank: 1 });
    expect(race.passages).toMatchObject([{ bib: first, mark: 'sprint', rank: 1, origin: 'timed' }]);
  });
});

describe('health', () => {
  it('counts what is not believed, with a sentence on the newest case', () => {
    const day = withBreak();
    day.until(60);
    const samples = [
      { bib: '999', lat: 45, lon: 5.1, speedKph: null },
      { bib: first, lat: 41.38, lon: 2.17, speedKph: null },
      { bib: second, lat: Number.NaN, lon: 5, speedKph: null },
      { bib: third, lat: 45, lon: 5.1, speedKph: null, atMs: day.atMs(9000) },
    ];
    day.tell(frame(day.atMs(61), samples));
    const { quarantine, trackers, topics } = day.engine.race(day.atMs(62))!.health;
    const of = (reason: string) => quarantine.find((one) => one.reason === reason);
    expect(of('unknown-bib')).toMatchObject({ count: 1, bib: '999', example: 'Rider 999: not on the start list.' });
    expect(of('off-course')!.example).toMatch(/^Rider 1: about 4\d\d\.\d km from the road\.$/);
    expect(of('not-a-place')!.example).toContain('NaN');
    expect(of('from-the-future')!.bib).toBe(third);
    expect(trackers).toEqual({ live: 16, late: 0, silent: 0, off: 0 });
    expect(topics).toEqual([{ topic: 'positions', state: 'live', lastMs: day.atMs(61) }]);
  });

  it('tells a topic that has gone quiet', () => {
    const day = withBreak();
    day.until(60);
    const stateAt = (s: number) => day.engine.race(day.atMs(s))!.health.topics[0]!.state;
    expect([60, 75, 150, 700].map(stateAt)).toEqual(['live', 'late', 'silent', 'off']);
  });

  it('calls nobody late while the whole feed pauses', () => {
    const day = withBreak();
    day.until(60);
    expect(day.engine.race(day.atMs(96))!.health.trackers.live).toBe(16);
    expect(day.engine.race(day.atMs(119))!.health.trackers.late).toBe(16);
    // It is the feed that is silent then, and no rider: its topic says so.
    expect(day.engine.race(day.atMs(121))!.health.trackers).toMatchObject({ late: 16, silent: 0 });
  });

  it('does not follow one frame from a broken clock into tomorrow', () => {
    const day = withBreak();
    day.until(60);
    day.tell(frame(day.atMs(90_000), [{ bib: first, lat: 45, lon: 5.2, speedKph: null }]));
    const race = day.until(61);
    expect(race.health.quarantine).toMatchObject([{ reason: 'from-the-future', count: 1 }]);
    expect(placeOf(race, first).atMs).toBe(day.atMs(61));
  });
});

describe('a sheet', () => {
  it('that comes again for the same course keeps everybody in his place', () => {
    const day = withBreak();
    const before = day.until(60);
    day.tell({ kind: 'sheet', sheet: { ...day.sheet, jerseys: [{ kind: 'general', bib: third }] } });
    const after = day.engine.race(day.atMs(60))!;
    expect(after.places.map((place) => place.distanceM)).toEqual(before.places.map((place) => place.distanceM));
    expect(groupOf(after, third)!.jerseys).toEqual(['general']);
  });

  it('is needed before there is a race', () => {
    const day = withBreak();
    expect(day.engine.race(START_MS)).not.toBeNull();
  });
});

describe('before kilometre 0', () => {
  it('the field is one group without gaps, whoever rolls in front', () => {
    const day = raceDay(new Map(bibs.map((bib, i) => [bib, () => 20 + i])));
    const race = day.until(60);
    expect(race.phase).toBe('before');
    expect(race.groups.map((group) => group.bibs.length)).toEqual([16]);
    expect(race.places.every((place) => place.gapS === null)).toBe(true);
  });
});
