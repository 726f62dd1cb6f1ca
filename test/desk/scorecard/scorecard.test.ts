import { describe, expect, it } from 'vitest';
import type { Parsed, Playable, Raw, Timed } from '../../../src/desk/feeds/feed.ts';
import { readScorecardArguments } from '../../../src/desk/scorecard/arguments.ts';
import { play } from '../../../src/desk/scorecard/play.ts';
import { tableOf } from '../../../src/desk/scorecard/table.ts';
import { eastward } from '../../../src/race/sample/builders.ts';
import { course, START_MS, sheet } from '../../support/race.ts';
import { fixAt, frame } from '../../support/ride.ts';

const road = course({ lengthKm: 40, line: eastward(40), elevation: [], marks: [] });
const papers = sheet({ course: road });
const bibs = [...papers.riders.keys()];
const MPS = 13;

type PlaceOf = (i: number, s: number) => number;

const awayM: PlaceOf = (i, s) => 2000 + MPS * s - (i < 2 ? 0 : 600) - i * 2;
/** Two attack after ten minutes. */
const attackedM: PlaceOf = (i, s) => 2000 + MPS * s + (i < 2 ? Math.min(500, Math.max(0, s - 600) * 2) : 0) - i * 2;
const togetherM: PlaceOf = (i, s) => 2000 + MPS * s - i * 2;

/** Two are away by 600 m, and all come in. What an organiser says of his own riders stands in his frames. */
function playable(placeM = awayM, organiserM: PlaceOf | null = null): Playable {
  const seconds = Array.from({ length: 1050 }, (_, i) => i * 3);
  const inputs: Timed[] = [
    { feed: 'test', topic: 'sheet', text: '', atMs: START_MS },
    ...seconds.map((s) => ({ feed: 'test', topic: 'fixes', text: textAt(s), atMs: START_MS + (160 + s) * 1000 })),
  ];
  function textAt(s: number): string {
    const riders =
      organiserM && bibs.map((bib, i) => ({ Bib: Number(bib), kmToFinish: Math.max(0, 40 - organiserM(i, s) / 1000) }));
    return JSON.stringify({ s, ...(riders && { data: { TimeStamp: START_MS / 1000 + 160 + s, Riders: riders } }) });
  }
  const parse = ({ topic, text }: Raw): Parsed => {
    if (topic === 'sheet') return { events: [{ kind: 'sheet', sheet: papers }], faults: [] };
    const { s } = JSON.parse(text) as { s: number };
    const samples = bibs.map((bib, i) => fixAt(road, bib, placeM(i, s)));
    return { events: [frame(START_MS + (160 + s) * 1000, samples)], faults: [] };
  };
  return {
    title: 'a test',
    feeds: ['test'],
    reader: () => parse,
    span: { fromMs: START_MS, toMs: inputs.at(-1)!.atMs },
    startMs: START_MS,
    momentAt: () => null,
    play: () => inputs,
  };
}

describe('the scorecard', () => {
  const scored = play(playable());

  it('scores a race by what the engine measured later', () => {
    const { eta, nextPoint, gap, coverage } = scored.card;
    expect(eta.n).toBeGreaterThan(15);
    expect(eta.averagePct).toBeLessThan(2);
    expect(nextPoint.errorPct).toBeLessThan(8);
    expect(gap.n).toBeGreaterThan(10);
    expect(gap.noChangeS).toBeLessThan(2);
    expect(coverage.n).toBeGreaterThan(100);
    expect(scored.msPerRaceSecond).toBeGreaterThan(0);
  });

  it('is a table for people, and says when there is too little to judge by', () => {
    const text = tableOf('a test', scored);
    expect(text).toContain('a test');
    expect(text).toContain('not enough');
    expect(text).not.toContain('NaN');
  });
});

describe('moves in front that were told', () => {
  it('are compared with the riders of an organiser, right or wrong', () => {
    expect(play(playable(attackedM, attackedM)).card.stories).toEqual({ told: 1, true: 1, n: 1 });
    const wrong = play(playable(attackedM, togetherM));
    expect(wrong.card.stories).toEqual({ told: 1, true: 0, n: 1 });
    expect(tableOf('a test', wrong)).toContain("1, 0 of 1 so by the organiser's own riders");
  });

  it('are compared with nothing where there are none, and that is said', () => {
    const alone = play(playable(attackedM));
    expect(alone.card.stories).toEqual({ told: 1, true: 0, n: 0 });
    expect(tableOf('a test', alone)).toContain('1, compared with nothing');
  });
});

describe('what is asked of it', () => {
  const asked = (...words: string[]) => readScorecardArguments(words);
  it('is a recording, or the built-in race', () => {
    expect(asked('--feed', 'replay:a.json', '--json')).toMatchObject({
      ok: true,
      value: { file: 'a.json', json: true },
    });
    expect(asked()).toMatchObject({ ok: true, value: { file: null } });
  });

  it('is refused in one sentence', () => {
    expect(asked('--feed', 'positions')).toMatchObject({ ok: false, error: expect.stringContaining('"positions"') });
    expect(asked('--track', '0')).toMatchObject({ ok: false, error: expect.stringContaining('--track 0') });
    expect(asked('--nonsense').ok).toBe(false);
  });
});
