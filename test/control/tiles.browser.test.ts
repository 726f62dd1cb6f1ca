import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Shown } from '../../src/wire/crew/half.ts';
import { asked, bus, link, openInEach, press, tile } from './on-screen.ts';
import { pageState } from './pages.ts';

openInEach();

describe('the air', () => {
  const air = (its: Partial<Shown>) => {
    const row: Shown = { overlay: 'gap-ticker', wished: true, life: 'on', why: null, on: 1, of: 1, ...its };
    link.change({ shown: { air: [row], monitors: [] } });
  };
  const marks = () => tile('Gap ticker').getByRole('status');

  it('is what pages say, beside what was wished', async () => {
    await press('{Shift>}2{/Shift}');
    await expect.element(marks()).toHaveTextContent('Taken On air');
    air({ life: 'waiting', why: 'no group on the road' });
    await expect.element(marks()).toHaveTextContent('Taken Waiting');
    await expect.element(tile('Gap ticker')).toHaveTextContent('Taken, nothing to show: no group on the road.');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('Nothing on air. Waiting: Gap ticker');
    air({ life: 'entering' });
    await expect.element(marks()).toHaveTextContent('Taken Entering');
  });

  it('has nobody on it where only this page’s own monitors draw', async () => {
    link.change({ pages: { counts: [], list: [pageState({ monitor: true })] } });
    await press('{Shift>}2{/Shift}');
    air({ life: 'off', of: 0, why: 'no program page is connected' });
    await expect.element(marks()).toHaveTextContent('Taken No page');
    await expect
      .element(page.getByRole('region', { name: 'Health' }))
      .toHaveTextContent("no page on air beside control's own monitors");
    expect(document.body.innerText).not.toMatch(/^On air/m);
  });
});

describe('parameters', () => {
  it('wait for the take while a graphic is off', async () => {
    await page.getByRole('button', { name: 'Rows: one more' }).click();
    await page.getByRole('button', { name: 'Interval' }).click();
    await page.getByRole('switch', { name: 'Team colours' }).click();
    expect(link.commands).toEqual([]);
    await press('1');
    expect(link.commands).toEqual([
      {
        do: 'cue',
        overlay: 'position-tower',
        params: { rows: 11, column: 'interval', title: 'Stage', list: 'all', teams: false },
      },
    ]);
  });

  it('edit the cue and never what is on air, a text when it is finished; U updates, Space takes', async () => {
    await press('{Shift>}1{/Shift}');
    await page.getByLabelText('Title').fill('Les échappés');
    expect(asked()).toEqual(['take-direct']);
    await press('{Enter}');
    expect(link.commands[1]).toMatchObject({ do: 'cue', overlay: 'position-tower', params: { title: 'Les échappés' } });
    const onAir = () => Object.values(link.replica().show.program).map(({ params }) => params.title);
    expect(onAir()).toEqual(['Stage']);
    await expect.element(page.getByLabelText('Title')).toHaveValue('Les échappés');
    await press('u');
    expect(onAir()).toEqual(['Les échappés']);
    expect(link.replica().show.preview).toEqual({});
    await page.getByRole('switch', { name: 'Team colours' }).click();
    expect(Object.values(link.replica().show.program)[0]!.params.teams).toBe(true);
    await press(' ');
    expect(Object.values(link.replica().show.program)[0]!.params.teams).toBe(false);
    expect(asked()).toEqual(['take-direct', 'cue', 'update', 'cue', 'take']);
  });

  it('say what is wrong with a value, and keep it from the air', async () => {
    await press('{Shift>}1{/Shift}');
    await page.getByLabelText('Rows', { exact: true }).fill('40');
    await expect.element(page.getByText('Rows is a whole number from 3 to 22.')).toBeVisible();
    await press('{Enter}');
    await page.getByLabelText('Title').click();
    expect(asked()).toEqual(['take-direct']);
    await expect.element(page.getByLabelText('Rows', { exact: true })).toHaveValue('10');
  });

  it('follow another control page', async () => {
    link.change({
      show: {
        program: { flash: { overlay: 'position-tower', params: { rows: 5 }, step: 0 } },
        preview: {},
        cut: false,
        latched: false,
      },
    });
    await expect.element(page.getByLabelText('Rows', { exact: true })).toHaveValue('5');
    link.change({ show: { program: {}, preview: {}, cut: false, latched: false } });
    await expect.element(tile('Position tower').getByRole('status')).toHaveTextContent('Not taken Off');
    await expect.element(page.getByLabelText('Rows', { exact: true })).toHaveValue('5');
  });
});
