import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Items } from '../../../src/show/show.ts';
import { frameAt, type LateDesk, type LatePage, lateDesk, type ShownFrame } from './late-desk.ts';

const FRAME_MS = 1000 / 60;
const flash = (step: number): Items => ({ flash: { overlay: 'flash', params: {}, step } });
const go = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

let desk: LateDesk;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  desk = lateDesk();
});
afterEach(() => {
  desk.end();
  vi.useRealTimers();
});

/** A network that is quick now and then, always the same for one seed. */
function jitter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % 5 === 0 ? 2 : 2 + (state % 97);
  };
}

/** Between two neighbours nothing runs backwards, and no clock runs faster or slower than it may. */
function isSteady(frames: readonly ShownFrame[], [slowest, fastest]: readonly [number, number]): void {
  for (const [n, frame] of frames.entries()) {
    const before = frames[n - 1];
    if (!before) continue;
    const pageMs = frame.atMs - before.atMs;
    expect(frame.seq).toBeGreaterThanOrEqual(before.seq);
    expect(frame.raceMs - before.raceMs).toBeGreaterThanOrEqual(slowest * pageMs - 0.5);
    expect(frame.raceMs - before.raceMs).toBeLessThanOrEqual(fastest * pageMs + 0.5);
  }
}
const from = (page: LatePage, fromMs: number) => page.frames.filter(({ atMs }) => atMs >= fromMs);
/** What stood on air one after the other. */
const story = ({ frames }: LatePage): readonly unknown[] =>
  frames.map(({ air }) => air.program.flash?.step ?? null).filter((step, n, all) => n === 0 || step !== all[n - 1]);

describe('two outputs of one desk, at 0 and 9.0 s', () => {
  it('show the same 9.0 s apart, over a nudge to 9 and back: no clock jumps, nothing runs backwards, nothing comes twice', () => {
    const direct = desk.join({ name: 'program', lateS: 0 });
    const late = desk.join({ name: 'ott', lateS: 0 }, jitter(7));
    go(5);
    desk.tell({ delays: { ott: 9 } });
    for (let n = 1; n <= 60; n += 1) {
      go(2.3);
      desk.tell({ program: n % 3 === 0 ? {} : flash(n) });
    }
    const steadyMs = performance.now() - 30_000;
    expect(late.lateS()).toBe(9);
    for (let atMs = steadyMs; atMs < steadyMs + 29_000; atMs += FRAME_MS) {
      const [seen, then] = [frameAt(late, atMs), frameAt(direct, atMs - 9000)];
      const within = [frameAt(direct, atMs - 9000 - 1.5 * FRAME_MS), frameAt(direct, atMs - 9000 + 1.5 * FRAME_MS)];
      expect(within.map(({ seq }) => seq)).toContain(seen.seq);
      expect(Math.abs(seen.raceMs - then.raceMs)).toBeLessThanOrEqual(2 * FRAME_MS);
    }
    desk.tell({ delays: { ott: 0 } });
    go(95);
    expect(late.lateS()).toBe(0);
    go(5);
    expect(late.frames.at(-1)!.raceMs).toBeCloseTo(direct.frames.at(-1)!.raceMs, -1);
    // The first seconds are those in which it learns the desk's clock.
    isSteady(from(late, 4000), [0.9, 1.1]);
    isSteady(from(direct, 4000), [1, 1]);
    expect(story(late)).toEqual(story(direct));
    expect(story(direct).length).toBeGreaterThan(50);
  });

  it('have a clock that goes a little faster, and does not jump, when the network turns out to be quicker', () => {
    const direct = desk.join({ name: 'program', lateS: 0 });
    let transitMs = 62;
    const slow = desk.join({ name: 'ott', lateS: 0 }, () => transitMs);
    go(3);
    const apartMs = () => direct.frames.at(-1)!.raceMs - slow.frames.at(-1)!.raceMs;
    expect(apartMs()).toBeCloseTo(60, 0);
    transitMs = 2;
    go(0.7);
    expect(apartMs()).toBeGreaterThan(20);
    go(1.2);
    expect(apartMs()).toBeLessThan(1);
    isSteady(slow.frames, [1, 1.1]);
  });

  it('costs a page that is not late no timer, and holds nothing of it', () => {
    const before = vi.getTimerCount();
    const page = desk.join({ name: 'program', lateS: 0 });
    go(3);
    // The screen of the test, and what is under way to it.
    expect(vi.getTimerCount() - before).toBeLessThanOrEqual(2);
    page.close();
  });
});

