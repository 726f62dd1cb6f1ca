import { describe, expect, it } from 'vitest';
import type { Playable, Timed } from '../../src/desk/feeds/feed.ts';
import { createPlayer, type PlayerOptions } from '../../src/desk/player.ts';

/** One input a second from 1,000 to 100,000 ms, under a clock moved by hand. */
function played(over: Partial<PlayerOptions> = {}) {
  let nowMs = 0;
  const taken: string[] = [];
  const inputs: Timed[] = Array.from({ length: 100 }, (_, i) => ({
    feed: 'test',
    topic: 't',
    atMs: (i + 1) * 1000,
    text: `${i + 1}`,
  }));
  const asked: number[] = [];
  const playable: Playable = {
    title: 'a test',
    feeds: ['test'],
    reader: () => () => ({ events: [], faults: [] }),
    span: { fromMs: 1000, toMs: 100_000 },
    startMs: 1000,
    momentAt: () => null,
    play(thinUntilMs) {
      asked.push(thinUntilMs);
      return inputs;
    },
  };
  const player = createPlayer({
    playable,
    fromMs: 1000,
    rate: 1,
    paused: false,
    said: [],
    now: () => nowMs,
    take: (input) => taken.push(input.text),
    keep: ({ text }) => taken.push(`keep ${text}`),
    restart: () => taken.push('restart'),
    sketch: (few, atMs) => taken.push(`sketch of ${few.map(({ text }) => text).join(',')} at ${atMs}`),
    ...over,
  });
  /** Wall time goes by, the desk looking every 25 ms. */
  const wait = (ms: number) => {
    for (const endMs = nowMs + ms; nowMs < endMs; ) {
      nowMs = Math.min(endMs, nowMs + 25);
      while (player.advance());
    }
  };
  while (player.advance());
  const news = () => taken.splice(0).join(' ');
  return { player, wait, news, asked, nudge: (ms: number) => (nowMs += ms) };
}

