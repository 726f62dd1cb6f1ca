import { describe, expect, it } from 'vitest';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import type { Race } from '../../src/race/race.ts';
import { tour2025 } from '../../src/race/rules/presets/tour-2025.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import { course, eastDegrees, rider, sheet, straightRoad } from '../support/race.ts';
import { breakaway, groupOf, placeOf, type RaceDay, raceDay } from '../support/race-day.ts';
import { fixAt, frame } from '../support/ride.ts';

const bibs = [...sheet().riders.keys()];
const [first, second, third] = bibs as [string, string, string];
const sprint = (km: number, name = 'Valbrun') => ({ kind: 'sprint' as const, name, km });
/** Another road, a little to the north, and longer at its end. */
const elsewhere = course({
  lengthKm: 110,
  line: straightRoad.line.map((point, i) => ({ ...point, lat: point.lat + (i > 60 ? 0.2 : 0) })),
});
const TWO = { bibs: [first, second], gap: null, km: null };
const withMarks = (...marks: ReturnType<typeof sprint>[]) => course({ marks });

/** Two riders away, 1.2 km ahead; one has abandoned, the break has a name and the camera, a sprint was ridden and judged. */
function anHourIn(): { day: RaceDay; before: Race } {
  const day = raceDay(breakaway(bibs, 1200), { course: withMarks(sprint(5)), rules: tour2025 });
  day.until(120);
  const { id } = groupOf(day.until(121), first)!;
  day.tell(sayOf({ atMs: 0 }, `group/${id}/name`, 'The escape'));
  day.tell({ kind: 'camera', group: id });
  day.tell({ kind: 'rider-status', atMs: day.atMs(122), bib: third, status: 'abandoned' });
  day.until(400);
  const rows = [second, first].map((bib) => ({ bib, behindS: null }));
  day.tell({ kind: 'line-result', atMs: day.atMs(401), mark: 'sprint', state: 'official', rows });
  return { day, before: day.until(420) };
}

const correct = (day: RaceDay, over: Partial<Sheet>) => day.tell({ kind: 'sheet', sheet: { ...day.sheet, ...over } });
const at = (race: Race) => race.places.map(({ bib, status, distanceM, rank }) => ({ bib, status, distanceM, rank }));
const passagesOf = (race: Race, mark: string) => race.passages.filter((passage) => passage.mark === mark);
const resultOf = (race: Race, mark: string) => race.standings.lines.find((line) => line.mark === mark);

