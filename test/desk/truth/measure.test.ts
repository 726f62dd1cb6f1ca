import { describe, expect, it } from 'vitest';
import type { Parsed, Playable, Raw, Timed } from '../../../src/desk/feeds/feed.ts';
import { readTruthArguments } from '../../../src/desk/truth/arguments.ts';
import { measure } from '../../../src/desk/truth/measure.ts';
import { quantile } from '../../../src/desk/truth/quantile.ts';
import { tableOf } from '../../../src/desk/truth/table.ts';
import { course, START_MS, sheet } from '../../support/race.ts';
import { fixAt, frame } from '../../support/ride.ts';

const road = course();
const papers = sheet();
const bibs = [...papers.riders.keys()];
const FROM_S = 600;
const SECONDS = 900;

/** One rider away by 600 m until he is caught; the organiser is right but for `errorKm` and `errorS`. */
const placeM = (i: number, s: number): number =>
  i === 0 ? Math.max(2600 + 11 * s, 2004 + 12 * s) : 2000 + 12 * s - i * 2;

function playable(errorKm: number, errorS: number, says = true): Playable {
  const inputs: Timed[] = [{ feed: 'race-center', topic: 'sheet', text: '', atMs: START_MS }];
  for (let s = 0; s < SECONDS; s += 1) {
    const atMs = START_MS + (FROM_S + s) * 1000;
    const Riders = bibs.map((Bib, i) => ({
      Bib,
      kmToFinish: (road.lengthM - placeM(i, s)) / 1000 + errorKm,
      secToFirstRider: s > 200 && i > 0 ? gapS(i, s) + errorS : null,
    }));
    inputs.push({
      feed: 'race-center',
      topic: 'stream',
      atMs,
      text: JSON.stringify({ data: { TimeStamp: atMs / 1000, Riders: says ? Riders : [] } }),
    });
  }
  const parse = ({ topic, text }: Raw): Parsed => {
    if (topic === 'sheet') return { events: [{ kind: 'sheet', sheet: papers }], faults: [] };
    const s = JSON.parse(text).data.TimeStamp - START_MS / 1000 - FROM_S;
    const samples = bibs.map((bib, i) => fixAt(road, bib, placeM(i, s), 40));
    return { events: [frame(START_MS + (FROM_S + s) * 1000, samples)], faults: [] };
  };
  const span = { fromMs: START_MS, toMs: inputs.at(-1)!.atMs };
  return {
    title: 'a test',
    feeds: ['race-center'],
    reader: () => parse,
    span,
    startMs: START_MS,
    momentAt: () => null,
    play: () => inputs,
  };
}

/** When the first was where rider `i` is at a second. */
function gapS(i: number, s: number): number {
  let before = s;
  while (before > 0 && placeM(0, before) > placeM(i, s)) before -= 0.1;
  return s - before;
}

function figuresOf(feed: Playable) {
  const figures = measure(feed);
  if (!figures.ok) throw new Error(figures.error);
  return figures.value;
}

describe('the truth', () => {
  it('is zero when engine and organiser agree', () => {
    const { placeErrorM, gapErrorS, catches, groups, shownStale, ignored, samples, shown } = figuresOf(playable(0, 0));
    expect(placeErrorM.max).toBeLessThan(5);
    expect(gapErrorS.medianAbs).toBeLessThan(0.6);
    expect(groups.namedMax).toBe(2);
    expect(groups.changedFrameShare).toBeCloseTo(1 / SECONDS, 4);
    expect(shownStale).toBe(0);
    expect(ignored).toEqual({});
    expect(samples).toBe(SECONDS * bibs.length);
    expect(shown.pelotonGapErrorS.median).toBeLessThan(0.5);
    expect(shown).toMatchObject({ headHoleFrames: 0, jumpsOver30s: 0, wrongHeadFrames: 0 });
    expect(catches).toHaveLength(1);
    // Caught when a metre a second has made up the 600 m, less the seconds that are still called together.
    expect(catches[0]!.kmToGo).toBeCloseTo((road.lengthM - placeM(0, 570)) / 1000, 0);
  });

  it('shows what the organiser says otherwise', () => {
    const { placeErrorM, gapErrorS } = figuresOf(playable(0.05, -4));
    expect(placeErrorM.median).toBeCloseTo(50, -1);
    expect(gapErrorS.median).toBeCloseTo(4, 0);
  });

  it('says when there is nothing to compare with', () => {
    expect(measure(playable(0, 0, false))).toEqual({
      ok: false,
      error: 'it carries no distances of an organiser to compare with',
    });
  });

  it('can be read as a table', () => {
    const table = tableOf('a test', figuresOf(playable(0, 0)));
    expect(table).toContain('place, error in metres');
    expect(table).toMatch(/gap of the peloton as shown +median 0(\.\d+)? s/);
    expect(table).toMatch(/caught by the peloton +\d+\.?\d* km to go/);
  });
});

describe('what is asked for', () => {
  it.each([
    [['--bogus'], /--bogus/],
    [[], /name a recording with --feed replay:<file>/],
    [['--feed', 'simulation'], /"simulation" says no distances/],
    [['--feed', 'replay:'], /name a recording/],
    [['--feed', 'replay:a', '--course', 'b', '--track', '0'], /--track 0 does not fit/],
  ])('is refused in one sentence: %j', (words, sentence) => {
    const asked = readTruthArguments(words);
    expect(asked.ok).toBe(false);
    expect(asked.ok || asked.error).toMatch(sentence);
    expect(asked.ok || asked.error).not.toMatch(/\n/);
  });

  it('is a file, as a table or as JSON', () => {
    expect(readTruthArguments(['--feed', 'replay:a.json.gz', '--json'])).toEqual({
      ok: true,
      value: { file: 'a.json.gz', json: true, course: null, track: null },
    });
  });
});

it('a quantile of nothing is no number', () => {
  expect(quantile(new Float64Array(), 0.5)).toBeNaN();
  expect(quantile(Float64Array.of(1, 2, 3.456), 1)).toBe(3.46);
});
