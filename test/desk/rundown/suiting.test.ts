import { expect, it } from 'vitest';
import { noRoad } from '../../../src/desk/course/no-road.ts';
import { createSuiting } from '../../../src/desk/rundown/suiting.ts';
import type { Rundown } from '../../../src/show/rundown.ts';
import { race, sheet } from '../../support/race.ts';

function desk() {
  let chosen: Rundown = { name: 'Road stage', items: [] };
  const chose: string[] = [];
  const keeper = {
    rundown: () => chosen,
    edit: (edit: { readonly do: string }) => {
      chose.push('name' in edit ? String(edit.name) : edit.do);
      return { ok: true } as const;
    },
  };
  const suit = createSuiting(keeper, () => 'Circuit');
  return { suit, chose, byHand: () => (chosen = { name: 'Mine', items: [] }) };
}
const nowhere = race({ sheet: sheet({ course: noRoad }) });

it('is chosen once, when there is a road', () => {
  const { suit, chose } = desk();
  suit(nowhere);
  expect(chose).toEqual([]);
  for (let n = 0; n < 3; n += 1) suit(race());
  expect(chose).toEqual(['Circuit']);
});

it('is not chosen where a hand has another one by then', () => {
  const { suit, chose, byHand } = desk();
  suit(nowhere);
  byHand();
  suit(race());
  expect(chose).toEqual([]);
});
