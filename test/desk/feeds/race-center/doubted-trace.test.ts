import { expect, it } from 'vitest';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { START_MS } from '../../../support/race.ts';
import { paper, riderPaper } from '../../../support/recording.ts';

const { routePoints } = paper.trace;

/** What the desk makes of the papers with such a road, and what it says of it. */
function told(points: readonly { readonly lat: number; readonly lon: number; readonly ele: number }[]) {
  const papers = { ...paper, riders: [riderPaper('1')], trace: { ...paper.trace, routePoints: points } };
  const notices = createNotices(() => {});
  const intake = createIntake({
    source: { feeds: ['race-center'], reader: raceCenterParse },
    notices,
    wallMs: null,
  });
  for (const topic of ['teams', 'riders', 'checkpoints', 'trace', 'stage'] as const)
    intake.take({ feed: 'race-center', topic, text: JSON.stringify(papers[topic]), atMs: START_MS });
  return { race: intake.race(START_MS), said: notices.list().map(({ text }) => text) };
}

it('is the road as it is, and nothing is said, where it can be believed', () => {
  const { race, said } = told(routePoints);
  expect(race!.sheet.course.lengthM).toBe(50_000);
  expect(said.filter((text) => text.includes('trace'))).toEqual([]);
});

it('is read without what cannot be, and that is said', () => {
  const { race, said } = told(routePoints.map((point, i) => (i === 20 ? { ...point, ele: -9999 } : point)));
  expect(Math.min(...race!.sheet.course.profile.altitudesM)).toBeGreaterThan(190);
  expect(said.join()).toContain('trace: an altitude that no road has: left out.');
});

it('is refused where it is no road, and that is said', () => {
  const { race, said } = told(routePoints.map((point, i) => (i < 26 ? point : { ...point, lat: point.lat + 2 })));
  expect(race).toBeNull();
  expect(said.join()).toMatch(/trace: its road jumps .* km after .*; it was left out; check the papers of the stage\./);
});
