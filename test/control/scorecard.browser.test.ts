import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/control/scorecard/scorecard-page.css';
import { mountScorecard } from '../../src/control/scorecard/mount-scorecard.tsx';
import { startScorecard } from '../../src/control/scorecard/start-scorecard.ts';
import type { Scorecard } from '../../src/insight/score.ts';
import { ok } from '../../src/wire/result.ts';

const covered = { p50: 0.47, p80: 0.79, n: 1000 };
const none = { p50: Number.NaN, p80: Number.NaN, n: 0 };
const card: Scorecard = {
  eta: { errorPct: 3.7, averagePct: 10.9, errorS: 125.2, n: 54 },
  nextPoint: { errorPct: 4, lastTenPct: 11.8, errorS: 31.8, n: 191 },
  gap: { errorS: 28, noChangeS: 23.9, lineS: 35.4, n: 9 },
  coverage: { ...covered, arrivals: covered, gaps: covered },
  catch: {
    brier: 0.03,
    climatology: 0.25,
    chapatte: 0.001,
    n: 42,
    episodes: 2,
    called: 2,
    right: 1,
    isEnough: false,
  },
  trial: { errorS: Number.NaN, gapHeldS: Number.NaN, p80: Number.NaN, n: 0 },
  stories: { told: 3, true: 0, n: 0 },
  flickerPerMin: 0.014,
  soonestS: Number.POSITIVE_INFINITY,
  reliability: {
    bands: [5, 10, 20, 40].map((km) => ({ km, arrivals: { ...covered, n: 10 * km }, gaps: none })),
    catches: [
      { from: 0, to: 0.1, expected: Number.NaN, came: Number.NaN, n: 0, episodes: 0 },
      { from: 0.8, to: 1, expected: 0.9, came: 0.5, n: 29, episodes: 2 },
    ],
    finish: [
      { km: 100, errorS: 355, averageS: 39 },
      { km: 10, errorS: 69, averageS: 205 },
    ],
  },
};

let leave = () => {};
let answer: () => Response;
let asked: string[];

beforeEach(() => {
  asked = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    asked.push(String(address));
    return answer();
  });
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const says =
  (over: Partial<Scorecard> = {}, race: string | null = 'Tour of the Two Valleys') =>
  () =>
    new Response(JSON.stringify({ race, stage: race && 'Stage 5 · Valbrun - Col des Aigles', ...card, ...over }));

function open(start: (root: HTMLElement) => unknown = (root) => mountScorecard(root, ok('/api/scorecard'))): void {
  const root = document.body.appendChild(document.createElement('div'));
  const unmount = start(root);
  leave = () => {
    if (typeof unmount === 'function') unmount();
    root.remove();
  };
}
const rowOf = (what: string) => page.getByRole('row').filter({ hasText: what });

