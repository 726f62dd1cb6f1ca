import { describe, expect, it } from 'vitest';
import type { Catch, CatchWord, Eta, Forecast } from '../../src/insight/forecast.ts';
import type { Insight } from '../../src/insight/insight.ts';
import type { Outcome } from '../../src/insight/outcome.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { newScorer } from '../../src/insight/score.ts';
import type { Story } from '../../src/insight/story.ts';
import type { Race } from '../../src/race/race.ts';
import { course, group, place, race, START_MS, sheet } from '../support/race.ts';

const papers = sheet({ course: course() });
const lengthM = papers.course.lengthM;
const atMs = (minute: number) => START_MS + minute * 60_000;
const saying = (...forecasts: Forecast[]): Insight => ({ forecasts, stories: [], gapsPast: [] });

const eta = (valueMs: number): Eta => ({
  kind: 'eta',
  id: 'eta head finish',
  madeMs: START_MS,
  untilMs: valueMs,
  because: [],
  silent: null,
  group: 'g2',
  mark: 'finish',
  atM: lengthM,
  estimate: { value: valueMs, half: { low: valueMs, high: valueMs }, most: { low: valueMs, high: valueMs } },
});

const story = (kind: Story['kind'], facts: Story['facts'] = {}) => ({ kind, facts }) as Story;

const outcome = (over: Partial<Outcome>): Outcome => ({
  kind: 'gap',
  of: 'g1 g2',
  madeMs: atMs(60),
  fromM: 40_000,
  atM: 50_000,
  estimate: { value: 60, half: { low: 50, high: 70 }, most: { low: 40, high: 80 } },
  truth: 60,
  trend: { gapS: 90, slope: -4, share: -0.05, historyKm: 6 },
  ...over,
});

describe('what became of forecasts', () => {
  it('of the finish: by how much of the time left it was wrong, beside the average speed', () => {
    const scorer = newScorer(recordedPast);
    // 40 km/h until 50 km to go, which then take an hour: the average says 75 minutes, the forecast 57.
    const head = { groups: [group({ id: 'g2', frontM: lengthM - 50_000 })], sheet: papers };
    const nowMs = atMs(90);
    scorer.see(race({ ...head, atMs: nowMs }), saying(eta(nowMs + 57 * 60_000)));
    const finish = { value: 0, atMs: nowMs + 3_600_000, origin: 'timed' as const };
    scorer.see(race({ atMs: finish.atMs, sheet: papers, places: [place('1', { finish })] }), saying());
    const { eta: score } = scorer.card();
    expect(score).toEqual({ errorPct: expect.closeTo(5, 6), averagePct: expect.closeTo(25, 6), errorS: 180, n: 1 });
  });

  it('of the finish by the kilometres that were to go, once at each, and nothing before it is known', () => {
    const scorer = newScorer(recordedPast);
    const seeAt = (minute: number, leftM: number, errorMin: number) => {
      const groups = [group({ id: 'g2', frontM: lengthM - leftM })];
      scorer.see(race({ atMs: atMs(minute), sheet: papers, groups }), saying(eta(atMs(100 + errorMin))));
    };
    seeAt(70, 20_400, 9);
    seeAt(71, 19_700, -4);
    seeAt(72, 18_900, 9);
    seeAt(85, 10_000, 1);
    const errors = () => scorer.card().reliability.finish.filter(({ errorS }) => !Number.isNaN(errorS));
    expect(errors()).toEqual([]);
    const finish = { value: 0, atMs: atMs(100), origin: 'timed' as const };
    scorer.see(race({ atMs: atMs(100), sheet: papers, places: [place('1', { finish })] }), saying());
    const averageMin = 71 + (19_700 / (lengthM - 19_700)) * 71 - 100;
    expect(errors()).toEqual([
      { km: 20, errorS: 240, averageS: expect.closeTo(Math.abs(averageMin) * 60, 3) },
      { km: 10, errorS: 60, averageS: expect.any(Number) },
    ]);
  });

  it('counts the moves in front that were told, and claims nothing of them', () => {
    const scorer = newScorer(recordedPast);
    const stories = [story('attack'), story('split'), story('returned'), story('returned', { together: 5 })];
    scorer.see(race({ atMs: atMs(1), sheet: papers }), { ...saying(), stories });
    expect(scorer.card().stories).toEqual({ told: 2, true: 0, n: 0 });
  });

  it('of gaps: beside a gap that stays and one that goes on', () => {
    const scorer = newScorer(recordedPast);
    scorer.note(outcome({ truth: 70 }));
    scorer.note(outcome({ truth: 50 }));
    expect(scorer.card().gap).toEqual({ errorS: 10, noChangeS: 30, lineS: 10, n: 2 });
  });

  it('of the next point: beside the speed of the last ten minutes', () => {
    const scorer = newScorer(recordedPast);
    for (let minute = 0; minute <= 20; minute += 1) {
      const groups = [group({ id: 'g2', frontM: 20_000 + minute * 500 })];
      scorer.see(race({ atMs: atMs(minute), sheet: papers, groups }), saying());
    }
    // From 30 km at 30 km/h: ten kilometres would take 20 minutes, they took 16, and 15.2 were expected.
    const value = atMs(20 + 15.2);
    const band = { low: value, high: value };
    const arrival = { kind: 'arrival' as const, of: 'head', madeMs: atMs(20), fromM: 30_000, atM: 40_000, trend: null };
    scorer.note(outcome({ ...arrival, estimate: { value, half: band, most: band }, truth: atMs(36) }));
    const { nextPoint } = scorer.card();
    expect(nextPoint.n).toBe(1);
    expect(nextPoint.errorPct).toBeCloseTo(5, 6);
    expect(nextPoint.lastTenPct).toBeCloseTo(25, 6);
  });

  it('counts how often the truth was in the bands, up to 20 km ahead', () => {
    const scorer = newScorer(recordedPast);
    for (const truth of [55, 65, 75, 95]) scorer.note(outcome({ truth }));
    scorer.note(outcome({ truth: 0, atM: 80_000 }));
    expect(scorer.card().coverage).toMatchObject({ p50: 0.5, p80: 0.75, n: 4, gaps: { n: 4 }, arrivals: { n: 0 } });
  });
});

