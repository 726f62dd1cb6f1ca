import { describe, expect, it } from 'vitest';
import { organiserGroups, organiserRoad } from '../../../src/desk/truth/organiser-road.ts';
import { shownTally } from '../../../src/desk/truth/shown.ts';
import type { Group } from '../../../src/race/groups/group.ts';
import type { Race } from '../../../src/race/race.ts';
import { course, group, place, race, riders, START_MS, sheet } from '../../support/race.ts';

const MPS = 10;
const road = course();
const papers = sheet({ riders: riders(40) });
const bibs = [...papers.riders.keys()];
/** Four away by 100 s, then six by 60 s, the peloton, and all of it true. */
const groupsOf = [bibs.slice(0, 4), bibs.slice(4, 10), bibs.slice(10)];
const behindS = [0, 40, 100];
const placeM = (part: number, i: number, s: number) => 8000 + MPS * (s - behindS[part]! - i * 0.2);

const shownAs = (...groups: Partial<Group>[]): Partial<Race> => ({
  groups: groups.map((one, i) => group({ id: `g${i}`, kind: i === 0 ? 'head' : 'peloton', ...one })),
});
const gap = (value: number) => ({ value, atMs: START_MS, origin: 'gps' as const });
/** From the back of the head to the front of the peloton: 100 s less three slots of 0.2 s. */
const TRUE_S = 99.4;
const right = () =>
  shownAs(
    { bibs: groupsOf[0]! },
    { kind: 'chasers', bibs: groupsOf[1]!, gap: gap(39.4) },
    { bibs: groupsOf[2]!, gap: gap(TRUE_S) },
  );

/** The figures of a ride of ten minutes, of which `shown` says what was given out at each second. */
function figures(shown: (s: number) => Partial<Race>, finishAtS = Number.POSITIVE_INFINITY) {
  const truth = organiserRoad(road.lengthM);
  const tally = shownTally();
  for (let s = 0; s <= 600; s += 6) {
    const told = groupsOf.flatMap((part, p) => part.map((bib, i) => ({ bib, distanceM: placeM(p, i, s) })));
    truth.note(START_MS + s * 1000, told);
    const finish = { value: 0, atMs: START_MS, origin: 'timed' as const };
    const places = s >= finishAtS ? [place(bibs[0]!, { finish })] : [];
    tally.see(race({ sheet: papers, atMs: START_MS + s * 1000, places, ...shown(s) }), truth);
  }
  return tally.figures();
}

describe('what goes on air', () => {
  it('is without a fault when it is true', () => {
    const { pelotonGapErrorS, ...others } = figures(right);
    expect(pelotonGapErrorS).toMatchObject({ framesOver30sShare: 0, framesUnclear: 0 });
    expect(pelotonGapErrorS.max).toBeLessThan(0.3);
    // For the first 100 s the peloton rides where nobody was seen to ride before it.
    expect(pelotonGapErrorS.frames).toBe(84);
    expect(others).toEqual({
      headHoleFrames: 0,
      groupHoleFrames: { firstHour: 0, middle: 0, last20Km: 0 },
      jumpsOver30s: 0,
      afterFirstArrival: { jumpsOver5s: 0 },
      wrongHeadFrames: 0,
    });
  });

  it('leaders and chasers under one name are a hole in the head, and shorten the gap of the peloton', () => {
    const fused = figures(() =>
      shownAs({ bibs: [...groupsOf[0]!, ...groupsOf[1]!] }, { bibs: groupsOf[2]!, gap: gap(TRUE_S - 41) }),
    );
    expect(fused.pelotonGapErrorS.median).toBeCloseTo(41, 0);
    expect(fused.pelotonGapErrorS.framesOver30sShare).toBe(1);
    expect(fused.headHoleFrames).toBeGreaterThan(80);
  });

  it('a hole in a group that has a name is one, in the rest it is none', () => {
    const behind = (kind: Group['kind']) =>
      figures(() =>
        shownAs({ bibs: groupsOf[0]! }, { kind, bibs: [...groupsOf[1]!, ...groupsOf[2]!], gap: gap(39.4) }),
      );
    expect(behind('chasers').groupHoleFrames.firstHour).toBeGreaterThan(80);
    expect(behind('rest').groupHoleFrames.firstHour).toBe(0);
  });

  it('a head of the race that is none is seen', () => {
    expect(figures(() => shownAs({ bibs: groupsOf[1]! }, { bibs: groupsOf[2]! })).wrongHeadFrames).toBeGreaterThan(80);
  });

  it('gaps jump, unless time explains it; after the first arrival, less is a jump', () => {
    const at = (s: number, byS: number) => (now: number) =>
      shownAs({ bibs: groupsOf[0]! }, { bibs: groupsOf[2]!, gap: gap(TRUE_S + (now >= s ? byS : 0)) });
    expect(figures(at(300, 35)).jumpsOver30s).toBe(0);
    expect(figures(at(300, 37)).jumpsOver30s).toBe(1);
    expect(figures(at(300, -37)).jumpsOver30s).toBe(1);
    expect(figures(at(300, 12)).afterFirstArrival.jumpsOver5s).toBe(0);
    expect(figures(at(300, 12), 200).afterFirstArrival.jumpsOver5s).toBe(1);
    expect(figures(at(300, 10), 200).afterFirstArrival.jumpsOver5s).toBe(0);
  });
});

describe('the road of the organiser', () => {
  it('has groups where holes are longer than 8 s, and believes no leap', () => {
    const truth = organiserRoad(road.lengthM);
    for (let s = 0; s <= 300; s += 6) {
      const leap = s === 240 ? 3000 : s === 246 ? -3000 : 0;
      truth.note(START_MS + s * 1000, [
        { bib: '1', distanceM: placeM(0, 0, s) },
        { bib: '2', distanceM: placeM(0, 60, s) + leap },
        { bib: '3', distanceM: placeM(1, 0, s) },
      ]);
    }
    const order = truth.order();
    expect(order.map(({ bib, gapS }) => [bib, Math.round(gapS)])).toEqual([
      ['1', 0],
      ['2', 12],
      ['3', 40],
    ]);
    expect(organiserGroups(order).map((one) => one.length)).toEqual([1, 1, 1]);
    expect(truth.passedMs('3', 9000)).toBeCloseTo(START_MS + 140_000, -2);
    expect(truth.passedMs('3', 60_000)).toBeNull();
  });
});
