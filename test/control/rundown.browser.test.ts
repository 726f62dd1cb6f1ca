import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { emptyShow } from '../../src/show/show.ts';
import type { Shown } from '../../src/wire/crew/half.ts';
import { asked, bus, form, link, openInEach, press, row, select, value } from './on-screen.ts';
import { pageState } from './pages.ts';

openInEach();

describe('the air', () => {
  const air = (its: Partial<Shown>) => {
    const row: Shown = { overlay: 'gap-ticker', wished: true, life: 'on', why: null, on: 1, of: 1, ...its };
    link.change({ shown: { air: [row], monitors: [] } });
  };
  const words = () => row('Gap ticker').getByRole('status');

  it('is what pages say, beside what was wished', async () => {
    await select('Gap ticker');
    await press('{Shift>}2{/Shift}');
    await expect.element(words()).toHaveTextContent('On air');
    await expect.element(form('Gap ticker').getByRole('status')).toHaveTextContent('Taken On air');
    air({ life: 'waiting', why: 'no group on the road' });
    await expect.element(words()).toHaveTextContent('Taken, waiting');
    await expect.element(form('Gap ticker')).toHaveTextContent('Taken, nothing to show: no group on the road.');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('Nothing on air. Waiting: Gap ticker');
    air({ life: 'entering' });
    await expect.element(words()).toHaveTextContent('Entering');
  });

  it('has nobody on it where only this page’s own monitors draw', async () => {
    link.change({ pages: { counts: [], list: [pageState({ monitor: true })] } });
    await press('{Shift>}2{/Shift}');
    air({ life: 'off', of: 0, why: 'no program page is connected' });
    await expect.element(words()).toHaveTextContent('Taken, no page');
    await expect
      .element(page.getByRole('region', { name: 'Health' }))
      .toHaveTextContent("no page on air beside control's own monitors");
    expect(document.body.innerText).not.toMatch(/^On air/m);
  });
});

