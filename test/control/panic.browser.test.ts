import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { group, race } from '../support/race.ts';
import { asked, bus, link, openInEach, press, row } from './on-screen.ts';

openInEach();

describe('the panic', () => {
  const bar = () => page.getByRole('button', { name: 'CLEAN: Shift Esc to release' });
  const take = () => page.getByRole('button', { name: 'Take Space' });
  const heard = () => {
    const words: unknown[] = [];
    const channel = new BroadcastChannel('ardoise');
    channel.onmessage = ({ data }) => words.push(data);
    return { words, close: () => channel.close() };
  };

  it('stands across the whole page and refuses takes until it is released', async () => {
    await press('{Shift>}1{/Shift}2{Shift>}{Escape}{/Shift}');
    await expect.element(bar()).toBeVisible();
    expect(bar().element().getBoundingClientRect().width).toBeGreaterThan(innerWidth - 20);
    await expect.element(take()).toBeDisabled();
    await expect.element(row('Position tower').getByRole('button', { name: 'Take Position tower' })).toBeDisabled();
    await press('{Shift>}{Escape}{/Shift}');
    await expect.element(bar()).not.toBeInTheDocument();
    await expect.element(take()).toBeEnabled();
  });

  it('is released by the bar and by its button too', async () => {
    await page.getByRole('button', { name: 'Panic Shift Esc' }).click();
    await bar().click();
    await page.getByRole('button', { name: 'Panic Shift Esc' }).click();
    await page.getByRole('button', { name: 'Release Shift Esc' }).click();
    expect(asked()).toEqual(['panic', 'release', 'panic', 'release']);
  });

  it('reaches the other pages of this browser without the desk, which is told when it is back', async () => {
    const pages = heard();
    link.change({ connection: 'lost' });
    await press('{Shift>}{Escape}{/Shift}');
    await expect.poll(() => pages.words).toEqual([{ do: 'panic' }]);
    await expect.element(page.getByRole('button', { name: /^CLEAN on the pages of this browser/ })).toBeDisabled();
    await expect.element(page.getByRole('button', { name: 'Panic Shift Esc' })).toBeEnabled();
    link.change({ connection: 'live' });
    await expect.element(bar()).toBeVisible();
    expect(asked()).toEqual(['panic']);
    await press('{Shift>}{Escape}{/Shift}');
    await expect.poll(() => pages.words).toEqual([{ do: 'panic' }, { do: 'release' }]);
    pages.close();
  });
});

describe('without the desk', () => {
  it('nothing is said as if it were known, and what cannot work is off', async () => {
    link.change({ race: race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'] })] }) });
    await press('{Shift>}1{/Shift}');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Position tower');
    link.change({ connection: 'lost' });
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('Last told: on air: Position tower');
    await expect.element(row('Position tower').getByRole('status')).toHaveTextContent('Last told: on air');
    await expect.element(page.getByText('all that stands here was last told')).toBeVisible();
    const said = document.body.innerText;
    expect(said.match(/\bOK\b/)).toBeNull();
    expect(said.replaceAll(/last told: [^\n]*/gi, '').match(/\bon air\b(?! hold)/i)).toBeNull();
    const able = [...document.querySelectorAll<HTMLButtonElement>('button, input, select')].filter(
      // Items can be looked at, and looked for.
      (control) => !control.matches(':disabled, .name, .banks button, .drawer') && !control.closest('dialog'),
    );
    expect(able.map(({ innerText }) => innerText.replaceAll('\n', ' '))).toEqual([
      'Keys ?',
      'Rundowns',
      'Safe areas',
      'Beneath',
      'Panic Shift Esc',
      // What the log has from before can still be searched.
      'Race time',
      'As run',
      '',
      'All Program Preview Rundown Race Transport Desk',
    ]);
  });
});

describe('what goes wrong', () => {
  it('is one sentence under the pictures, until something works', async () => {
    link.refuse('The desk has no graphic gap-ticker.');
    await press('2');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The desk has no graphic gap-ticker.');
    link.refuse(null);
    await press('2');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('is there until it is dismissed', async () => {
    link.refuse('The desk did not answer.');
    await press('{Shift>}{Escape}{/Shift}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The desk did not answer.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('fills the page when the desk refuses it', async () => {
    link.change({ connection: 'refused', refusal: 'This page speaks protocol 1, the desk 2: reload it.' });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This page speaks protocol 1, the desk 2: reload it.');
    await press('1');
    expect(link.commands).toEqual([]);
  });
});
