import { expect, it } from 'vitest';
import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { paper, riderPaper } from '../../../support/recording.ts';

const { routePoints } = paper.trace;

/** What is made of the papers with such a road, and what is said of it. */
function told(points: readonly { readonly lat: number; readonly lon: number; readonly ele: number }[]) {
  const papers = { ...paper, riders: [riderPaper(1)], trace: { ...paper.trace, routePoints: points } };
  const parse = raceCenterParse();
  const read = paperTopics.map((topic) => parse({ topic, text: JSON.stringify(papers[topic]) }));
  const [sheet] = read.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'sheet' ? [event.sheet] : [])),
  );
  return { course: sheet?.course ?? null, said: read.flatMap(({ faults }) => faults) };
}

it('is the road as it is, and nothing is said, where it can be believed', () => {
  const { course, said } = told(routePoints);
  expect(course!.lengthM).toBe(50_000);
  expect(said).toEqual([]);
});

it('is read without what cannot be, and that is said', () => {
  const { course, said } = told(routePoints.map((point, i) => (i === 20 ? { ...point, ele: -9999 } : point)));
  expect(Math.min(...course!.profile.altitudesM)).toBeGreaterThan(190);
  expect(said).toEqual(['trace: an altitude that no road has: left out.']);
});

it('is refused where it is no road, and that is said', () => {
  const { course, said } = told(routePoints.map((point, i) => (i < 26 ? point : { ...point, lat: point.lat + 2 })));
  expect(course).toBeNull();
  expect(said.join()).toMatch(/trace: its road jumps .* km after .*; it was left out; check the papers of the stage\./);
});