describe('a panic', () => {
  it('cleans a late page at once, and it stays clean until the release has come to it', () => {
    desk.tell({ delays: { ott: 9 }, program: flash(1) });
    go(20);
    const late = desk.join({ name: 'ott', lateS: 0 });
    go(10);
    desk.tell({ program: flash(2) });
    go(4);
    const panicMs = performance.now();
    desk.tell({ program: {}, cut: true, latched: true });
    go(2);
    desk.tell({ latched: false });
    go(1);
    desk.tell({ program: flash(3), cut: false });
    go(20);
    expect(frameAt(late, panicMs - 1).air.program).toEqual(flash(1));
    const after = from(late, panicMs + 2 + FRAME_MS);
    const kept = after.filter(({ atMs }) => atMs < panicMs + 2000 + 9000);
    expect(kept.every(({ air }) => air.latched && air.cut)).toBe(true);
    expect(kept.length).toBeGreaterThan(600);
    expect(after.every(({ air }) => air.program.flash?.step !== 1 && air.program.flash?.step !== 2)).toBe(true);
    expect(frameAt(late, panicMs + 3000 + 9000 + 50).air.program).toEqual(flash(3));
    isSteady(after, [1, 1]);
  });

  it('beside the desk makes void what is held', () => {
    desk.tell({ delays: { ott: 9 }, program: flash(1) });
    go(20);
    const late = desk.join({ name: 'ott', lateS: 0 });
    go(1);
    desk.tell({ program: flash(2) });
    go(1);
    late.letGo();
    go(0.1);
    expect(late.frames.at(-1)!.air.program).toEqual(flash(2));
    go(20);
    expect(from(late, 22_200).every(({ air }) => air.program.flash?.step === 2)).toBe(true);
    isSteady(from(late, 22_200), [1, 1]);
  });
});

describe('a late page', () => {
  it('that is loaded anew begins with the picture of then, at once, and goes on from there', () => {
    desk.tell({ delays: { ott: 9 } });
    for (let n = 1; n <= 30; n += 1) {
      go(1.7);
      desk.tell({ program: flash(n) });
    }
    const before = desk.join({ name: 'ott', lateS: 0 });
    go(60);
    const reloadMs = performance.now();
    const again = desk.join({ name: 'ott', lateS: 0 });
    go(0.1);
    expect(again.frames[0]!.atMs).toBeLessThanOrEqual(reloadMs + 2 + 2 * FRAME_MS);
    go(30);
    for (const frame of again.frames) {
      const other = frameAt(before, frame.atMs);
      expect([frame.seq, frame.air.program]).toEqual([other.seq, other.air.program]);
      expect(frame.raceMs).toBeCloseTo(other.raceMs, 0);
    }
  });

  it('that was lost for a while goes on as if it had not been', () => {
    desk.tell({ delays: { ott: 9 } });
    go(30);
    const [late, other] = [desk.join({ name: 'ott', lateS: 0 }), desk.join({ name: 'ott', lateS: 0 })];
    go(5);
    const lostMs = performance.now();
    late.drop();
    go(4);
    expect(late.holes[0]! - lostMs).toBeLessThan(1100);
    late.rejoin();
    go(30);
    isSteady(late.frames, [1, 1]);
    expect(late.frames.map(({ seq }) => seq)).toEqual(other.frames.map(({ seq }) => seq));
  });

  it('notices what is missing when it comes in, not when it would be shown', () => {
    desk.tell({ delays: { ott: 60 } });
    go(100);
    const late = desk.join({ name: 'ott', lateS: 0 });
    go(1);
    late.drop();
    go(1.2);
    expect(late.holes).toHaveLength(1);
    expect(performance.now() - late.holes[0]!).toBeLessThan(700);
  });

  it('of a desk with less past shows nothing until its moment', () => {
    desk.tell({ delays: { ott: 9 }, program: flash(1) });
    const late = desk.join({ name: 'ott', lateS: 0 });
    go(8.9);
    expect(late.frames).toEqual([]);
    go(0.2);
    expect(late.frames.at(-1)!.air.program).toEqual(flash(1));
  });

  it('shows all that a killed desk had said before it shows what the new one says', () => {
    desk.tell({ delays: { ott: 9 } });
    go(20);
    const late = desk.join({ name: 'ott', lateS: 0 });
    go(3);
    desk.tell({ program: flash(1) });
    go(2);
    desk.restart();
    desk.tell({ program: flash(2) });
    late.rejoin();
    go(20);
    expect(story(late)).toEqual([null, 1, 2]);
    const shownMs = (step: number) => late.frames.find(({ air }) => air.program.flash?.step === step)!.atMs;
    expect(shownMs(2) - shownMs(1)).toBeGreaterThan(1950);
    expect(shownMs(2) - shownMs(1)).toBeLessThan(2050);
  });

  it('is as late as its address says until the desk says something of its output', () => {
    go(30);
    const late = desk.join({ name: 'ott', lateS: 4 });
    go(1);
    expect(late.lateS()).toBe(4);
    desk.tell({ delays: { program: 9 } });
    go(5);
    expect(late.lateS()).toBe(4);
    desk.tell({ delays: { program: 9, ott: 0 } });
    go(41);
    expect(late.lateS()).toBe(0);
  });
});
