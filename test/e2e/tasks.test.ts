import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../support/desk.ts';
import { type DeskAndBrowser, patientContext, startDeskAndBrowser } from '../support/e2e.ts';
import { startEnded } from '../support/ended-race.ts';
import { airTasks } from '../support/tasks/air-tasks.ts';
import { drawer, handOn } from '../support/tasks/hand.ts';
import { raceTasks } from '../support/tasks/race-tasks.ts';
import { soon, taskDesk, type Way } from '../support/tasks/task.ts';

describe('fifteen tasks, each within its strokes', () => {
  let both: DeskAndBrowser;
  /** A race that is over: three of its results wait, none of them official. */
  let ended: RunningDesk;
  const pages = {} as Record<Way, Page>;
  const endedPages = {} as Record<Way, Page>;

  beforeAll(async () => {
    both = await startDeskAndBrowser();
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

  const desk = taskDesk(() => both, pages);
  const { ask, told, is } = desk;
  const tasks = [...airTasks(desk), ...raceTasks(desk)];
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
