import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { asked, link, openInEach, press } from './on-screen.ts';
import { pageState, report } from './pages.ts';

openInEach();

const panel = () => page.getByRole('region', { name: 'Delay', exact: true });
const pages = (lateS: number) => ({
  counts: [],
  list: [
    pageState({ page: 'a', output: 'program', report: report({ lateS: 0 }) }),
    pageState({ page: 'b', output: 'ott', report: report({ lateS }) }),
  ],
});
const delaysAsked = () => link.commands.flatMap((ask) => (ask.do === 'delay' ? [[ask.output, ask.delayS]] : []));

describe('the delay', () => {
  it('opens and closes with D and its button, and nudges what is selected', async () => {
    link.change({ pages: pages(0) });
    await press('{BracketRight}');
    await expect.element(panel()).not.toBeInTheDocument();
    await press('d');
    await expect.element(panel()).toBeVisible();
    await panel().getByRole('button', { name: 'ott', exact: true }).click();
    for (const key of ['{BracketRight}', '{BracketRight}', '{BracketLeft}']) await press(key);
    expect(delaysAsked()).toEqual([
      ['ott', 0.5],
      ['ott', 1],
      ['ott', 0.5],
    ]);
    await expect.element(panel().getByRole('textbox', { name: 'Delay of ott' })).toHaveValue('0.5');
    await expect.element(panel().getByText('0.0 s, on its way')).toBeVisible();
    link.change({ pages: pages(0.5) });
    await expect.element(panel().getByText('0.5 s', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Delay D' }).click();
    await expect.element(panel()).not.toBeInTheDocument();
  });

  it('is typed, and refused where it is none', async () => {
    link.change({ pages: pages(0) });
    await press('d');
    const field = panel().getByRole('textbox', { name: 'Delay of program' });
    await field.click();
    await userEvent.keyboard('9,5{Enter}');
    expect(delaysAsked()).toEqual([['program', 9.5]]);
    await field.click();
    await userEvent.keyboard('9.3');
    await expect.element(panel().getByRole('alert')).toHaveTextContent('in steps of 0.5');
    await userEvent.keyboard('{Escape}');
    await press('t');
    expect(delaysAsked()).toHaveLength(1);
    await expect.element(panel().getByRole('button', { name: 'Tap: program has it' })).toBeVisible();
  });

  it('is measured by two taps of T', async () => {
    link.change({ pages: pages(0) });
    await press('d');
    await panel().getByRole('button', { name: 'ott', exact: true }).click();
    await press('t');
    await expect.element(panel().getByRole('status')).toHaveTextContent('Now tap when the picture of ott has it.');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await press('t');
    await expect.element(panel().getByText(/between the taps: ott is to be \d+\.[05] s late/)).toBeVisible();
    const [[output, delayS] = []] = delaysAsked();
    expect(output).toBe('ott');
    expect(delayS).toBeGreaterThanOrEqual(1);
    await expect.element(panel().getByRole('button', { name: `${Number(delayS).toFixed(1)} s` })).toBeVisible();
    expect(asked()).toEqual(['delay']);
  });

  it('says so where there is no output', async () => {
    link.change({ pages: { counts: [], list: [] } });
    await press('d');
    await expect.element(panel()).toHaveTextContent('No output is connected: open a program page.');
    await press('t');
    expect(asked()).toEqual([]);
  });
});
