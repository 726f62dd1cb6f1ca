import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { REACTION_MS } from '../../src/control/rundown/sight.ts';
import type { Waiting } from '../../src/race/confirm/waiting.ts';
import { race } from '../support/race.ts';
import { asked, link, openInEach, press, pressAtOnce } from './on-screen.ts';

openInEach();

const result: Waiting = {
  id: 'result finish',
  atMs: 2,
  state: 'unofficial',
  cause: null,
  rank: 1,
  first: ['3', '1', '2'],
};
const general: Waiting = { ...result, id: 'classification general', atMs: 1, state: 'provisional', first: ['1', '3'] };

const bar = () => page.getByRole('region', { name: 'Waits for Y' });
const button = (name: string | RegExp) => bar().getByRole('button', { name });
const seen = () => new Promise((resolve) => setTimeout(resolve, REACTION_MS + 50));

describe('what waits for a hand', () => {
  it('stands in one line with its names, the newest, and how many more there are', async () => {
    link.change({ race: race(), waiting: [result, general] });
    await expect
      .element(bar().getByRole('status'))
      .toHaveTextContent('Result of the stage: 1 FAMILY3, 2 FAMILY1, 3 FAMILY2 (unofficial)');
    await expect.element(bar().getByText('+1 more')).toBeVisible();
  });

  it('is confirmed by Y or by the button, as its operator has seen it', async () => {
    link.change({ race: race(), waiting: [result, general] });
    await seen();
    await press('y');
    expect(link.told).toEqual([{ kind: 'confirm', id: 'result finish', first: ['3', '1', '2'] }]);
    link.change({ waiting: [general] });
    await seen();
    await button(/^Confirm/).click();
    expect(link.told.at(-1)).toEqual({ kind: 'confirm', id: 'classification general', first: ['1', '3'] });
    expect(asked()).toEqual([]);
  });

  it('is said no to by its button', async () => {
    link.change({ race: race(), waiting: [result] });
    await seen();
    await button('Not so').click();
    expect(link.told).toEqual([{ kind: 'dismiss', id: 'result finish', first: ['3', '1', '2'] }]);
  });

  it('is what stood there before, for a key that comes with the change', async () => {
    link.change({ race: race(), waiting: [general] });
    pressAtOnce('y');
    await seen();
    expect(link.told).toEqual([]);
    link.change({ waiting: [{ ...result, atMs: 3 }, general] });
    pressAtOnce('y');
    expect(link.told).toEqual([{ kind: 'confirm', id: 'classification general', first: ['1', '3'] }]);
  });

  it('has nothing for the key while nothing waits, or while somebody types', async () => {
    await press('y');
    await expect.element(bar().getByRole('status')).toHaveTextContent('No result waits.');
    await expect.element(button(/^Confirm/)).toBeDisabled();
    await expect.element(button('Not so')).toBeDisabled();
    link.change({ race: race(), waiting: [result] });
    await seen();
    await press('/y');
    expect(link.told).toEqual([]);
    link.change({ connection: 'lost' });
    await expect.element(button(/^Confirm/)).toBeDisabled();
  });

  it('moves nothing when it comes, goes, or has the longest names', async () => {
    const boxes = () =>
      [...document.querySelectorAll('.control button, .control .panel')].map((one) => {
        const { top, left } = one.getBoundingClientRect();
        return [one.textContent?.slice(0, 12), Math.round(top), Math.round(left)];
      });
    link.change({ race: race() });
    await expect.element(page.getByText('No group on the road.')).toBeVisible();
    const before = boxes();
    const first = ['A very long number', 'which nobody has', 'and yet it must fit in one line'];
    for (const waiting of [[result], [{ ...result, first }, general], []]) {
      link.change({ waiting });
      const text = waiting.length === 0 ? 'No result waits.' : 'Result of the stage: 1 ';
      await expect.element(bar().getByRole('status')).toHaveTextContent(text);
      expect(boxes()).toEqual(before);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBe(clientWidth);
  });
});
