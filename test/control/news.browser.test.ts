import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { emptyShow } from '../../src/show/show.ts';
import { race, START_MS } from '../support/race.ts';
import { link, openInEach } from './on-screen.ts';

openInEach();

const bar = () => page.getByRole('region', { name: 'News', exact: true });
const choice = () => page.getByLabelText('Without news');
/** News that are so old, on a clock that stands at this moment. */
const silentFor = (ageS: number) => {
  const its = race({ phase: 'racing', atMs: START_MS });
  const topics = [{ topic: 'positions', state: 'live', lastMs: START_MS }] as const;
  link.change({
    race: { ...its, health: { ...its.health, topics } },
    clock: { atMs: START_MS + (ageS + 1) * 1000, rate: 1 },
    clockReceivedMs: performance.now(),
  });
};
const taken = (overlay: string) => ({ ...emptyShow, program: { flash: { overlay, params: {}, step: 0 } } });

describe('the news of the race', () => {
  it('is one line that keeps its room, counts a silence, and turns red when something has left', async () => {
    link.change({ show: taken('position-tower') });
    silentFor(0);
    await expect.element(bar()).toHaveTextContent('There is news of the race.');
    const top = bar().element().getBoundingClientRect();
    silentFor(12);
    await expect.element(bar()).toHaveTextContent(/No news from the feed for 12 s\. Out in 4[78] s: Position tower\./);
    await expect.element(bar()).toHaveTextContent(/No news from the feed for 13 s\./);
    expect(bar().element().getAttribute('data-level')).toBe('warning');
    silentFor(61);
    await expect.element(bar()).toHaveTextContent('Has left: Position tower.');
    expect(bar().element().getAttribute('data-level')).toBe('bad');
    expect(bar().element().getBoundingClientRect()).toEqual(top);
    silentFor(0);
    await expect.element(bar()).toHaveTextContent('There is news of the race.');
  });
});

describe('what becomes of a graphic without news', () => {
  it('is chosen in the form of the item, for all pages, and given back', async () => {
    await expect.element(choice()).toHaveDisplayValue('Out after 60 s (its own)');
    await choice().selectOptions('Out after 120 s');
    await expect.element(choice()).toHaveDisplayValue('Out after 120 s');
    await choice().selectOptions('Stays');
    await expect.element(choice()).toHaveDisplayValue('Stays');
    await choice().selectOptions('Out after 60 s (its own)');
    const overlay = link.commands.map((ask) => ('overlay' in ask ? ask.overlay : ''))[0];
    expect(link.commands).toEqual([
      { do: 'loss', overlay, outS: 120 },
      { do: 'loss', overlay, outS: null },
      { do: 'loss', overlay },
    ]);
    expect(link.edits).toEqual([]);
  });

  it('stands there as another hand has said it, also where that is on no list', async () => {
    await expect.element(choice()).toBeEnabled();
    await choice().selectOptions('Stays');
    const [first] = link.commands;
    link.change({ show: { ...emptyShow, loss: { [(first as { overlay: string }).overlay]: 77 } } });
    await expect.element(choice()).toHaveDisplayValue('Out after 77 s');
    link.change({ connection: 'lost' });
    await expect.element(choice()).toBeDisabled();
  });
});
