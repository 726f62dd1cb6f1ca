import { describe, expect, it } from 'vitest';
import { createTimeJudge } from '../../../src/desk/time/judge.ts';
import { createLiveClock } from '../../../src/desk/time/live-clock.ts';
import type { RaceEvent } from '../../../src/race/event.ts';

const NOON = Date.UTC(2026, 6, 4, 12);
const MINUTE = 60_000;

const frame = (atMs: number): RaceEvent => ({
  kind: 'positions',
  atMs,
  samples: [{ bib: '1', lat: 45, lon: 5, speedKph: null, atMs: atMs - 500 }],
});
const passing = (atMs: number): RaceEvent => ({
  kind: 'passings',
  origin: 'timed',
  passings: [{ bib: '1', mark: 'finish', atMs }],
});

/** A desk whose steady clock is moved by hand; its own time of day is `wallMs` ahead of the true one. */
function live(wallMs = 0) {
  let nowMs = 0;
  const clock = createLiveClock(() => nowMs);
  const judge = createTimeJudge(() => NOON + nowMs + wallMs);
  const faults: string[] = [];
  const events: RaceEvent[] = [];
  return {
    faults,
    /** What passed since it was last asked: seconds after noon, or the move of a clock. */
    news: () =>
      events.splice(0).map((event) => {
        if (event.kind === 'clock-moved') return `moved ${event.byMs / 1000}`;
        return (
          (event.kind === 'passings' ? event.passings[0]!.atMs! : 'atMs' in event ? event.atMs : 0) / 1000 - NOON / 1000
        );
      }),
    /** Seconds after noon, on the clock of the race; null while nobody knows. */
    at: () => {
      const atMs = clock.atMs();
      return atMs === null ? null : (atMs - NOON) / 1000;
    },
    /** After so many seconds, something comes. */
    after(seconds: number, event: RaceEvent, feed = 'gps') {
      nowMs += seconds * 1000;
      const judged = judge.judge(feed, [event], clock.atMs());
      clock.move(judged.movedMs);
      if (judged.heardMs !== null) clock.heard(judged.heardMs);
      events.push(...judged.events);
      faults.push(...judged.faults);
    },
    trueMs: () => NOON + nowMs,
  };
}

type Desk = ReturnType<typeof live>;
/** Frames every two seconds, `offMs` from the truth. */
const frames = (desk: Desk, count: number, offMs = 0, feed = 'gps') => {
  for (let i = 0; i < count; i += 1) desk.after(2, frame(desk.trueMs() + 2000 + offMs), feed);
};

describe('a frame of another time', () => {
  it.each([10 * MINUTE, 25 * MINUTE, -2 * MINUTE, NOON * 999, -NOON * 0.999])(
    'alone is refused (%d ms off)',
    (offMs) => {
      const desk = live();
      frames(desk, 3);
      desk.news();
      frames(desk, 1, offMs);
      expect(desk.news()).toEqual([]);
      expect(desk.at()).toBe(8);
      frames(desk, 2);
      // One that is late by minutes may still tell when a line was crossed.
      expect(desk.news().filter((s) => s !== -112)).toEqual([10, 12]);
      expect(desk.at()).toBe(12);
      expect(desk.faults).toHaveLength(offMs === -2 * MINUTE ? 0 : 1);
    },
  );

  it('is refused without a throw when no calendar knows it', () => {
    const desk = live();
    frames(desk, 2);
    for (const odd of [1e20, -1e20, Number.NaN, Number.POSITIVE_INFINITY]) desk.after(1, frame(odd));
    frames(desk, 1);
    expect(desk.news()).toEqual([2, 4, 10]);
    expect(desk.faults).toHaveLength(4);
  });

  it('is told in a sentence that says what to do', () => {
    const desk = live();
    frames(desk, 2);
    frames(desk, 1, 25 * MINUTE);
    frames(desk, 1);
    expect(desk.faults).toEqual([
      'gps: its positions of 12:25:06 UTC came 25 min ahead of the race and were left out; check its clock if it goes on.',
    ]);
  });
});

describe('the first frame of the day', () => {
  it('does not set the clock alone: the next ones must agree, and then nothing is lost', () => {
    const desk = live(3 * 60 * MINUTE);
    desk.after(1, frame(NOON + 10 * MINUTE));
    expect(desk.at()).toBeNull();
    desk.after(1, frame(NOON + 2000));
    expect(desk.at()).toBeNull();
    desk.after(1, frame(NOON + 3000));
    expect(desk.news()).toEqual([2, 3]);
    expect(desk.at()).toBe(3);
    expect(desk.faults).toEqual([expect.stringContaining('12:10:00 UTC came alone with its time')]);
  });

  it('sets it alone when the time of day of the desk agrees', () => {
    const desk = live();
    desk.after(1, frame(NOON + 750));
    expect(desk.news()).toEqual([0.75]);
    expect(desk.at()).toBe(0.75);
  });

  it('may be a passing: passings alone start the clock', () => {
    const desk = live(3 * 60 * MINUTE);
    desk.after(1, passing(NOON + 1000));
    desk.after(5, passing(NOON + 6000));
    expect(desk.at()).toBe(6);
    expect(desk.news()).toEqual([1, 6]);
  });
});

