import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../support/desk.ts';
import { type DeskAndBrowser, patientContext, startDeskAndBrowser } from '../support/e2e.ts';
import { startEnded } from '../support/ended-race.ts';
import { plainTapes } from '../support/tapes.ts';

/** Counts what a hand does: each key, with those held beside it, each click and each touch. */
interface Hand {
  readonly page: Page;
  press(...keys: readonly string[]): Promise<void>;
  click(target: Locator): Promise<void>;
  tap(target: Locator): Promise<void>;
  /** A name, or what the radio says: as long as it is, it does not count. */
  text(text: string): Promise<void>;
  readonly spent: number;
}

function handOn(page: Page): Hand {
  let spent = 0;
  const counted = (doing: Promise<void>) => {
    spent += 1;
    return doing;
  };
  return {
    page,
    async press(...keys) {
      for (const key of keys) await counted(page.keyboard.press(key));
    },
    click: (target) => counted(target.click()),
    tap: (target) => counted(target.tap()),
    text: (text) => page.keyboard.type(text),
    get spent() {
      return spent;
    },
  };
}

type Way = 'keyboard' | 'pointer' | 'touch';

interface Task {
  readonly name: string;
  readonly budget: number;
  /** Brings about what the task begins with; it does not count. */
  readonly before?: () => Promise<unknown>;
  readonly by: Readonly<Partial<Record<Way, (hand: Hand) => Promise<unknown>>>>;
  /** What the desk says of it, in the end. */
  readonly done: (way: Way) => Promise<unknown>;
}

describe('fifteen tasks, each within its strokes', () => {
  let both: DeskAndBrowser;
  /** A race that is over: three of its results wait, none of them official. */
  let ended: RunningDesk;
  const pages = {} as Record<Way, Page>;
  const endedPages = {} as Record<Way, Page>;

  beforeAll(async () => {
    both = await startDeskAndBrowser({ args: ['--from', '60km'] });
    ended = await startEnded(both.options.pages);
    await both.opened('?show=program');
    pages.keyboard = await opened(await both.context.newPage());
    pages.pointer = pages.keyboard;
    const tablet = await patientContext(both.browser, { viewport: { width: 1024, height: 768 }, hasTouch: true });
    pages.touch = await opened(await tablet.newPage());
    endedPages.keyboard = await both.context.newPage();
    endedPages.pointer = endedPages.keyboard;
    endedPages.touch = await tablet.newPage();
  });

  afterAll(async () => {
    await both?.end();
    await ended?.kill('SIGINT');
  });

  async function opened(page: Page): Promise<Page> {
    await both.openedControl(page);
    await page
      .getByRole('button', { name: /is on camera$/ })
      .nth(1)
      .waitFor();
    return page;
  }

  const ask = async (path: string) => {
    const answer = await (await fetch(`${both.url}api/${path}`)).json();
    expect(answer.error).toBeUndefined();
  };
  const told = async (field: string): Promise<unknown> => (await (await fetch(`${both.url}api/state`)).json())[field];
  const soon = { timeout: 120_000, interval: 50 };
  const is = (field: string, value: unknown) =>
    expect.poll(() => told(field), { ...soon, message: field }).toEqual(value);
  const says = (field: string, part: string) =>
    expect.poll(() => told(field), { ...soon, message: field }).toEqual(expect.stringContaining(part));
  const logs = (text: string | RegExp) =>
    pages.keyboard.getByRole('region', { name: 'Log' }).getByText(text).first().waitFor();

  /** Whether the tape has the strap of this rider as cued. */
  const cuedOnTape = async (bib: string) => {
    const lines = plainTapes(both.options.tapes).split('\n');
    return lines.some((one) => one.includes('"do":"cue"') && one.includes(`"bib":"${bib}"`));
  };

  const button = ({ page }: Hand, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  /** A button with its key on it. */
  const keyed = (hand: Hand, name: string) => button(hand, new RegExp(`^${name}`));
  /** Where names are released, too, there is more than one of that name. */
  const released = ({ page }: Hand) => page.getByRole('toolbar').getByRole('button', { name: /^Release/ });
  const race = ({ page }: Hand) => page.getByRole('region', { name: 'Race' });
  const groupRow = (hand: Hand, number: string) => race(hand).getByRole('row').filter({ hasText: number });
  const drawer = async ({ page }: Hand, open: boolean) => {
    const its = page.getByRole('button', { name: 'Rundown', exact: true });
    if ((await its.getAttribute('aria-expanded')) !== String(open)) await its.click();
  };
  /** By the command line, which a pointer opens and enters. */
  const line = async (hand: Hand, ...typed: readonly (() => Promise<void>)[]) => {
    await hand.click(keyed(hand, 'Command'));
    for (const one of typed) await one();
    await hand.click(keyed(hand, 'Do it'));
  };

  let stepsBefore = 0;
  const towerOn = async () => {
    await ask('take-direct?overlay=position-tower');
    await is('onAir', 'position-tower');
  };
  const SLATE = "4: 1 2 3 11 +1'20 km40";
  /** Another one each time, so that none is there from the time before. */
  const bibs: Readonly<Record<Way, string>> = { keyboard: '31', pointer: '32', touch: '33' };
  const names: Readonly<Record<Way, string>> = { keyboard: 'Šafránek', pointer: 'Åström', touch: 'Ó Súilleabháin' };

  const tasks: readonly Task[] = [
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
  const isClean = async () => {
    await is('latched', true);
    await is('onAir', '');
  };

  const runs = tasks.flatMap((task) =>
    (['keyboard', 'pointer', 'touch'] as const).flatMap((way) => (task.by[way] ? [{ ...task, way }] : [])),
  );

  it.each(runs)('$name, by $way: $budget', async ({ name, way, budget, before, by, done }) => {
    await ask('clear');
    for (const overlay of String(await told('cued'))
      .split(',')
      .filter(Boolean))
      await ask(`uncue?overlay=${overlay}`);
    await is('onAir', '');
    await before?.();
    const hand = handOn(pages[way]);
    await hand.page.bringToFront();
    if (way === 'touch') await drawer(hand, name.startsWith('take'));
    // A key means what its operator has seen: he sees what was brought about by others.
    await hand.page.waitForTimeout(600);
    await by[way]!(hand);
    await done(way);
    expect(hand.spent).toBeLessThanOrEqual(budget);
    expect(hand.spent).toBeGreaterThan(0);
  });

  /** The newest first: one for each way. */
  it.each([
    ['keyboard', 'classification points'],
    ['pointer', 'classification general'],
    ['touch', 'result finish'],
  ] as const)('result confirmed, by %s: 1', async (way, id) => {
    const waits = async () => (await (await fetch(`${ended.url}api/state`)).json()).waiting as string;
    await expect.poll(waits, soon).toMatch(new RegExp(`^${id}`));
    const hand = handOn(endedPages[way]);
    if (hand.page.url() === 'about:blank') await hand.page.goto(ended.url);
    await hand.page.bringToFront();
    const bar = hand.page.getByRole('region', { name: 'Waits for Y' });
    await bar.getByText(id === 'result finish' ? /^Result of the stage: 1 FAMILY 3/ : /classification: 1 /).waitFor();
    await hand.page.waitForTimeout(600);
    const confirm = bar.getByRole('button', { name: /^Confirm/ });
    if (way === 'keyboard') await hand.press('y');
    else await hand[way === 'pointer' ? 'click' : 'tap'](confirm);
    await expect.poll(waits, soon).not.toContain(id);
    expect(hand.spent).toBe(1);
  });
});
