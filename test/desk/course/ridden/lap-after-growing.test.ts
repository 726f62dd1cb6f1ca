import { describe, expect, it } from 'vitest';
import { noRoad } from '../../../../src/desk/course/no-road.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { sayOf } from '../../../../src/race/overrides/overrides.ts';
import type { Race } from '../../../../src/race/race.ts';
import { arc, courseOf } from '../../../support/courses.ts';
import { START_MS } from '../../../support/race.ts';
import { groupOf, placeOf } from '../../../support/race-day.ts';
import { day, MPS, raced, truth } from '../../../support/ridden-road.ts';

const LAP_M = 6500;
const RADIUS_M = LAP_M / (2 * Math.PI);
/** Longer than what is shown as it grows. */
const longLap = courseOf(arc([0, RADIUS_M], RADIUS_M, -Math.PI / 2, 1.5 * Math.PI), {
  laps: { fromKm: 0, toKm: LAP_M / 1000, count: 4 },
});
const UNTIL_S = 800;
const AWAY = '1';
const SPOKEN_S = 600;

/** The race at each moment, of which a hand has told much while its road was growing. */
function told() {
  const seen: Race[] = [];
  let groupId = '';
  const { race, said } = raced(day(longLap, UNTIL_S), null, (now, atMs) => {
    seen.push(now);
    if (atMs === START_MS + 30_000)
      return [{ kind: 'rider-status', atMs, bib: '16', status: 'not-started', byHand: true }];
    if (atMs !== START_MS + SPOKEN_S * 1000) return [];
    groupId = groupOf(now, AWAY)!.id;
    const words: RaceEvent[] = [
      sayOf({ atMs }, `group/${groupId}/name`, 'The escape'),
      sayOf({ atMs }, 'rider/5/family', 'Šafránek'),
      { kind: 'camera', group: groupId },
      { kind: 'slate-line', atMs, id: null, told: { bibs: ['7', '8'], gap: null, km: null }, author: 'control 1' },
      { kind: 'rider-status', atMs, bib: '15', status: 'abandoned', byHand: true },
    ];
    return words;
  });
  return { seen, race, said, groupId };
}

describe('a road that was shown as it grew and turns out to be a lap', () => {
  const { seen, race, said, groupId } = told();

  it('was a growing road first, then a lap', () => {
    expect(said).toEqual([
      expect.stringMatching(/^The road is made of the track of the first rider/),
      expect.stringMatching(/^The road is a lap of 6\.\d\d km/),
    ]);
    const spoken = seen.find(({ atMs }) => atMs === START_MS + SPOKEN_S * 1000)!;
    expect(spoken.sheet.course.laps).toBeNull();
    expect(race.sheet.course.laps!.lengthM).toBeGreaterThan(LAP_M - 100);
    expect(race.sheet.course.laps!.lengthM).toBeLessThan(LAP_M + 100);
  });

  it('is one race with all that hands have said', () => {
    expect(new Set(seen.map(({ sheet }) => sheet.info.id)).size).toBe(1);
    expect(groupOf(race, AWAY)).toMatchObject({ id: groupId, name: 'The escape', onCamera: true });
    expect(race.overrides.map(({ path }) => path)).toEqual([`group/${groupId}/name`, 'rider/5/family']);
    expect(race.sheet.riders.get('5')!.family).toBe('Šafránek');
    expect(race.slate).toMatchObject([{ bibs: ['7', '8'], author: 'control 1' }]);
    expect([placeOf(race, '15').status, placeOf(race, '16').status]).toEqual(['abandoned', 'not-started']);
  });

  it('has its groups and gaps at once, and goes on with the same ones', () => {
    const lapAt = seen.findIndex(({ sheet }) => sheet.course.laps);
    for (const now of seen.slice(lapAt)) {
      expect(now.groups[0]!.bibs.toSorted(), String(now.atMs)).toEqual(['1', '2', '3']);
      expect(now.groups[0]!.id).toBe(groupId);
      expect(Math.abs(groupOf(now, '11')!.gap!.value - 300 / MPS)).toBeLessThan(4);
    }
    expect(new Set(seen.slice(lapAt - 30).map(({ groups }) => groups.map(({ id }) => id).join(' '))).size).toBe(1);
    const lapM = race.sheet.course.laps!.lengthM;
    expect(Math.abs(placeOf(race, AWAY).distanceM / lapM - truth(AWAY, UNTIL_S - 1) / LAP_M)).toBeLessThan(0.02);
    expect(race.learning).toBeNull();
  });

  it('has what hands said before there was any road', () => {
    const early = seen.find(({ atMs }) => atMs === START_MS + 35_000)!;
    expect(early.sheet.course).toBe(noRoad);
    expect(placeOf(early, '16').status).toBe('not-started');
  });
});