describe('a source whose clock is set', () => {
  it.each([120, -120, 3600, -600])('moves the clock and the road so far, when the next ones agree (%d s)', (byS) => {
    const desk = live();
    frames(desk, 5);
    desk.news();
    frames(desk, 4, byS * 1000);
    expect(desk.news()).toEqual([]);
    frames(desk, 2, byS * 1000);
    const moved = [12, 14, 16, 18, 20].map((s) => s + byS);
    expect(desk.news()).toEqual([`moved ${byS}`, ...moved, 22 + byS]);
    expect(desk.at()).toBe(22 + byS);
    expect(desk.faults).toEqual([
      expect.stringMatching(/^gps: its clock was set (forward|back) by .+; the clock of the race and the road so far/),
    ]);
  });

  it('is not believed in a burst: what was held up on its way is late, not of another clock', () => {
    const desk = live();
    frames(desk, 5);
    desk.news();
    // A minute of silence, then the minute at once.
    desk.after(60, frame(NOON + 12_000));
    for (let s = 14; s <= 70; s += 2) desk.after(0, frame(NOON + s * 1000));
    expect(desk.news()).toHaveLength(30);
    expect(desk.at()).toBe(70);
    expect(desk.faults).toEqual([]);
  });
});

describe('a source that comes late for good', () => {
  it('is waited for, and followed when it catches up; the road so far stays', () => {
    const desk = live();
    frames(desk, 5);
    for (let s = 11; s <= 50; s += 1) desk.after(s === 11 ? 30 : 1, frame(NOON + s * 1000));
    expect(desk.at()).toBe(50);
    expect(desk.faults).toEqual(['gps: it comes 29 s late now; the clock of the race waits for it.']);
    desk.after(1, frame(desk.trueMs() + 1000));
    expect(desk.at()! - (desk.trueMs() - NOON) / 1000).toBe(0);
    expect(desk.news().some((news) => String(news).startsWith('moved'))).toBe(false);
    expect(desk.faults).toHaveLength(1);
  });
});

describe('several sources', () => {
  it('have one clock: another one is read with its difference taken off, once it is sure', () => {
    const desk = live();
    frames(desk, 3);
    desk.news();
    for (let i = 0; i < 6; i += 1) {
      desk.after(1, frame(desk.trueMs() + 1000));
      desk.after(1, frame(desk.trueMs() + 1000 + 3 * MINUTE), 'other');
    }
    frames(desk, 1, 3 * MINUTE, 'other');
    expect(desk.at()).toBe(20);
    const late = desk.news();
    expect(late.every((s) => typeof s === 'number' && s <= 20)).toBe(true);
    expect(late).toContain(20);
    expect(late).toHaveLength(6 + 7);
    expect(desk.faults).toEqual([
      'other: its clock is 3 min ahead of where it was thought to be; its times are read so much earlier.',
    ]);
  });

  it('let the one lead that tells of its own moments', () => {
    const desk = live(3 * 60 * MINUTE);
    // A timekeeper sends what was measured twenty seconds ago.
    desk.after(30, passing(NOON + 5000), 'timing');
    desk.after(5, passing(NOON + 15_000), 'timing');
    expect(desk.at()).toBe(15);
    frames(desk, 2);
    expect(desk.at()).toBe(39);
    desk.after(1, passing(NOON + 20_000), 'timing');
    expect(desk.news()).toEqual([5, 15, 37, 39, 20]);
    expect(desk.faults).toEqual([]);
  });
});

describe('what is played', () => {
  it('has its clock: one bad time neither stops it nor moves it, and a clock that was set is read anew', () => {
    const judge = createTimeJudge(null);
    const faults: string[] = [];
    const passed: number[] = [];
    const play = (axisS: number, sourceS: number) => {
      const judged = judge.judge('gps', [frame(NOON + sourceS * 1000)], NOON + axisS * 1000);
      faults.push(...judged.faults);
      expect([judged.movedMs, judged.heardMs]).toEqual([0, null]);
      for (const event of judged.events) if (event.kind === 'positions') passed.push((event.atMs - NOON) / 1000);
    };
    for (let s = 0; s < 20; s += 4) play(s, s + 120);
    expect(passed).toEqual([0, 4, 8, 12, 16]);
    play(20, 20 + 720);
    for (let s = 24; s < 44; s += 4) play(s, s);
    expect(passed.slice(5)).toEqual([24, 28, 32, 36, 40]);
    expect(faults).toHaveLength(3);
  });
});
