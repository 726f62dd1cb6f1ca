import { expect } from 'vitest';
import { button, keyed, released } from './hand.ts';
import { soon, type Task, type TaskDesk } from './task.ts';

/** What is done to what is on air. */
export function airTasks({ ask, told, is, says, towerOn, isClean }: TaskDesk): readonly Task[] {
  let stepsBefore = 0;
  return [
    {
      name: 'take',
      budget: 1,
      by: {
        keyboard: ({ press }) => press('Shift+Digit3'),
        pointer: (hand) => hand.click(button(hand, 'Take Positions')),
        touch: (hand) => hand.tap(button(hand, 'Take Positions')),
      },
      done: () => is('onAir', 'position-tower'),
    },
    {
      name: 'take out',
      budget: 1,
      before: towerOn,
      by: {
        keyboard: ({ press }) => press('Shift+Digit3'),
        pointer: (hand) => hand.click(button(hand, 'Take out Positions')),
        touch: (hand) => hand.tap(button(hand, 'Take out Positions')),
      },
      done: () => is('onAir', ''),
    },
    {
      name: 'update air',
      budget: 1,
      before: async () => {
        await towerOn();
        stepsBefore = Number(await told('position-tower_steps'));
        await ask('cue?overlay=position-tower&order=road');
        await is('cued', 'position-tower');
      },
      by: {
        keyboard: ({ press }) => press('u'),
        pointer: (hand) => hand.click(keyed(hand, 'Update')),
      },
      done: () => expect.poll(() => told('position-tower_steps'), soon).toBeGreaterThan(stepsBefore),
    },
    {
      name: 'cue three and take',
      budget: 4,
      by: {
        keyboard: ({ press }) => press('Digit2', 'Digit4', 'Digit8', 'Space'),
        pointer: async (hand) => {
          for (const title of ['Gaps', 'Profile', 'Last kilometres']) await hand.click(button(hand, `Cue ${title}`));
          await hand.click(keyed(hand, 'Take ?Space'));
        },
      },
      // The last kilometres have nothing to say this far from the line: they are wished, and wait.
      done: async () => {
        for (const id of ['gap-ticker', 'gradient-profile']) await says('onAir', id);
        await says('wished', 'last-km');
      },
    },
    {
      name: 'undo',
      budget: 1,
      before: towerOn,
      by: {
        keyboard: ({ press }) => press('Control+z'),
        pointer: (hand) => hand.click(keyed(hand, 'Undo')),
        touch: (hand) => hand.tap(keyed(hand, 'Undo')),
      },
      done: () => is('onAir', ''),
    },
    {
      name: 'all out and undo',
      budget: 2,
      before: towerOn,
      by: {
        keyboard: async ({ press }) => {
          await press('Escape');
          await is('onAir', '');
          await press('Control+z');
        },
        pointer: async (hand) => {
          await hand.click(keyed(hand, 'All out'));
          await is('onAir', '');
          await hand.click(keyed(hand, 'Undo: all out'));
        },
      },
      done: () => is('onAir', 'position-tower'),
    },
    {
      name: 'page of the tower back',
      budget: 1,
      before: async () => {
        await ask('take-direct?overlay=position-tower&order=road');
        await ask('next?overlay=position-tower');
        await is('position-tower_step', 2);
      },
      by: {
        keyboard: ({ press }) => press('ArrowLeft'),
        pointer: (hand) => hand.click(keyed(hand, 'Back')),
      },
      done: () => is('position-tower_step', 1),
    },
    {
      name: 'panic and release',
      budget: 2,
      before: towerOn,
      by: {
        keyboard: async ({ press }) => {
          await press('Shift+Escape');
          await isClean();
          await press('Shift+Escape');
        },
        pointer: async (hand) => {
          await hand.click(keyed(hand, 'Panic'));
          await isClean();
          await hand.click(released(hand));
        },
        touch: async (hand) => {
          await hand.tap(keyed(hand, 'Panic'));
          await isClean();
          await hand.tap(released(hand));
        },
      },
      done: () => is('latched', false),
    },
  ];
}