describe('a sheet that corrects the course a little', () => {
  it('moves a sprint by 100 m: people, abandons, names, gaps and results stay, and the line is read anew', () => {
    const { day, before } = anHourIn();
    correct(day, { course: withMarks(sprint(5.1)) });
    const after = day.until(421);
    const [a, b] = [groupOf(before, first)!, groupOf(after, first)!];
    expect(after.phase).toBe('racing');
    expect(placeOf(after, first).distanceM).toBeCloseTo(placeOf(before, first).distanceM + 12, -1);
    expect(placeOf(after, third).status).toBe('abandoned');
    expect(b).toMatchObject({ id: a.id, name: 'The escape', onCamera: true });
    const peloton = (race: Race) => race.groups.find((group) => group.kind === 'peloton')!;
    expect(peloton(after).gap!.value).toBeCloseTo(peloton(before).gap!.value, 0);
    expect(resultOf(after, 'sprint')).toEqual(resultOf(before, 'sprint'));
    const crossedMs = (race: Race) => new Map(passagesOf(race, 'sprint').map(({ bib, atMs }) => [bib, atMs]));
    expect(crossedMs(after).size).toBe(15);
    for (const [bib, atMs] of crossedMs(after))
      expect(atMs - crossedMs(before).get(bib)!).toBeCloseTo(100_000 / 12, -2);
  });

  it.each([
    ['a line of it', course({ marks: [sprint(5.1)] })],
    ['all of it', elsewhere],
  ])('%s is another: what hands say stands, and ends when it was to end', (_, other) => {
    const { day } = anHourIn();
    const until = day.atMs(600);
    const says = { 'rider/1/family': 'Šafránek', 'jersey/points': second, 'race/to-go': '50' } as const;
    for (const [path, value] of Object.entries(says) as [keyof typeof says, string][])
      day.tell({ ...sayOf({ atMs: day.atMs(420) }, path, value, until), author: 'control 1' });
    day.tell({ kind: 'slate-line', atMs: day.atMs(420), id: null, told: TWO, until, author: 'control 1' });
    correct(day, { course: other });
    const after = day.until(430);
    expect(after.overrides.map(({ path, value, author }) => [path, value, author])).toEqual(
      expect.arrayContaining(Object.entries(says).map(([path, value]) => [path, value, 'control 1'])),
    );
    expect(after.sheet.riders.get('1')!.family).toBe('Šafránek');
    expect(after.sheet.jerseys).toContainEqual({ kind: 'points', bib: second });
    expect(after.slate).toMatchObject([{ bibs: TWO.bibs, author: 'control 1' }]);
    day.until(599);
    expect(day.engine.race(day.atMs(599))!.sheet.riders.get('1')!.family).toBe('Šafránek');
    const later = day.until(600);
    expect(later.overrides.filter(({ until: its }) => its === until)).toEqual([]);
    expect([later.sheet.riders.get('1')!.family, later.slate]).toEqual([sheet().riders.get('1')!.family, []]);
  });

  it('renames a climb: nothing moves', () => {
    const climb = { name: 'Col', category: '2' as const, summitKm: 110, lengthKm: 10, altitudeM: 800, gradientPct: 6 };
    const day = raceDay(breakaway(bibs, 1200), { course: course({ climbs: [climb] }) });
    const before = day.until(300);
    correct(day, { course: course({ climbs: [{ ...climb, name: 'Col des Aigles' }] }) });
    const after = day.engine.race(day.atMs(300))!;
    expect(at(after)).toEqual(at(before));
    expect(after.groups).toEqual(before.groups);
    expect(after.sheet.course.climbs[0]!.name).toBe('Col des Aigles');
  });

  it('adds a sprint before the one that was ridden: each line keeps its own passages and its own result', () => {
    const { day, before } = anHourIn();
    correct(day, { course: withMarks(sprint(3.6, 'Moulin'), sprint(5), sprint(60, 'Aigles')) });
    const after = day.until(421);
    const order = (race: Race, mark: string) =>
      passagesOf(race, mark).map(({ bib, atMs, origin }) => [bib, atMs, origin]);
    expect(order(after, 'sprint-2')).toEqual(order(before, 'sprint'));
    expect(resultOf(after, 'sprint-2')).toMatchObject({ state: 'official' });
    expect(resultOf(after, 'sprint-1')).toMatchObject({ state: 'unofficial' });
    // The new line was crossed before anybody knew of it.
    expect(
      passagesOf(after, 'sprint-1')
        .slice(0, 2)
        .map(({ bib }) => bib),
    ).toEqual([first, second]);
    expect(passagesOf(after, 'sprint-3')).toEqual([]);
  });

  it('leaves what a timekeeper said of a line that moves, and crosses the new place of one that is still to come', () => {
    const day = raceDay(breakaway(bibs, 1200), { course: withMarks(sprint(5), sprint(9, 'Aigles')) });
    day.until(300);
    const timed = { bib: first, mark: 'sprint-1', atMs: day.atMs(150) };
    day.tell({ kind: 'passings', passings: [timed], origin: 'timed' });
    correct(day, { course: withMarks(sprint(5.2), sprint(9.5, 'Aigles')) });
    expect(passagesOf(day.until(301), 'sprint-1')[0]).toMatchObject({ ...timed, origin: 'timed' });
    const crossed = passagesOf(day.until(540), 'sprint-2').find(({ bib }) => bib === first)!;
    expect(crossed.atMs).toBeCloseTo(day.atMs((9500 - 3200) / 12), -3);
  });

  it('draws the same road with other points, or some metres longer: nobody jumps', () => {
    const { day, before } = anHourIn();
    const line = straightRoad.line.filter((_, i) => i % 2 === 0 || i === 110);
    correct(day, { course: course({ line, lengthKm: 110.03, marks: [sprint(5)] }) });
    const after = day.until(421);
    for (const place of after.places.filter(({ rank }) => rank !== null))
      expect(place.distanceM - placeOf(before, place.bib).distanceM).toBeCloseTo(12, -2);
    expect(groupOf(after, first)).toMatchObject({ name: 'The escape', onCamera: true });
  });

  it('takes in a late entry, drops who was never on the road, and keeps who is', () => {
    const { day } = anHourIn();
    correct(day, { riders: new Map([...day.sheet.riders, ['98', rider('98')] as const]) });
    expect(day.until(420).places.map(({ bib }) => bib)).toContain('98');
    const riders = new Map([...day.sheet.riders, ['99', rider('99')] as const].filter(([bib]) => bib !== second));
    correct(day, { riders, course: withMarks(sprint(5.1)) });
    const after = day.until(421);
    expect(after.places.map(({ bib }) => bib)).toContain('99');
    expect(after.places.map(({ bib }) => bib)).not.toContain('98');
    expect(placeOf(after, second).rank).not.toBeNull();
    expect(after.sheet.riders.get(second)).toEqual(day.sheet.riders.get(second));
    expect(placeOf(after, first).rank).toBe(1);
  });
});

