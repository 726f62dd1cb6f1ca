import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/insight/story.ts';
import { bunchDay, field, moved, toldUntil } from '../../support/told.ts';

const kinds = (stories: readonly Story[]) => stories.map(({ kind }) => kind);
const away = (count: number, byM = 300, fromS = 100, toS = 200) =>
  bunchDay((_, i, ride) => (i < count ? moved(ride, byM, fromS, toS) : ride));

describe('an attack', () => {
  it('is told once it has lasted a minute, with who and how far', () => {
    const [story, ...others] = toldUntil(away(3), 400);
    expect(others).toEqual([]);
    expect(story).toMatchObject({ kind: 'attack', bibs: field.slice(0, 3), isEstimated: false });
    // 300 m and the room of the riders between, at 12 m/s.
    expect(story!.facts.riders).toBe(3);
    expect(story!.facts.gap).toBeGreaterThanOrEqual(15);
    expect(story!.facts.gap).toBeLessThanOrEqual(25);
    expect(story!.offeredMs - story!.atMs).toBeGreaterThanOrEqual(60_000);
    expect(story!.offeredMs - story!.atMs).toBeLessThanOrEqual(70_000);
  });

  it('that comes to nothing within a minute is none', () => {
    const day = bunchDay((_, i, ride) => (i < 2 ? moved(moved(ride, 200, 100, 130), -200, 150, 180) : ride));
    expect(toldUntil(day, 400)).toEqual([]);
  });

  it('is seen through holes of 36 s in the feed', () => {
    expect(kinds(toldUntil(away(3), 500, { stepS: 36 }))).toEqual(['attack']);
  });

  it('is none where a hole of 90 s in the news of its riders lies around it', () => {
    const day = bunchDay((_, i, ride) => {
      const ahead = moved(ride, 300, 100, 160);
      return i < 3 ? (s) => (s > 90 && s < 180 ? null : ahead(s)) : ride;
    });
    expect(toldUntil(day, 400)).toEqual([]);
  });

  it('from the break is one as well, of a smaller part of it', () => {
    const day = bunchDay((_, i, ride) => {
      const inBreak = i < 9 ? moved(ride, 900, 60, 300) : ride;
      return i < 2 ? moved(inBreak, 400, 1200, 1300) : inBreak;
    });
    const attacks = toldUntil(day, 1500).filter(({ kind }) => kind === 'attack');
    expect(attacks.map(({ bibs }) => bibs.length)).toEqual([9, 2]);
  });
});

describe('a split', () => {
  it('is a bunch in two pieces, as a crash makes it', () => {
    // From the 13th on they stand for 20 s, and ride on.
    const day = bunchDay((_, i, ride) => (i < 25 ? ride : moved(ride, -500, 100, 142)));
    const stories = toldUntil(day, 400);
    expect(stories).toMatchObject([{ kind: 'split', facts: { riders: 15 } }]);
  });

  it('with a jersey on the wrong side weighs more, and names who wears it', () => {
    const day = (over: object) => bunchDay((_, i, ride) => (i < 25 ? ride : moved(ride, -500, 100, 142)), over);
    const [plain] = toldUntil(day({}), 400);
    const [worn] = toldUntil(day({ jerseys: [{ kind: 'general', bib: field[30]! }] }), 400);
    expect(worn).toMatchObject({ kind: 'split', bibs: [field[30]] });
    expect(worn!.score).toBeGreaterThan(plain!.score);
  });
});

