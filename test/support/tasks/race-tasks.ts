import { expect } from 'vitest';
import { button, groupRow, handOn, line, race } from './hand.ts';
import { soon, type Task, type TaskDesk, type Way } from './task.ts';

const SLATE = "4: 1 2 3 11 +1'20 km40";
/** Another one each time, so that none is there from the time before. */
const bibs: Readonly<Record<Way, string>> = { keyboard: '31', pointer: '32', touch: '33' };
const names: Readonly<Record<Way, string>> = { keyboard: 'Šafránek', pointer: 'Åström', touch: 'Ó Súilleabháin' };

/** What is said of the race, and asked by its riders and groups. */
export function raceTasks({ pages, ask, is, says, logs, cuedOnTape }: TaskDesk): readonly Task[] {
  return [
    {
      name: 'name fixed on air',
      budget: 6,
      before: () => ask('take-direct?overlay=rider-strap&bib=31'),
      by: {
        keyboard: async ({ press, text }) => {
          await press('/', '3', '1', 'n', 'Space');
          await text(names.keyboard);
          await press('Enter');
        },
        pointer: async (hand) => {
          await hand.click(race(hand).getByText(/is said by hand|more by hand/));
          await hand.click(race(hand).getByRole('textbox', { name: 'Number' }));
          await hand.press('3', '2');
          await hand.click(race(hand).getByRole('textbox', { name: 'What it is' }));
          await hand.text(names.pointer);
          await hand.click(button(hand, 'Say it'));
        },
      },
      done: (way) => says('byHand', `${bibs[way]} family ${names[way]}`),
    },
    {
      name: 'rider strap by bib',
      budget: 4,
      by: {
        keyboard: ({ press }) => press('/', '3', '1', 'Enter'),
        pointer: (hand) => line(hand, () => hand.press('3', '2')),
      },
      done: async (way) => {
        await is('cued', 'rider-strap');
        await expect.poll(() => cuedOnTape(bibs[way]), soon).toBe(true);
      },
    },
    {
      name: 'group on camera',
      budget: 2,
      by: {
        keyboard: ({ press }) => press('g', 'Digit2'),
        pointer: (hand) => hand.click(groupRow(hand, 'g1').getByRole('button', { name: /is on camera$/ })),
      },
      done: async (way) => {
        const number = way === 'keyboard' ? 'g2' : 'g1';
        await groupRow(handOn(pages[way]), number)
          .getByRole('button', { name: /camera$/, pressed: true })
          .waitFor();
      },
    },
    {
      name: 'group renamed',
      budget: 3,
      by: {
        keyboard: async ({ press, text }) => {
          await press('Shift+G', 'Digit2');
          await text('Group Roglič');
          await press('Enter');
        },
        pointer: async (hand) => {
          await hand.click(groupRow(hand, 'g1').getByRole('rowheader').getByRole('button'));
          await hand.text('Group Pogačar');
          await hand.press('Enter');
        },
      },
      done: async (way) => {
        const [number, name] = way === 'keyboard' ? ['g2', 'Group Roglič'] : ['g1', 'Group Pogačar'];
        await groupRow(handOn(pages[way]), number).getByRole('button', { name, exact: true }).waitFor();
      },
    },
    {
      name: 'break entered on the slate: one line, opened and entered',
      budget: 2,
      before: () => ask('slate'),
      by: {
        keyboard: async ({ press, text }) => {
          await press('/');
          await text(SLATE);
          await press('Enter');
        },
        pointer: (hand) => line(hand, () => hand.text(SLATE)),
      },
      done: () => says('byHand', `slate ${SLATE}`),
    },
    {
      name: 'jersey changed',
      budget: 4,
      by: {
        keyboard: ({ press }) => press('j', '3', '1', 'p'),
        pointer: async (hand) => {
          await hand.click(race(hand).getByLabel('Mountain', { exact: true }));
          await hand.press('3', '2', 'Enter');
        },
      },
      done: (way) => logs(way === 'keyboard' ? /points jersey: rider 31/ : /mountain jersey: rider 32/),
    },
  ];
}
