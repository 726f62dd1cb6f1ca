import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { race } from '../support/race.ts';
import { link, openInEach, press } from './on-screen.ts';

openInEach();

describe('the feed', () => {
  const start = { fromMs: Date.UTC(2026, 6, 4, 11), toMs: Date.UTC(2026, 6, 4, 16) };
  const desk = { feed: 'a recording', span: start, busy: false, joins: false, notices: [] };

  it('is steered', async () => {
    link.change({ desk, clock: { atMs: Date.UTC(2026, 6, 4, 12), rate: 0 }, race: race() });
    await page.getByRole('button', { name: 'Play the feed' }).click();
    await page.getByRole('button', { name: '8×' }).click();
    await page.getByRole('button', { name: '0.25×' }).click();
    const bar = page.getByRole('slider', { name: 'Moment of the race' });
    await expect.element(bar).toHaveAttribute('aria-valuetext', '14:00:00');
    (bar.element() as HTMLInputElement).focus();
    await press('{ArrowRight}');
    expect(link.transports).toEqual([
      { do: 'play' },
      { do: 'speed', rate: 8 },
      { do: 'speed', rate: 0.25 },
      { do: 'seek', atMs: Date.UTC(2026, 6, 4, 12, 0, 1) },
    ]);
    expect(link.commands).toEqual([]);
  });

  it('is scrubbed: rough pictures while the hand drags, the true one when it lets go, busy meanwhile', async () => {
    link.change({ desk: { ...desk, busy: true }, clock: { atMs: start.fromMs, rate: 0 }, race: race() });
    await expect.element(page.getByText('Rough: reading the past')).toBeVisible();
    const bar = page.getByRole('slider', { name: 'Moment of the race' }).element() as HTMLInputElement;
    const at = (share: number) => start.fromMs + share * (start.toMs - start.fromMs);
    const move = (share: number) => {
      bar.value = String(at(share));
      bar.dispatchEvent(new Event('input', { bubbles: true }));
    };
    bar.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    for (const share of [0.1, 0.2, 0.3]) move(share);
    await expect.poll(() => link.transports.length).toBe(2);
    bar.dispatchEvent(new Event('change', { bubbles: true }));
    expect(link.transports).toEqual([
      { do: 'seek', atMs: at(0.1), rough: true },
      { do: 'seek', atMs: at(0.3), rough: true },
      { do: 'seek', atMs: at(0.3) },
    ]);
    link.change({ desk });
    await expect.element(page.getByText('Rough: reading the past')).not.toBeInTheDocument();
  });

  it('that is live has nothing to steer, and the page is hatched only while one is rehearsed', async () => {
    const hatched = () => getComputedStyle(document.querySelector('.control')!).backgroundImage !== 'none';
    link.change({ desk, race: race() });
    await expect.element(page.getByText('Rehearsal')).toBeVisible();
    expect(hatched()).toBe(true);
    link.change({ desk: { ...desk, span: null }, race: race() });
    await expect.element(page.getByText('Rehearsal')).not.toBeInTheDocument();
    expect(hatched()).toBe(false);
    await expect.element(page.getByRole('region', { name: 'Race' })).toBeVisible();
    expect(page.getByRole('button', { name: /the feed/ }).query()).toBeNull();
  });
});
