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

/** Two away by 600 m, and all come in. */
function playable(): Playable {
  const placeM = (i: number, s: number) => 2000 + MPS * s - (i < 2 ? 0 : 600) - i * 2;
  const seconds = Array.from({ length: 1050 }, (_, i) => i * 3);
  const inputs: Timed[] = [
    { feed: 'test', topic: 'sheet', text: '', atMs: START_MS },
    ...seconds.map((s) => ({ feed: 'test', topic: 'fixes', text: String(s), atMs: START_MS + (160 + s) * 1000 })),
  ];
  const parse = ({ topic, text }: Raw): Parsed => {
    if (topic === 'sheet') return { events: [{ kind: 'sheet', sheet: papers }], faults: [] };
    const s = Number(text);
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
