import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/control/control.css';
import { mountButtons } from '../../src/control/buttons/mount-buttons.tsx';
import { type FakeLink, fakeLink } from './fake-link.ts';
import { manifests } from './manifests.ts';

let link: FakeLink;
let leave: () => void;

beforeEach(async () => {
  await page.viewport(1024, 768);
  sessionStorage.clear();
  const root = document.body.appendChild(document.createElement('div'));
  link = fakeLink();
  const unmount = mountButtons(root, link, manifests);
  leave = () => {
    unmount();
    root.remove();
  };
});
afterEach(() => leave());

const asked = () => link.commands.map((command) => command.do);
const item = (title: string) => page.getByRole('listitem', { name: title, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const bar = () => document.querySelector('.held')!;
/** A finger that comes down, stays so long, and is lifted. */
async function touch(element: Element, ms: number): Promise<void> {
  element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, ms));
  element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}
const places = () =>
  [...document.querySelectorAll('.thumb button')].map((its) => {
    const { left, top } = its.getBoundingClientRect();
    return `${left},${top}`;
  });

describe('the page of buttons', () => {
  it('takes an item by a touch and takes it out by another, in colour and in a word', async () => {
    await expect.element(item('Gap ticker').getByRole('status')).toHaveTextContent('Off');
    await button('Take Gap ticker').click();
    await expect.element(item('Gap ticker').getByRole('status')).toHaveTextContent('On air');
    await expect.element(item('Gap ticker')).toHaveAttribute('data-air', 'seen');
    await expect.element(page.getByText('On air: Gap ticker')).toBeVisible();
    const lit = getComputedStyle(item('Gap ticker').element()).backgroundColor;
    expect(lit).not.toBe(getComputedStyle(item('Results').element()).backgroundColor);
    await button('Take out Gap ticker').click();
    await expect.element(item('Gap ticker').getByRole('status')).toHaveTextContent('Off');
    expect(asked()).toEqual(['take-direct', 'out']);
  });

  it('cues, takes, walks, takes all out, freezes and tags a replay', async () => {
    await button('Cue Results').click();
    await expect.element(item('Results').getByRole('status')).toHaveTextContent('Cued');
    await expect.element(item('Results')).toHaveAttribute('data-cued', 'true');
    await button(/^Take what is cued/).click();
    await expect.element(button(/^Back/)).toBeDisabled();
    await button(/^Next Results/).click();
    await button(/^Back Results/).click();
    await button(/^Freeze/).click();
    await button(/^Data frozen/).click();
    await button(/^Replay/).click();
    await button(/^REPLAY/).click();
    await button(/^All out/).click();
    link.change({ changes: { undo: { do: 'clear', overlay: null }, redo: null } });
    await button(/^Undo all out/).click();
    expect(asked()).toEqual(['cue', 'take', 'next', 'previous', 'freeze', 'thaw', 'replay', 'live', 'clear', 'undo']);
  });

  it('panics when it is held or touched twice, and never by one touch', async () => {
    await button(/^Panic/).click();
    await expect.element(button(/^Panic Again to do it/)).toBeVisible();
    expect(asked()).toEqual([]);
    await button(/^Panic/).click();
    expect(asked()).toEqual(['panic']);
    await expect.element(page.getByText('CLEAN: nothing is taken until it is released')).toBeVisible();
    await expect.element(button('Take Results')).toBeDisabled();
    // A release means what was seen: it must have stood there for a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await touch(bar(), 700);
    expect(asked()).toEqual(['panic', 'release']);
    await touch(bar(), 100);
    expect(asked()).toEqual(['panic', 'release']);
    // An armed button forgets.
    await expect.element(button(/^Panic Again/)).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 3100));
    await expect.element(button(/^Panic Hold, or twice/)).toBeVisible();
  });

  it('has one bank on a tablet without scrolling, buttons for a thumb, and no more than two columns on a phone', async () => {
    for (let i = 0; i < 6; i += 1)
      await link.edit({ do: 'add', to: 'Stage', item: { overlay: 'rider-strap', bank: 1 } });
    await expect.poll(() => document.querySelectorAll('.item-button').length).toBe(10);
    const thumb = document.querySelector('.thumb')!;
    const hidden = () => [thumb.scrollHeight - thumb.clientHeight, thumb.scrollWidth - thumb.clientWidth];
    expect(hidden()).toEqual([0, 0]);
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.viewport(width, height);
      for (const its of document.querySelectorAll('.item-button .direct')) {
        const box = its.getBoundingClientRect();
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(88);
      }
      for (const its of document.querySelectorAll('.thumb button')) {
        const box = its.getBoundingClientRect();
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      }
      expect(hidden()[1]).toBe(0);
      // Whatever is scrolled, the panic is in sight.
      expect(bar().getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
    }
    const lefts = [...document.querySelectorAll('.item-button')].map((its) => its.getBoundingClientRect().left);
    expect(new Set(lefts).size).toBe(2);
  });

  it('says across the page that the desk is lost, does nothing but panic, and moves no button', async () => {
    const before = places();
    link.change({
      desk: {
        ...link.replica().desk,
        notices: [{ level: 'error', text: 'The tape cannot be written.', count: 1, atMs: null, isOver: false }],
      },
    });
    await expect.element(page.getByText('The tape cannot be written.')).toBeVisible();
    expect(places()).toEqual(before);
    link.change({ show: { ...link.replica().show, latched: true } });
    await expect.element(page.getByText(/^CLEAN/)).toBeVisible();
    expect(places()).toEqual(before);
    link.change({ show: { ...link.replica().show, latched: false }, connection: 'lost' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/^NO DESKWhat stands here was last told \d+ s ago/);
    expect(places()).toEqual(before);
    const enabled = [...document.querySelectorAll<HTMLButtonElement>('.thumb button')].filter((its) => !its.disabled);
    expect(enabled.map((its) => its.closest('.banks, .held')?.className.split(' ')[0])).toEqual([
      'banks',
      'banks',
      'banks',
      'banks',
      'held',
    ]);
    await expect.element(item('Gap ticker').getByRole('status')).toHaveTextContent('Last told: off');
    link.change({ connection: 'live' });
    link.refuse('The picture is kept clean after a panic: release it first.');
    await button('Cue Results').click();
    await expect.element(page.getByText(/^Not done: The picture is kept clean/)).toBeVisible();
    expect(places().slice(0, before.length)).toEqual(before);
  });
});