describe('what became of catches', () => {
  const says = (probability: number, word: CatchWord, previous = 'g2'): Catch => ({
    kind: 'catch',
    id: `catch g1 ${previous}`,
    madeMs: START_MS,
    untilMs: START_MS,
    because: [],
    silent: null,
    group: 'g1',
    previous,
    word,
    probability,
    whereM: null,
  });
  const gap = { value: 60, atMs: START_MS, origin: 'gps' as const };
  const away = (minute: number): Race =>
    race({
      atMs: atMs(minute),
      sheet: papers,
      groups: [
        group({ id: 'g2', kind: 'head', bibs: ['1', '2'], frontM: lengthM - 19_500 }),
        group({ id: 'g1', bibs: ['3'], frontM: lengthM - 20_000, gap, gapToPrevious: gap }),
      ],
      places: ['1', '2', '3'].map((bib) => place(bib, { group: bib === '3' ? 'g1' : 'g2' })),
    });
  const caught = race({
    atMs: atMs(30),
    sheet: papers,
    groups: [group({ id: 'g1', bibs: ['1', '2', '3'] })],
    places: ['1', '2', '3'].map((bib) => place(bib, { group: 'g1' })),
  });
  const finish = { value: 0, atMs: atMs(30), origin: 'timed' as const };
  const held = race({
    atMs: atMs(30),
    sheet: papers,
    groups: [group({ id: 'g1', bibs: ['3'] })],
    places: [place('1', { finish }), place('2', { finish }), place('3', { group: 'g1' })],
  });
  const cardOf = (end: Race, ...said: readonly Catch[]) => {
    const scorer = newScorer(recordedPast);
    for (const [minute, one] of said.entries()) scorer.see(away(minute), saying(one));
    scorer.see(end, saying());
    return scorer.card();
  };

  it('is squared, beside the usual share and Chapatte, and few episodes are not enough', () => {
    const { catch: score } = cardOf(caught, says(0.7, 'open'), says(0.9, 'will be caught'));
    expect(score).toMatchObject({ n: 2, episodes: 1, called: 1, right: 1, isEnough: false, climatology: 0.25 });
    expect(score.brier).toBeCloseTo((0.09 + 0.01) / 2, 10);
    // Half of Chapatte's gap: eight to one.
    expect(score.chapatte).toBeCloseTo((1 / 9) ** 2, 10);
  });

  it('counts what was called and came otherwise as wrong, and what was left open as neither', () => {
    expect(cardOf(held, says(0.9, 'will be caught')).catch).toMatchObject({ called: 1, right: 0 });
    expect(cardOf(held, says(0.05, 'will hold')).catch).toMatchObject({ called: 1, right: 1 });
    expect(cardOf(held, says(0.5, 'open')).catch).toMatchObject({ called: 0, episodes: 1 });
  });

  it('leaves out what has not ended', () => {
    expect(cardOf(away(9), says(0.9, 'will be caught')).catch).toMatchObject({ episodes: 0, n: 0, brier: Number.NaN });
  });

  it('counts how often words changed, and how soon', () => {
    const card = cardOf(caught, says(0.5, 'open'), says(0.9, 'will be caught'), says(0.9, 'will be caught'));
    expect(card.flickerPerMin).toBeCloseTo(1 / 30, 10);
    expect(card.soonestS).toBe(60);
  });
});
