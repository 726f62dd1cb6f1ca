import { describe, expect, it } from 'vitest';
import { headM } from '../../../src/race/head.ts';
import { placedByHand } from '../../../src/race/overrides/on-road.ts';
import type { Override, OverridePath } from '../../../src/race/overrides/override.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import { isInRace } from '../../../src/race/place.ts';
import type { Race } from '../../../src/race/race.ts';
import { situation } from '../../../src/race/sample/situation.ts';
import { sheet } from '../../support/race.ts';
import { breakaway, raceDay } from '../../support/race-day.ts';

const by = { instead: null, author: '', atMs: 0, until: 'stage' } as const;
const over = (path: OverridePath, value: string, more: Partial<Override> = {}): Override => ({
  path,
  value,
  ...by,
  ...more,
});
const onRoad = situation({
  headKm: 100,
  groups: [
    { kind: 'head', bibs: ['33'] },
    { kind: 'chasers', bibs: ['12', '54'], gapS: 40 },
    { kind: 'peloton', bibs: 20, gapS: 100 },
  ],
});
const placed = (...overrides: readonly Override[]): Race => placedByHand({ ...onRoad, overrides });
const order = ({ places }: Race) => places.filter(({ rank }) => rank !== null).map(({ bib }) => bib);
const bibsIn = ({ groups }: Race) => groups.map(({ bibs }) => bibs.length);

describe('a place by hand', () => {
  const last = order(onRoad).at(-1)!;

  it('puts a rider there, in the group and with the gap of who was there, and everybody else behind in his order', () => {
    const race = placed(over(`rider/${last}/place`, '2'));
    expect(order(race)).toEqual(['33', last, ...order(onRoad).filter((bib) => bib !== '33' && bib !== last)]);
    const [host, him] = [onRoad, race].map(({ places }) => places.find(({ rank }) => rank === 2)!);
    expect(him).toMatchObject({ bib: last, group: host!.group, gapS: host!.gapS, gapOrigin: 'manual' });
    expect(bibsIn(race)).toEqual([1, 3, bibsIn(onRoad)[2]! - 1]);
  });

  it('keeps the groups a partition of who is on the road, and ranks without a hole, wherever anybody is put', () => {
    const all = order(onRoad);
    for (const bib of [all[0]!, all[1]!, last])
      for (const place of ['1', '2', '3', '9', '999']) {
        const race = placed(over(`rider/${bib}/place`, place));
        expect([...race.groups.flatMap(({ bibs }) => bibs)].sort()).toEqual([...all].sort());
        expect(race.groups.every(({ bibs }) => bibs.length > 0)).toBe(true);
        expect(race.places.filter(({ rank }) => rank !== null).map(({ rank }) => rank)).toEqual(
          all.map((_, i) => i + 1),
        );
        expect(race.groups[0]!.gap).toBeNull();
      }
  });

  it('makes the chasers the head where the only one in front falls back, with gaps to them', () => {
    const race = placed(over('rider/33/place', '10'));
    expect(race.groups.map(({ kind, gap }) => [kind, gap?.value ?? null])).toEqual([
      ['head', null],
      ['peloton', 60],
    ]);
  });

  it('moves nobody who has finished, is not seen, or is no number of a place', () => {
    for (const value of ['0', '-1', 'first'])
      expect(placed(over(`rider/${last}/place`, value)).places).toBe(onRoad.places);
    expect(placed(over('rider/4711/place', '1')).places).toBe(onRoad.places);
    const finish = { value: 0, atMs: 0, origin: 'timed' } as const;
    const arrived = onRoad.places.map((place, i) => (i === 0 ? { ...place, finish } : place));
    const race = { ...onRoad, places: arrived, overrides: [over(`rider/${last}/place`, '1')] };
    expect(order(placedByHand(race)).slice(0, 2)).toEqual(['33', last]);
    const him = { ...onRoad, places: arrived, overrides: [over('rider/33/place', '3')] };
    expect(placedByHand(him).places).toBe(arrived);
  });

  it('holds in the race as it goes on, until trackers see another place where that was said', () => {
    const bibs = [...sheet().riders.keys()];
    const second = bibs[1]!;
    const day = raceDay(breakaway(bibs, 1200));
    const before = day.until(1200, 4);
    const saw = before.places.findIndex(({ bib }) => bib === second) + 1;
    day.tell(sayOf({ atMs: day.atMs(1200) }, `rider/${second}/place`, String(bibs.length), 'feed'));
    const after = day.until(1204, 4);
    expect(after.places.filter(isInRace).at(-1)!.bib).toBe(second);
    expect(after.overrides[0]).toMatchObject({ value: String(bibs.length), instead: String(saw) });
    // He is seen to fall back through the break: trackers have another place for him.
    const { distanceM } = before.places.find(({ bib }) => bib === second)!;
    day.ride(second, (s) => distanceM + 4 * (s - 1200));
    const passed = day.until(1800, 4);
    expect(passed.overrides).toEqual([]);
    expect(passed.places.find(({ bib }) => bib === second)!.gapOrigin).not.toBe('manual');
  });
});

describe('the distance to go by hand', () => {
  const lengthKm = onRoad.sheet.course.lengthM / 1000;
  const toGoKm = (race: Race) => Number(((race.sheet.course.lengthM - headM(race)!) / 1000).toFixed(3));

  it('is as said then, and counts on as the head is seen to ride', () => {
    const instead = (lengthKm - 100).toFixed(3);
    const overrides = [over('race/to-go', '42.3', { instead })];
    expect(toGoKm({ ...onRoad, overrides })).toBe(42.3);
    const groups = onRoad.groups.map((group) => ({ ...group, frontM: group.frontM + 2000 }));
    expect(toGoKm({ ...onRoad, groups, overrides })).toBe(40.3);
  });

  it('is never beyond the line or before km 0, and stands where nobody sees the head', () => {
    const overrides = [over('race/to-go', '0.5', { instead: '2' })];
    const near = onRoad.groups.map((group) => ({ ...group, frontM: onRoad.sheet.course.lengthM - 1000 }));
    expect(toGoKm({ ...onRoad, groups: near, overrides })).toBe(0);
    expect(toGoKm({ ...onRoad, groups: [], places: [], overrides: [over('race/to-go', '42.3')] })).toBe(42.3);
    expect(toGoKm({ ...onRoad, overrides: [over('race/to-go', '9999', { instead: '0' })] })).toBe(
      Number(lengthKm.toFixed(3)),
    );
  });

  it('is what the engine knows when it is told', () => {
    const bibs = [...sheet().riders.keys()];
    const day = raceDay(breakaway(bibs, 1200));
    day.until(1200, 4);
    day.tell(sayOf({ atMs: day.atMs(1200) }, 'race/to-go', '12.5'));
    expect(toGoKm(day.until(1200, 4))).toBe(12.5);
    const seen = toGoKm({ ...day.until(1300, 4), overrides: [] });
    const [one] = day.until(1300, 4).overrides;
    expect(toGoKm(day.until(1300, 4))).toBeCloseTo(12.5 - (Number(one!.instead) - seen), 2);
  });
});