describe('a sheet that brings another road', () => {
  /** The same start, then to the north-east: nobody of the old road is on it after the first metres. */
  const otherLine = Array.from({ length: 111 }, (_, km) => ({
    lat: 45 + (km * 0.7) / 111.195,
    lon: 5 + eastDegrees(km * 0.7),
    altitudeM: null,
  }));
  const other = course({ line: otherLine, lengthKm: null, elevation: [], marks: [sprint(5)] });

  it('begins anew for places, and keeps who is out, what is official, and what the operator called the groups', () => {
    const { day, before } = anHourIn();
    correct(day, { course: other });
    const anew = day.engine.race(day.atMs(420))!;
    expect(anew.groups).toEqual([]);
    expect(placeOf(anew, first).distanceM).toBeNaN();
    expect(placeOf(anew, third).status).toBe('abandoned');
    expect(resultOf(anew, 'sprint')).toMatchObject({ state: 'official', rows: [{ bib: second }, { bib: first }] });
    expect(passagesOf(anew, 'sprint')).toEqual([]);

    const rides = breakaway(bibs, 1200);
    const ride = (s: number) => {
      const samples = [...rides].map(([bib, placeM]) => fixAt(other, bib, placeM(s)!));
      day.tell(frame(day.atMs(s), samples));
      return day.engine.race(day.atMs(s))!;
    };
    for (let s = 421; s < 460; s += 1) ride(s);
    const after = ride(460);
    expect(groupOf(after, first)).toMatchObject({
      id: groupOf(before, first)!.id,
      bibs: [first, second],
      name: 'The escape',
      onCamera: true,
    });
    expect(placeOf(after, third).rank).toBeNull();
    for (let s = 461; s < 500; s += 1) ride(s);
    expect(groupOf(ride(500), first)!.name).toBe('The escape');
  });

  it.each(['another road', 'the same road'])('of another race, on %s, has no past', (road) => {
    const { day } = anHourIn();
    const info = { ...day.sheet.info, id: 'the next day' };
    correct(day, { course: road === 'another road' ? other : day.sheet.course, info });
    const after = day.engine.race(day.atMs(420))!;
    expect(after.passages).toEqual([]);
    expect(placeOf(after, first).rank).toBeNull();
    expect(placeOf(after, third).status).toBe('racing');
    expect(resultOf(after, 'sprint')).toBeUndefined();
  });
});
