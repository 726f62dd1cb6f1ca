import { expect, it } from 'vitest';
import { itemFields, itemLight } from '../../../src/desk/doors/item-state.ts';
import { type RundownItem, rundownsFrom } from '../../../src/show/rundown.ts';
import { emptyShow, type Items } from '../../../src/show/show.ts';
import type { Aired } from '../../../src/wire/crew/aired.ts';
import type { Shown } from '../../../src/wire/crew/half.ts';
import { manifest as gaps } from '../../support/small-desk.ts';
import { rundown, strap } from './remote/two-graphics.ts';

const { all } = rundownsFrom([rundown as never], null, new Map([gaps, strap].map((one) => [one.id, one]))).rundowns;
const items = all[0]!.items;
const [first, second] = [items[1]!, items[2]!];

const placed = ({ overlay, params }: RundownItem): Items => ({ strap: { overlay, params, step: 0 } });
const drawn = (life: Shown['life']): Shown[] => [
  { overlay: 'rider-strap', wished: true, life, why: null, on: life === 'waiting' ? 0 : 1, of: 1 },
];
const aired = [{ overlay: 'rider-strap', params: first.params, toAt: null }] as unknown as Aired[];
const light = (item: RundownItem, program: Items, air: Shown[], preview: Items = {}) =>
  itemLight(item, { show: { ...emptyShow, program, preview }, shown: { air, monitors: [] } }, aired);

it('lights the item whose values are there, and no other of its graphic', () => {
  expect(light(first, {}, [])).toBe('off');
  expect(light(first, {}, [], placed(first))).toBe('cued');
  expect(light(second, {}, [], placed(first))).toBe('off');
  // Taken: no page draws it yet, or has nothing to show.
  expect(light(first, placed(first), [])).toBe('taken');
  expect(light(first, placed(first), drawn('waiting'))).toBe('taken');
  for (const life of ['entering', 'on'] as const) expect(light(first, placed(first), drawn(life))).toBe('air');
  expect(light(second, placed(first), drawn('on'))).toBe('off');
  // On air, and cued again.
  expect(light(first, placed(first), drawn('on'), placed(first))).toBe('air');
  // It leaves, by itself or because it was taken out.
  expect(light(first, placed(first), drawn('leaving'))).toBe('leaving');
  expect(light(first, {}, drawn('leaving'))).toBe('leaving');
  expect(light(second, {}, drawn('leaving'))).toBe('off');
});

it('has a field for each key of each bank, with or without an item', () => {
  const fields = Object.fromEntries(itemFields(all[0]!, { show: emptyShow, shown: { air: [], monitors: [] } }, []));
  expect(Object.keys(fields)).toHaveLength(80);
  expect(fields).toMatchObject({ item_6: 'Pogačar', item_6_state: 'off', item_2_3: 'Winner', item_4_0: '' });
});