describe('the scorecard', () => {
  it('says of each figure what it rests on and what it is compared with, misses included', async () => {
    answer = says();
    open();
    await expect.element(page.getByText('Tour of the Two Valleys · Stage 5 · Valbrun - Col des Aigles')).toBeVisible();
    expect(asked).toEqual(['/api/scorecard']);
    await expect.element(rowOf('The front 10 km ahead')).toHaveTextContent(/191 forecasts.*off by 4\.0 %.*11\.8 %$/);
    await expect.element(rowOf('Time at the finish')).toHaveTextContent(/not enough.*3\.7 % of the time, 2 min 05 s/);
    await expect.element(rowOf('A gap 10 km')).toHaveTextContent(/9 forecasts.*not enough.*as it is: 24 s, better/);
    await expect
      .element(rowOf('Catches: Brier'))
      .toHaveTextContent(/2 episodes: not enough.*Chapatte's rule: 0\.00, better/);
    expect(rowOf('Against the clock').elements()).toEqual([]);
    await expect.element(rowOf('Catches that were called')).toHaveTextContent('1 of 2 right');
    await expect.element(rowOf('Stories')).toHaveTextContent(/none compared.*3 told.*nothing to compare with/);
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|null/);
  });

  it('says of a race against the clock what was said half-way', async () => {
    answer = says({ trial: { errorS: 16.4, gapHeldS: 77, p80: 0.76, n: 12 } });
    open();
    await expect
      .element(rowOf('Against the clock'))
      .toHaveTextContent(/12 riders.*off by 16 s.*the gap to the hot seat, held: 77 s$/);
    await expect.element(rowOf('within the range for 80 %').nth(1)).toHaveTextContent(/12 riders.*76 %/);
  });

  it('draws them, and says the same in words', async () => {
    answer = says();
    open();
    const finish = page.getByRole('img', { name: /^Time at the finish, off by: 100 km to go 5 min 55 s/ });
    await expect.element(finish).toBeVisible();
    expect(finish.element().querySelectorAll('.series circle')).toHaveLength(2);
    const arrivals = page.getByRole('img', { name: /^Arrivals.*5 km ahead 47 % and 79 %/ }).element();
    expect(arrivals.querySelectorAll('.series :is(circle, rect)')).toHaveLength(8);
    await expect.element(page.getByText(/50 ranges 5 km ahead, 100 ranges 10 km ahead/)).toBeVisible();
    await expect
      .element(page.getByRole('figure').filter({ hasText: 'Catches' }))
      .toHaveTextContent(/80 % to 100 %: 90 % expected, 50 % came \(29 chances of 2 episodes\)/);
    // Nobody has measured a gap.
    await expect
      .element(page.getByRole('figure').filter({ hasText: 'Gaps' }))
      .toHaveTextContent('Nothing to score yet.');
  });

  it.each([420, 1366, 1920])('fits into a page that is %i wide', async (width) => {
    await page.viewport(width, 900);
    answer = says();
    open();
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const it of document.querySelectorAll('td, th, figure, svg'))
      expect(it.getBoundingClientRect().right).toBeLessThanOrEqual(width);
    for (const word of document.querySelectorAll<SVGTextElement>('.plots text')) {
      const drawing = word.ownerSVGElement!.getBoundingClientRect();
      const its = word.getBoundingClientRect();
      expect(its.left, word.textContent!).toBeGreaterThanOrEqual(drawing.left);
      expect(its.right, word.textContent!).toBeLessThanOrEqual(drawing.right);
    }
  });

  it('asks again every 15 s, and keeps what it knows while the desk is gone', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    answer = says();
    open();
    await expect.element(rowOf('The front 10 km ahead')).toHaveTextContent('191 forecasts');
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    vi.advanceTimersByTime(15_000);
    await expect.element(page.getByRole('alert')).toHaveTextContent('The desk cannot be reached');
    await expect.element(rowOf('The front 10 km ahead')).toBeVisible();
    answer = says({ nextPoint: { ...card.nextPoint, n: 192 } });
    vi.advanceTimersByTime(15_000);
    await expect.element(rowOf('The front 10 km ahead')).toHaveTextContent('192 forecasts');
    expect(document.querySelector('[role="alert"]')).toBeNull();
    leave();
    vi.advanceTimersByTime(60_000);
    expect(asked).toHaveLength(3);
    leave = () => {};
  });

  it('says in one sentence that there is no race yet, or no scorecard', async () => {
    answer = says({}, null);
    open();
    await expect.element(page.getByText('There is no race yet.')).toBeVisible();
    expect(document.querySelector('table')).toBeNull();
    leave();
    answer = () => new Response('<!doctype html>');
    open();
    await expect.element(page.getByRole('alert')).toHaveTextContent('What is said there is no scorecard');
  });

  it('says on a server that is no desk where one is asked, and asks the one that is named', async () => {
    answer = says();
    open((root) => startScorecard(root, false, null));
    await expect.element(page.getByRole('alert')).toHaveTextContent('a server that is no desk');
    expect(asked).toEqual([]);
    leave();
    open((root) => startScorecard(root, false, '192.168.1.20:4000'));
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(asked).toEqual(['http://192.168.1.20:4000/api/scorecard']);
  });
});
