import { expect, it } from 'vitest';
import { withBroughtAlong } from '../../../src/desk/brought-along.ts';
import { noRoad } from '../../../src/desk/course/no-road.ts';
import { createRoadless } from '../../../src/desk/course/roadless.ts';
import { race, sheet } from '../../support/race.ts';

const nowhere = sheet({ course: noRoad });

it('says of a race that it has no road once that has lasted, and once only', () => {
  const said: string[] = [];
  let nowMs = 1000;
  const hear = createRoadless(
    (sentence) => said.push(sentence),
    () => nowMs,
  );
  const after = (ms: number, told = nowhere) => {
    nowMs += ms;
    hear(race({ sheet: told }));
    return said.length;
  };
  expect([after(0), after(3000), after(0, sheet()), after(4000), after(4000)]).toEqual([0, 0, 0, 0, 0]);
  expect([after(2000), after(60_000)]).toEqual([1, 1]);
  expect(said).toEqual(['Road: none yet; the first riders draw it, or bring it with --course stage.gpx.']);
});

it('is said of no sheet while papers are read: a tape that is taken up may have drawn its road', () => {
  const roads: string[] = [];
  let told = nowhere;
  const reader = () => () => ({ events: [{ kind: 'sheet' as const, sheet: told }], faults: [] });
  const read = withBroughtAlong(reader, {}, (road) => roads.push(road))();
  read({ feed: 'phones', topic: 'start', text: '' });
  expect(roads).toEqual([]);
  told = sheet();
  read({ feed: 'phones', topic: 'start', text: '' });
  expect(roads).toEqual([expect.stringMatching(/^Road: \d.* km, /)]);
});
