import { expect, it } from 'vitest';
import { toldMovesTally } from '../../../src/desk/scorecard/told-moves.ts';
import { organiserRoad } from '../../../src/desk/truth/organiser-road.ts';
import type { Story } from '../../../src/insight/story.ts';

const START_MS = 1_000_000;
const peloton = Array.from({ length: 20 }, (_, i) => String(i + 11));
/** Two by 20 s, three by 12 s behind them, the peloton, at 10 m/s. */
const road = organiserRoad(20_000);
for (let s = 0; s <= 300; s += 6)
  road.note(START_MS + s * 1000, [
    ...['1', '2'].map((bib) => ({ bib, distanceM: 1400 + 10 * s })),
    ...['3', '4', '5'].map((bib) => ({ bib, distanceM: 1280 + 10 * s })),
    ...peloton.map((bib, i) => ({ bib, distanceM: 1100 + 10 * s - 2 * i })),
  ]);

const story = (kind: Story['kind'], bibs: readonly string[], facts: Story['facts'] = {}) =>
  ({ kind, bibs, facts }) as Story;
function judged(...stories: Story[]) {
  const tally = toldMovesTally();
  tally.see(stories.slice(0, 1), road);
  tally.see(stories, road);
  tally.see(stories, road);
  return tally.figures();
}

it('counts what was told of the front and was so', () => {
  expect(judged(story('attack', ['1', '2']), story('attack', ['3', '4', '5']))).toEqual({ n: 2, true: 2 });
  expect(judged(story('attack', ['1', '12']))).toEqual({ n: 1, true: 0 });
  expect(judged(story('caught', ['11', '12', '3']))).toEqual({ n: 1, true: 1 });
  expect(judged(story('caught', ['1', '2']))).toEqual({ n: 1, true: 0 });
  expect(judged(story('caught', ['3'], { together: 3 }))).toEqual({ n: 1, true: 1 });
  expect(judged(story('returned', ['1'], { together: 5 }))).toEqual({ n: 1, true: 0 });
});

it('does not count what is no move in front, or of riders whom the organiser does not see', () => {
  expect(judged(story('split', ['1']), story('returned', ['11']), story('attack', ['90', '91']))).toEqual({
    n: 0,
    true: 0,
  });
});
