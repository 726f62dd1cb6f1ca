import { expect, it } from 'vitest';
import { defaultEdition } from '../../../../src/edition/edition.ts';
import { shippedTheme } from '../../../../src/host/themes.ts';
import { loadFonts } from '../../../../src/stage/kit/fonts.ts';
import { createSupplies } from '../../../../src/stage/kit/kit.ts';
import { stack } from '../../../../src/stage/kit/stack/stack.ts';
import { noValue, type StackRider, type StackView } from '../../../../src/stage/kit/stack/stack-view.ts';
import { compare } from '../../../support/compare.ts';
import { mount } from '../../../support/stage.ts';

const rider = (key: string, index: number): StackRider => ({
  kind: 'rider',
  key,
  block: 'one',
  pole: null,
  isLit: false,
  place: String(index + 1),
  colors: null,
  names: [`RIDER ${key.toUpperCase()}`],
  jerseys: [],
  nation: '',
  value: noValue,
});
const order = (keys: string): StackView => ({
  says: [],
  header: { figure: '10', words: ['km to go'], beside: [] },
  rows: [...keys].map(rider),
});

/** The picture after these orders, one each 600 ms: what moves has arrived, and marks still stand. */
async function after(orders: readonly string[]): Promise<ImageData> {
  const supplies = createSupplies(defaultEdition, shippedTheme(null));
  const on = await mount((animations) => stack({ ...supplies, animations }), 'canvas');
  on.drawing.playIn();
  on.clock.run(3000, 20);
  for (const keys of orders) {
    on.update(order(keys));
    on.clock.run(600, 20);
  }
  const image = on.pixels();
  on.unmount();
  return image;
}

const differ = async (a: readonly string[], b: readonly string[]) => compare(await after(a), await after(b)).count;

it('who gained a place says so for a while', async () => {
  await loadFonts();
  expect(await differ(['xabcd', 'xabcd'], ['abxcd', 'xabcd'])).toBeGreaterThan(0);
});

it('who gained a place and is passed before that has gone says nothing any more: an arrow is never against its row', async () => {
  await loadFonts();
  expect(await differ(['xabcd', 'cdxab'], ['abxcd', 'xabcd', 'cdxab'])).toBe(0);
});