describe('a player', () => {
  it('gives each input at its moment', () => {
    const { player, wait, news } = played();
    expect(news()).toBe('1');
    wait(2000);
    expect(news()).toBe('2 3');
    expect(player.clock()).toEqual({ atMs: 3000, rate: 1 });
    wait(975);
    expect(news()).toBe('');
    wait(25);
    expect(news()).toBe('4');
  });

  it('begins in the middle with all that lies before, at once', () => {
    const { player, news, asked } = played({ fromMs: 5500 });
    expect(news()).toBe('1 2 3 4 5');
    expect(asked).toEqual([5500]);
    expect(player.clock()).toEqual({ atMs: 5500, rate: 1 });
  });

  it('pauses, and goes on where it stood', () => {
    const { player, wait, news } = played();
    wait(1500);
    player.pause();
    news();
    wait(60_000);
    expect(news()).toBe('');
    expect(player.clock()).toEqual({ atMs: 2500, rate: 0 });
    player.play();
    wait(500);
    expect(news()).toBe('3');
  });

  it('changes speed without a jump', () => {
    const { player, wait, news } = played();
    wait(1000);
    player.speed(8);
    expect(player.clock()).toEqual({ atMs: 2000, rate: 8 });
    wait(1000);
    expect(player.clock().atMs).toBe(10_000);
    expect(news()).toBe('1 2 3 4 5 6 7 8 9 10');
    player.speed(0.5);
    wait(1000);
    expect(player.clock().atMs).toBe(10_500);
  });

  it('seeks forward and back: everything comes again, up to the moment', () => {
    const { player, wait, news } = played();
    player.seek(4000);
    expect(player.folding).toBe(true);
    wait(25);
    expect(player.folding).toBe(false);
    expect(news()).toBe('1 sketch of 1,2,3,4 at 4000 restart 1 2 3 4');
    player.seek(-50);
    wait(25);
    expect(news()).toBe('sketch of 1 at 1000 restart 1');
    expect(player.clock().atMs).toBe(1000);
  });

  it('stays paused when it seeks', () => {
    const { player, wait } = played();
    player.pause();
    player.seek(50_000);
    wait(5000);
    expect(player.clock()).toEqual({ atMs: 50_000, rate: 0 });
  });

  it('sketches each moment that a dragging hand comes by, and folds the past once it holds still', () => {
    const { player, wait, news } = played({ fromMs: 1000 });
    news();
    for (let atMs = 10_000; atMs <= 12_000; atMs += 1000) {
      player.seek(atMs - 500, true);
      // Newer before anybody looked: only the newest is worth a sketch.
      player.seek(atMs, true);
      wait(100);
      expect(player.folding).toBe(true);
      expect(player.clock()).toEqual({ atMs, rate: 0 });
      expect(news()).toMatch(new RegExp(`^sketch of 1,2,.*,${atMs / 1000} at ${atMs}$`));
    }
    wait(150);
    expect(news()).toBe('');
    wait(100);
    expect(news()).toBe('restart 1 2 3 4 5 6 7 8 9 10 11 12');
    expect(player.clock()).toEqual({ atMs: 12_050, rate: 1 });
  });

  it('folds the past at once when the hand lets go', () => {
    const { player, wait, news } = played();
    player.seek(50_000, true);
    wait(25);
    news();
    player.seek(3000);
    wait(25);
    expect(news()).toBe('sketch of 1,2,3 at 3000 restart 1 2 3');
    wait(400);
    expect(news()).toBe('');
  });

  it('stops at the end', () => {
    const { player, wait, news } = played({ fromMs: 99_000 });
    news();
    wait(5000);
    expect(news()).toBe('100');
    expect(player.clock()).toEqual({ atMs: 100_000, rate: 0 });
  });

  it('says again what an operator said, at its moment', () => {
    const { player, wait, news } = played({ fromMs: 3000 });
    wait(500);
    news();
    player.say({ feed: 'desk', topic: 'operator', atMs: 3500, text: 'camera' });
    expect(news()).toBe('camera');
    wait(600);
    player.seek(5000);
    wait(25);
    expect(news()).toBe('4 sketch of 1,2,3,camera,4,5 at 5000 restart 1 2 3 camera 4 5');
  });

  it('says again what was said while the feed was behind before what came after it', () => {
    const { player, wait, news, nudge } = played({ fromMs: 3000 });
    news();
    nudge(2500);
    player.say({ feed: 'desk', topic: 'operator', atMs: player.clock().atMs, text: 'camera' });
    wait(25);
    expect(news()).toBe('camera 4 5');
    player.seek(6000);
    wait(25);
    expect(news()).toMatch(/ restart 1 2 3 camera 4 5 6$/);
  });

  it('takes in what is said while the past is folded at its turn, once, and notes it at once', () => {
    const { player, wait, news } = played({ fromMs: 3000 });
    news();
    player.seek(5000);
    player.say({ feed: 'desk', topic: 'operator', atMs: 5000, text: 'before' });
    expect(news()).toBe('keep before');
    wait(25);
    expect(news()).toBe('sketch of 1,2,3,4,5,before at 5000 restart 1 2 3 4 5 before');

    let nowMs = 0;
    const taken: string[] = [];
    // A slow engine: the past takes two slices.
    const slow = played({
      now: () => nowMs,
      keep: ({ text }) => taken.push(`keep ${text}`),
      take: ({ text }) => {
        taken.push(text);
        nowMs += 8;
      },
    }).player;
    slow.seek(6000);
    taken.length = 0;
    expect(slow.advance()).toBe(true);
    slow.say({ feed: 'desk', topic: 'operator', atMs: 6000, text: 'amid' });
    while (slow.advance());
    expect(taken.join(' ')).toMatch(/^1 2 3 keep amid 4 5 6 amid$/);
  });

  it('folds the past in slices, so that others get their turn', () => {
    const times: number[] = [];
    let nowMs = 0;
    const { player } = played({
      now: () => nowMs,
      // A slow engine: 3 ms an input.
      take: () => {
        nowMs += 3;
      },
    });
    player.seek(100_000);
    for (let more = true; more; ) {
      const beganMs = nowMs;
      more = player.advance();
      times.push(nowMs - beganMs);
      expect(player.clock().rate).toBe(0);
    }
    expect(times.length).toBeGreaterThan(10);
    expect(Math.max(...times)).toBeLessThan(25);
  });
});
