import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { emptyShow } from '../../src/show/show.ts';
import { layers } from '../../src/show/zones.ts';
import { onRoad } from './line/facts.ts';
import { asked, bus, link, openInEach, press } from './on-screen.ts';

openInEach();

const field = () => page.getByRole('combobox', { name: 'Command line' });
const options = () => page.getByRole('listbox', { name: 'What it may mean' }).getByRole('option');
const sentence = () => bus('Command line').getByRole('status');

beforeEach(() => link.change({ race: onRoad }));

describe('the command line', () => {
  it('cues a strap by its bib in four strokes, and Space takes it: the keys are back at once', async () => {
    await press('/31{Enter} ');
    expect(link.commands).toEqual([{ do: 'cue', overlay: 'rider-strap', params: { rider: '31' } }, { do: 'take' }]);
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Rider');
    expect(field().query()).toBeNull();
    await expect.element(page.getByText('Keys on')).toBeVisible();
  });

  it('puts a group on camera, and names it', async () => {
    await press('/g2 c{Enter}');
    await press('/g2 "Group Roglič{Enter}');
    expect(link.told).toEqual([{ kind: 'camera', group: 'g2' }, sayOf(onRoad, 'group/g2/name', 'Group Roglič')]);
    await expect.element(page.getByRole('row', { name: 'g2 Chasers 1' })).toBeVisible();
  });

  it('says what Enter will do before it is done, and the arrows choose another', async () => {
    await press('/1');
    await expect.element(sentence()).toHaveTextContent(/^Cues Rider: 1 /);
    await expect.element(options().first()).toHaveAttribute('aria-selected', 'true');
    expect(options().all()).toHaveLength(8);
    await press('{ArrowDown}{ArrowDown}');
    await expect.element(sentence()).toHaveTextContent(/^Cues Rider: 12 /);
    const chosen = options().nth(2);
    await expect.element(chosen).toHaveAttribute('aria-selected', 'true');
    await expect.element(field()).toHaveAttribute('aria-activedescendant', chosen.element().id);
    expect(link.commands).toEqual([]);
    await press('{Enter}');
    expect(link.commands).toEqual([{ do: 'cue', overlay: 'rider-strap', params: { rider: '12' } }]);
  });

  it('means what an arrow has chosen, or nothing once that is gone', async () => {
    const taken = (...overlays: string[]) => ({
      ...emptyShow,
      program: Object.fromEntries(overlays.map((overlay, i) => [layers[i], { overlay, params: {}, step: 0 }])),
    });
    link.change({ show: taken('position-tower', 'results', 'rider-strap') });
    await press('/out r{ArrowDown}{ArrowDown}');
    await expect.element(sentence()).toHaveTextContent('Takes out Rider.');
    link.change({ show: taken('rider-strap', 'gap-ticker', 'results') });
    await expect.element(sentence()).toHaveTextContent('Takes out Rider.');
    link.change({ show: taken('results') });
    await expect.element(sentence()).toHaveTextContent('What was chosen is not there any more: choose again.');
    await press('{Enter}');
    await expect.element(sentence()).toHaveTextContent(/^Not done: What was chosen/);
    expect(link.commands).toEqual([]);
  });

  it('keeps what cannot be done, and says so', async () => {
    await press('/299{Enter}');
    await expect.element(sentence()).toHaveTextContent('Not done: Nobody wears bib 299.');
    await expect.element(field()).toHaveValue('299');
    await press('{Backspace}{Backspace}{Backspace}take{Enter}');
    await expect.element(sentence()).toHaveTextContent('Not done: Nothing is cued: there is nothing to take.');
    expect(link.commands).toEqual([]);
  });

  it('has the keys until Esc closes it, which does nothing else, wherever it is pressed', async () => {
    await press('/');
    await expect.element(page.getByText('Keys off: typing')).toBeVisible();
    await press('2{Shift>}3{/Shift}{Escape}');
    expect(field().query()).toBeNull();
    await press('/{Shift>}{Tab}{/Shift}');
    expect(field().query()).toBeNull();
    // The list that has the keys now gives them back.
    await press('{Escape}/31{Escape}/');
    await expect.element(field()).toHaveValue('');
    (page.getByRole('button', { name: 'Close Esc' }).element() as HTMLElement).focus();
    await press('{Escape}');
    expect(field().query()).toBeNull();
    expect(link.commands).toEqual([]);
    await press('2');
    expect(asked()).toEqual(['cue']);
  });

  it('gives the keys back to the button that had them', async () => {
    const button = page.getByRole('button', { name: 'Safe areas' });
    (button.element() as HTMLElement).focus();
    await press('/31{Enter}');
    await expect.element(button).toHaveFocus();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
  });

  it('panics from within', async () => {
    await press('/31{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['panic']);
    expect(field().query()).toBeNull();
  });

  it('completes with Tab, and lets it go where there is nothing to complete', async () => {
    await press('/tow{Tab}');
    await expect.element(field()).toHaveValue('position tower');
    await press('{Enter}');
    expect(link.commands).toMatchObject([{ do: 'cue', overlay: 'position-tower' }]);
    await press('/xyz{Tab}');
    await expect.element(page.getByRole('button', { name: 'Do it Enter' })).toHaveFocus();
  });

  it('remembers what was entered, newest first, also when the page is loaded again', async () => {
    await press('/31{Enter}/tower{Enter}/31{Enter}/');
    await press('{ArrowUp}');
    await expect.element(field()).toHaveValue('31');
    await press('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.element(field()).toHaveValue('tower');
    expect(options().query()).toBeNull();
    await press('{ArrowDown}{ArrowDown}');
    await expect.element(field()).toHaveValue('');
    await press('{ArrowUp}{Enter}');
    expect(asked()).toEqual(['cue', 'cue', 'cue', 'cue']);
    expect(sessionStorage.getItem('ardoise line')).toBe('["tower","31"]');
  });

  it('does not open where the page has no room to show it', async () => {
    await page.viewport(420, 800);
    await press('/');
    await page.viewport(1366, 768);
    await expect.element(page.getByRole('button', { name: 'Command /' })).toBeVisible();
    expect(field().query()).toBeNull();
  });

  it('lists every command on ?, and writes the chosen one', async () => {
    await press('/?');
    await expect.element(page.getByRole('option', { name: /^g2 c/ })).toBeVisible();
    await press('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(field()).toHaveValue('g2 c');
    await expect.element(sentence()).toHaveTextContent(/^Puts on camera g2/);
  });

  it('has what the desk refused still there when it is opened again, and a new text takes its place', async () => {
    link.refuse('the tape is full');
    await press('/31{Enter}');
    await expect.element(page.getByText('Not done: the tape is full')).toBeVisible();
    link.refuse(null);
    await press('/');
    await expect.element(field()).toHaveValue('31');
    await press('tower{Enter}');
    expect(asked()).toEqual(['cue', 'cue']);
    expect(link.commands[1]).toMatchObject({ overlay: 'position-tower' });
  });

  it('works by pointer alone once something is typed: a press does what is pressed', async () => {
    await page.getByRole('button', { name: 'Command /' }).click();
    await field().fill('33');
    await sentence().click();
    await expect.element(field()).toHaveFocus();
    await page.getByRole('option', { name: /^33/ }).click();
    expect(link.commands).toEqual([{ do: 'cue', overlay: 'rider-strap', params: { rider: '33' } }]);
    expect(field().query()).toBeNull();
    await page.getByRole('button', { name: 'Command /' }).click();
    await field().fill('tower');
    await page.getByRole('button', { name: 'Do it Enter' }).click();
    expect(asked()).toEqual(['cue', 'cue']);
    await page.getByRole('button', { name: 'Command /' }).click();
    await page.getByRole('button', { name: 'Close Esc' }).click();
    expect(field().query()).toBeNull();
    await page.getByRole('button', { name: 'Command /' }).click();
    await page.getByRole('heading', { name: 'Ardoise' }).click();
    expect(field().query()).toBeNull();
  });
});
