import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { REACTION_MS } from '../../src/control/rundown/sight.ts';
import { noInsight, type RaceAndInsight } from '../../src/insight/insight.ts';
import type { Story } from '../../src/insight/story.ts';
import { emptyShow } from '../../src/show/show.ts';
import { race } from '../support/race.ts';
import { teller } from './manifests.ts';
import { link, openInEach, press, pressAtOnce } from './on-screen.ts';

openInEach();

const its = race();
const { id: overlay, layer } = teller;
const param = 'story';

const attack: Story = {
  id: 'attack 1',
  kind: 'attack',
  atMs: its.atMs - 60_000,
  offeredMs: its.atMs - 60_000,
  untilMs: its.atMs + 540_000,
  atM: 40_000,
  bibs: ['1'],
  groups: [],
  mark: null,
  jersey: null,
  team: null,
  expects: null,
  isEstimated: false,
  facts: { gap: 14, riders: 1 },
  score: 0.6,
};
const later: Story = { ...attack, id: 'attack 2', atMs: its.atMs, bibs: ['2'] };

const telling = (...stories: Story[]): RaceAndInsight => ({ ...its, insight: { ...noInsight, stories } });
const told = (...stories: Story[]) =>
  link.change({ race: telling(...stories), clock: { atMs: its.atMs, rate: 0 }, clockReceivedMs: performance.now() });
const panel = () => page.getByRole('region', { name: 'Stories' });
const rows = () => panel().getByRole('listitem');
const seen = () => new Promise((resolve) => setTimeout(resolve, REACTION_MS + 50));
const taken = (id: string) => ({ do: 'take-direct', overlay, params: { [param]: id }, outS: 10 });

describe('the queue of stories', () => {
  it('has each with what it says, why, and how long it is news; the newest first', async () => {
    told(attack, later);
    await expect.element(rows().first()).toHaveTextContent('FAMILY2');
    await expect.element(rows().nth(1)).toHaveTextContent('FAMILY1');
    await expect.element(rows().nth(1)).toHaveTextContent('news for 9 min more');
  });

  it('is empty in words where there is nothing to tell', async () => {
    told();
    await expect.element(panel()).toHaveTextContent('Nothing on offer.');
    await press('s');
    expect(link.commands).toEqual([]);
  });

  it('goes on air by its key, as its operator has seen it, or by its button', async () => {
    told(attack);
    await seen();
    told(attack, later);
    pressAtOnce('s');
    expect(link.commands).toEqual([taken('attack 1')]);
    await seen();
    await press('s');
    expect(link.commands.at(-1)).toEqual(taken('attack 2'));
    await rows().nth(1).getByRole('button', { name: /^Take/ }).click();
    expect(link.commands.at(-1)).toEqual(taken('attack 1'));
  });

  it('leaves by the same key while it is on air', async () => {
    told(attack);
    link.change({
      show: { ...emptyShow, program: { [layer]: { overlay, params: { [param]: 'attack 1' }, step: 0 } } },
    });
    await seen();
    await press('s');
    expect(link.commands).toEqual([{ do: 'out', overlay }]);
  });

  it('is not offered again after a no', async () => {
    told(attack, later);
    await rows()
      .first()
      .getByRole('button', { name: /^Not this/ })
      .click();
    await expect.element(rows().first()).toHaveTextContent('FAMILY1');
    expect(link.commands).toEqual([]);
  });
});