describe('a break that is no more', () => {
  const caught = bunchDay((_, i, ride) => (i < 3 ? moved(moved(ride, 600, 100, 300), -600, 900, 1100) : ride));

  it('is told when it has been back for half a minute, with how far it was in front', () => {
    const stories = toldUntil(caught, 1400);
    expect(kinds(stories)).toEqual(['attack', 'caught']);
    const [attack, story] = stories;
    expect(story!.bibs).toHaveLength(3);
    // About 900 s at 12 m/s and a little more.
    expect(story!.facts.km).toBeGreaterThanOrEqual(9);
    expect(story!.facts.km).toBeLessThanOrEqual(12);
    // What was true of the break while it rode ends with it.
    expect(attack!.untilMs).toBeLessThanOrEqual(story!.offeredMs);
  });

  it('and has waited is told in the same way: nobody attacks who is waited for', () => {
    const waits = bunchDay((_, i, ride) => {
      const inFront = moved(ride, 600, 100, 300);
      return i < 3 ? (s) => Math.max(Math.min(inFront(s)!, 2000 + 12 * 700 + 600), ride(s)! + 40 - i * 2) : ride;
    });
    expect(kinds(toldUntil(waits, 1200))).toEqual(['attack', 'caught']);
  });
});

describe('who has lost contact', () => {
  it('and comes back is told where they are five or more', () => {
    const back = (count: number) =>
      bunchDay((_, i, ride) =>
        i >= 40 - count ? moved(moved(ride, -600, 100, 200), 600, 600, 900) : i < 2 ? moved(ride, 2000, 50, 500) : ride,
      );
    const many = toldUntil(back(12), 1300);
    expect(kinds(many)).toContain('split');
    expect(kinds(toldUntil(back(3), 1300))).toEqual(['attack']);
  });

  it('of the break falls back, and is not caught', () => {
    const day = bunchDay((_, i, ride) => {
      const inBreak = i < 6 ? moved(ride, 1200, 60, 400) : ride;
      return i === 4 || i === 5 ? moved(inBreak, -1200 - 30, 900, 1500) : inBreak;
    });
    const stories = toldUntil(day, 2000);
    expect(kinds(stories)).toEqual(['attack', 'dropped']);
    expect(stories[1]!.bibs).toEqual([field[4], field[5]]);
  });

  it('alone, for a bike that was changed, is no news, unless he wears a jersey', () => {
    const swapped = (over: object = {}) =>
      bunchDay((bib, _, ride) => (bib === field[20] ? moved(moved(ride, -500, 100, 142), 500, 300, 560) : ride), over);
    expect(toldUntil(swapped(), 900)).toEqual([]);
    const [story] = toldUntil(swapped({ jerseys: [{ kind: 'general', bib: field[20]! }] }), 900);
    expect(story).toMatchObject({ kind: 'dropped', bibs: [field[20]], jersey: 'general' });
  });

  it('of the break for a bike that was changed, and comes back to it, is no news', () => {
    const day = bunchDay((_, i, ride) => {
      const inBreak = i < 4 ? moved(ride, 2400, 60, 600) : ride;
      return i === 3 ? moved(moved(inBreak, -400, 900, 934), 400, 980, 1200) : inBreak;
    });
    expect(kinds(toldUntil(day, 1600))).toEqual(['attack']);
  });
});

describe('where nobody races', () => {
  it('nothing is told: the race stands, and goes on in one', () => {
    // Three are away; all stand for ten minutes at the same place.
    const day = bunchDay((_, i, ride) => {
      const own = i < 3 ? moved(ride, 600, 100, 300) : ride;
      const standM = 2000 + 12 * 600 - i * 1.5;
      return (s) => (s < 500 ? own(s)! : s < 1200 ? Math.min(own(s)!, Math.max(own(500)!, standM)) : ride(s - 600)!);
    });
    const stories = toldUntil(day, 1800);
    expect(stories.filter(({ atMs }) => atMs > day.atMs(500))).toEqual([]);
  });

  it('nothing is told: neutralised, the break is let come together', () => {
    const day = bunchDay((_, i, ride) => {
      const own = i < 3 ? moved(ride, 600, 100, 300) : ride;
      // From 500 s on at 5 m/s, the break at 4.
      return (s) =>
        s < 500
          ? own(s)!
          : i < 3
            ? Math.max(own(500)! + 4 * (s - 500), ride(500)! + 5 * (s - 500))
            : ride(500)! + 5 * (s - 500);
    });
    const stories = toldUntil(day, 1800);
    expect(kinds(stories)).toEqual(['attack']);
  });
});