describe('the rundown', () => {
  const titles = () => [...document.querySelectorAll('.items .name b')].map(({ textContent }) => textContent);
  const items = () => link.replica().rundowns.chosen.items;
  const selected = () => document.querySelector('[data-selected="true"] b')?.textContent;

  it('is walked by arrows, which stop at its ends, and the form is that of the selected item', async () => {
    expect(titles()).toEqual(['Position tower', 'Gap ticker', 'Results', 'Rider']);
    await press('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect.element(form('Rider')).toBeVisible();
    await press('{ArrowUp}{ArrowUp}');
    await expect.element(form('Gap ticker')).toBeVisible();
    expect(link.commands).toEqual([]);
  });

  it('gives its form the keys on Enter, and takes them back when a value is applied', async () => {
    await press('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(value('Bib')).toHaveFocus();
    await press('31{Enter}4 ');
    expect(link.commands).toEqual([
      { do: 'cue', overlay: 'rider-strap', params: { rider: '31', line: '' } },
      { do: 'take' },
    ]);
    expect(link.edits).toMatchObject([{ do: 'edit', item: { params: { rider: '31' } } }]);
    await expect.element(row('Rider')).toHaveTextContent('Bib 31');
  });

  it('is walked on a focused row too, where Enter opens the form', async () => {
    await select('Gap ticker');
    await press('{ArrowUp}');
    await expect.element(row('Position tower').getByRole('button').nth(1)).toHaveFocus();
    await press('{Enter}');
    await expect.element(value('Rows')).toHaveFocus();
  });

  it('duplicates, moves, removes and puts back by keys', async () => {
    await press('{ArrowDown}{Control>}d{/Control}');
    await expect.element(form('Gap ticker 2')).toBeVisible();
    expect(items().find(({ title }) => title === 'Gap ticker 2')?.key).toBe('5');
    await press('{Control>}{ArrowDown}{/Control}');
    await expect.poll(titles).toEqual(['Position tower', 'Gap ticker', 'Results', 'Gap ticker 2', 'Rider']);
    await press('{Delete}');
    await expect.poll(titles).toEqual(['Position tower', 'Gap ticker', 'Results', 'Rider']);
    expect(selected()).toBe('Rider');
    await page.getByRole('button', { name: 'Put back Gap ticker 2' }).click();
    await expect.poll(titles).toEqual(['Position tower', 'Gap ticker', 'Results', 'Gap ticker 2', 'Rider']);
    expect(link.commands).toEqual([]);
  });

  it('does the same by pointer alone', async () => {
    await select('Results');
    const button = (name: string) => form('Results').getByRole('button', { name: new RegExp(`^${name}`) });
    await button('Up').click();
    await expect.poll(titles).toEqual(['Position tower', 'Results', 'Gap ticker', 'Rider']);
    await button('Duplicate').click();
    await expect.element(form('Results 2')).toBeVisible();
    await form('Results 2').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(titles).toEqual(['Position tower', 'Results', 'Gap ticker', 'Rider']);
    await row('Gap ticker').getByRole('button', { name: 'Cue Gap ticker' }).click();
    await row('Results').getByRole('button', { name: 'Take Results' }).click();
    await row('Results').getByRole('button', { name: 'Take out Results' }).click();
    expect(asked()).toEqual(['cue', 'take-direct', 'out']);
    await row('Rider').getByRole('button', { name: 'Rider' }).nth(1).click();
    await row('Rider').getByRole('button', { name: 'Rider' }).nth(1).click();
    await expect.element(value('Bib')).toHaveFocus();
  });

  it('has banks: Alt opens one, and its keys are those of its items', async () => {
    await press('{Alt>}2{/Alt}');
    await expect.element(page.getByText('Nothing in this bank yet')).toBeVisible();
    await press('1');
    expect(link.commands).toEqual([]);
    await page.getByRole('combobox', { name: 'Add a graphic' }).selectOptions('Gap ticker');
    await expect.element(form('Gap ticker')).toBeVisible();
    await press('{Shift>}1{/Shift}');
    expect(link.commands).toMatchObject([{ do: 'take-direct', overlay: 'gap-ticker' }]);
    // What is on air is on air in both: it has the same values.
    await expect.element(page.getByRole('button', { name: 'Bank 1, on air' })).toBeVisible();
    await page.getByRole('button', { name: 'Bank 1, on air' }).click();
    await expect.element(form('Position tower')).toBeVisible();
  });

  it('has a title, a key, a bank, a time and notes for each item', async () => {
    const about = page.getByRole('group', { name: /^About/ });
    await about.getByLabelText('Title').fill('The front');
    await press('{Enter}');
    await about.getByLabelText('Key').selectOptions('key 3');
    await about.getByLabelText('Out after').fill('0');
    await expect.element(page.getByText('Whole seconds from 1 to 3600; empty: it stays.')).toBeVisible();
    await about.getByLabelText('Out after').fill('8');
    await press('{Enter}');
    await about.getByLabelText('Notes').fill('Only with the helicopter');
    await press('{Escape}');
    await about.getByLabelText('Notes').fill('At the foot');
    await about.getByLabelText('Title').click();
    await press('{Escape}');
    await expect
      .poll(() => items()[0])
      .toMatchObject({
        title: 'The front',
        key: '3',
        outS: 8,
        notes: 'At the foot',
      });
    expect(items().find(({ title }) => title === 'Results')?.key).toBe('1');
    await about.getByRole('button', { name: '2', exact: true }).click();
    await expect.element(page.getByRole('button', { name: 'Bank 2' })).toHaveAttribute('aria-pressed', 'true');
    await expect.element(form('The front')).toBeVisible();
    await press('3');
    expect(link.commands).toMatchObject([{ do: 'cue', overlay: 'position-tower', outS: 8 }]);
  });

  it('shows how long what is on air stays, and A holds the newest', async () => {
    await press('{Shift>}1{/Shift}');
    link.change({
      leaving: [
        { overlay: 'gap-ticker', outS: 20, leftS: 9 },
        { overlay: 'position-tower', outS: 8, leftS: 5 },
      ],
    });
    await expect.element(row('Position tower').getByTitle('Leaves by itself in 5 s of 8')).toBeVisible();
    await expect.element(bus('program').getByTitle('Leaves by itself in 9 s of 20')).toBeVisible();
    await press('a');
    await bus('program').getByRole('button', { name: 'Hold Position tower' }).click();
    expect(link.commands.slice(1)).toEqual([
      { do: 'hold', overlay: 'position-tower' },
      { do: 'hold', overlay: 'position-tower' },
    ]);
  });

  it('is one of several, which are begun, named, chosen and removed', async () => {
    await page.getByText('Rundowns', { exact: true }).click();
    const all = page.getByRole('group', { name: 'Rundowns' });
    await all.getByRole('button', { name: 'New' }).click();
    await expect.element(page.getByText('Nothing in this bank yet')).toBeVisible();
    await all.getByLabelText('Name').fill('Stage');
    await expect.element(page.getByText('is that of no other rundown')).toBeVisible();
    await all.getByLabelText('Name').fill('Finale');
    await press('{Enter}');
    await expect.poll(() => link.replica().rundowns.names).toEqual(['Stage', 'Finale']);
    await expect.element(all.getByRole('button', { name: 'Export' })).toBeEnabled();
    await page.getByRole('combobox', { name: 'Rundown', exact: true }).selectOptions('Stage');
    await expect.element(form('Position tower')).toBeVisible();
    await all.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => link.replica().rundowns.names).toEqual(['Finale']);
    await page.getByRole('button', { name: 'Put back Stage' }).click();
    await expect.element(form('Position tower')).toBeVisible();
  });

  it('follows another control page, and says what the desk refused', async () => {
    await link.edit({ do: 'edit', id: items()[1]!.id, item: { title: 'Time gaps' } });
    await expect.element(row('Time gaps')).toBeVisible();
    link.refuse('The tape is full.');
    await value('Rows').fill('12');
    await press('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Not done: The tape is full.');
    await expect.element(value('Rows')).toHaveValue('10');
  });
});

describe('values', () => {
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
    await value('Title').fill('Les échappés');
    expect(asked()).toEqual(['take-direct']);
    await press('{Enter}');
    expect(link.commands[1]).toMatchObject({ do: 'cue', overlay: 'position-tower', params: { title: 'Les échappés' } });
    const onAir = () => Object.values(link.replica().show.program).map(({ params }) => params.title);
    expect(onAir()).toEqual(['Stage']);
    await expect.element(value('Title')).toHaveValue('Les échappés');
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
    await value('Rows').fill('40');
    await expect.element(page.getByText('Rows is a whole number from 3 to 22.')).toBeVisible();
    await press('{Enter}');
    await value('Title').click();
    expect(asked()).toEqual(['take-direct']);
    await expect.element(value('Rows')).toHaveValue('10');
  });

  it('follow another control page', async () => {
    link.change({
      show: { ...emptyShow, program: { flash: { overlay: 'position-tower', params: { rows: 5 }, step: 0 } } },
    });
    await expect.element(form('Position tower').getByRole('status')).toHaveTextContent('Taken with other values');
    await expect.element(value('Rows')).toHaveValue('10');
    link.change({ show: emptyShow });
    await expect.element(form('Position tower').getByRole('status')).toHaveTextContent('Not taken Off');
  });
});
