import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { situation } from '../../src/race/sample/situation.ts';
import { asked, bus, form, leave, link, open, openInEach, press, row, select, value } from './on-screen.ts';

openInEach();

describe('keys', () => {
  it('cue, take, take directly, take out', async () => {
    await press('1');
    await expect.element(row('Position tower').getByRole('status')).toHaveTextContent('Cued');
    await press(' ');
    await expect.element(row('Position tower').getByRole('status')).toHaveTextContent('On air');
    await press('{Shift>}2{/Shift}');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Position tower, Gap ticker');
    await press('{Shift>}2{/Shift}');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Position tower');
    expect(asked()).toEqual(['cue', 'take', 'take-direct', 'out']);
  });

  it('walk steps, clear, and panic', async () => {
    await select('Results');
    await press('{Shift>}3{/Shift}');
    await press('{ArrowRight}');
    await expect.element(form('Results')).toHaveTextContent('step 2');
    await press('{Escape}');
    await press('{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['take-direct', 'next', 'clear', 'panic']);
  });

  it('undo and redo what is on air, and say what that would be', async () => {
    const undo = page.getByRole('button', { name: /^Undo/ });
    const redo = page.getByRole('button', { name: /^Redo/ });
    await expect.element(undo).toBeDisabled();
    link.change({ changes: { undo: { do: 'clear', overlay: null }, redo: null } });
    await expect.element(page.getByRole('button', { name: 'Undo: all out' })).toBeEnabled();
    await expect.element(redo).toBeDisabled();
    await press('{Control>}z{/Control}');
    link.change({ changes: { undo: null, redo: { do: 'take-direct', overlay: 'position-tower' } } });
    await expect.element(page.getByRole('button', { name: 'Redo: take, Position tower' })).toBeEnabled();
    await press('{Control>}{Shift>}Z{/Shift}{/Control}');
    expect(asked()).toEqual(['undo', 'redo']);
    link.change({ show: { ...link.replica().show, latched: true } });
    await expect.element(redo).toBeDisabled();
  });

  it('tag a replay, say so in words, and go back to live, by the key and by the bar', async () => {
    const bar = bus('program').getByRole('button', { name: 'REPLAY: R ends it' });
    const tops = () =>
      [...document.querySelectorAll('.monitor, .actions, .top-bar')].map((its) => its.getBoundingClientRect().top);
    const before = tops();
    await press('r');
    await expect.element(bar).toBeVisible();
    expect(tops()).toEqual(before);
    await expect.element(page.getByRole('button', { name: 'Replay R' })).toHaveAttribute('aria-pressed', 'true');
    await press('r');
    await expect.element(bar).not.toBeInTheDocument();
    await press('r');
    await bar.click();
    expect(asked()).toEqual(['replay', 'live', 'replay', 'live']);
  });

  it('of undo belong to a text field while one is typed in', async () => {
    await value('Title').click();
    await press('{Control>}z{/Control}');
    expect(link.commands).toEqual([]);
  });

  it('walk pages as far as there are some, and say of how many where that is known', async () => {
    const next = page.getByRole('button', { name: 'Next: Results' });
    const places = (count: number) => situation({ headKm: 100, groups: [{ kind: 'peloton', bibs: count }] });
    await select('Results');
    await press('{Shift>}3{/Shift}');
    await press('{ArrowRight}');
    await expect.element(form('Results').getByText('step 2', { exact: false })).not.toHaveTextContent(' of ');
    await expect.element(next).toBeEnabled();
    link.change({ race: places(176) });
    await expect.element(form('Results')).toHaveTextContent('step 2 of 18');
    await expect.element(next).toBeEnabled();
    link.change({ race: places(20) });
    await expect.element(form('Results')).toHaveTextContent('step 2 of 2');
    await expect.element(next).toBeDisabled();
  });

  it('are heard once, however long they are held', () => {
    const held = { code: 'Digit1', key: '1', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', held));
    const again = new KeyboardEvent('keydown', { ...held, repeat: true });
    document.body.dispatchEvent(again);
    expect(asked()).toEqual(['cue']);
    expect(again.defaultPrevented).toBe(true);
  });

  it('are dead in a text field, and Esc there only leaves it', async () => {
    await value('Title').click();
    await press('2 3{Shift>}1{/Shift}');
    await expect.element(page.getByText('Keys off: typing')).toBeVisible();
    await press('{Escape}');
    expect(link.commands).toEqual([]);
    await expect.element(value('Title')).toHaveValue('Stage');
    await press('2');
    expect(asked()).toEqual(['cue']);
  });

  it('mean what they print where they do not say their place', () => {
    const unplaced = (key: string, shiftKey = false) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    unplaced('2');
    unplaced(' ');
    unplaced('Escape');
    unplaced('Escape', true);
    expect(asked()).toEqual(['cue', 'take', 'clear', 'panic']);
  });

  it('panic from any field at the first press, and leave what is typed there undone', async () => {
    const places = [
      value('Title'),
      value('Rows'),
      page.getByRole('switch', { name: 'Team colours' }),
      value('List', false),
    ];
    for (const place of places) {
      (place.element() as HTMLElement).focus();
      await press('7');
      await press('{Shift>}{Escape}{/Shift}');
    }
    expect(asked().filter((what) => what !== 'cue')).toEqual(['panic', 'release', 'panic', 'release']);
    await expect.element(value('Title')).toHaveValue('Stage');
  });

  it('are heard once on a button too, however long Enter is held', async () => {
    const cue = row('Gap ticker').getByRole('button', { name: 'Cue Gap ticker' });
    (cue.element() as HTMLElement).focus();
    await press('{Enter>5}');
    expect(asked()).toEqual(['cue']);
    await press('{/Enter}');
  });

  it('are dead in an open list, where Esc only closes it', async () => {
    await value('List', false).click();
    await press('2{ArrowDown}{Escape}');
    expect(asked()).toEqual([]);
  });

  it('panic while a list hangs open', async () => {
    await value('List', false).click();
    await press('{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['panic']);
  });

  it('take with Space also where a button has focus, and do not click it', async () => {
    await row('Gap ticker').getByRole('button', { name: 'Cue Gap ticker' }).click();
    await press(' ');
    expect(asked()).toEqual(['cue', 'take']);
  });

  it('are explained by ?, and meanwhile only the panic is for the show', async () => {
    await press('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Scorecard' })).toHaveAttribute('href', '/?scorecard');
    await press('1');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await press('?');
    await press('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(link.commands).toEqual([]);
    await press('?');
    await press('{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['panic']);
  });

  it('are explained until that is closed, though word of an earlier closing comes late', async () => {
    await press('?');
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toBeVisible();
    dialog.element().dispatchEvent(new Event('close'));
    await press('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(link.commands).toEqual([]);
    await press('?');
    await expect.element(dialog).toBeVisible();
    const shown = dialog.element() as HTMLDialogElement;
    const word = new Promise((heard) => shown.addEventListener('close', heard, { once: true }));
    shown.close();
    await word;
    await press('{Escape}');
    expect(asked()).toEqual(['clear']);
  });

  it('stop with the page', async () => {
    leave();
    await press('1');
    expect(link.commands).toEqual([]);
    open();
  });
});

describe('buttons', () => {
  it('do what the keys do', async () => {
    await form('Position tower').getByRole('button', { name: 'Cue 1' }).click();
    await page.getByRole('button', { name: 'Take Space' }).click();
    await page.getByRole('button', { name: 'All out Esc' }).click();
    await row('Results').getByRole('button', { name: 'Take Results' }).click();
    await page.getByRole('button', { name: 'Next: Results Right' }).click();
    await page.getByRole('button', { name: 'Panic Shift Esc' }).click();
    expect(asked()).toEqual(['cue', 'take', 'clear', 'take-direct', 'next', 'panic']);
  });
});
