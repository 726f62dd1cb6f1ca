import { describe, expect, it } from 'vitest';
import { newsAgeS } from '../../src/race/news.ts';
import { groupOf, placeOf, type Ride, raceDay, steady } from '../support/race-day.ts';

const break2 = ['1', '2'];
const bunch = ['11', '12', '13', '14', '15', '16'];
/** Trackers that each speak every six seconds, one after the other, and none of them in the silence. */
const spoken = (bibs: readonly string[], startM: number, silent: readonly [number, number]) =>
  bibs.map((bib, i): [string, Ride] => {
    const ride = steady(startM - i * 2, 12);
    const isHeard = (s: number) => (s < silent[0] || s >= silent[1]) && s % 6 === i % 6;
    return [bib, (s) => (isHeard(s) ? ride(s) : null)];
  });
const day = (silent: readonly [number, number], fromM = 3000) =>
  raceDay(new Map([...spoken(break2, fromM + 1200, silent), ...spoken(bunch, fromM, silent)]));

describe('a silence of all trackers', () => {
  it('takes nobody off the road, and leaves groups and gaps as they were', () => {
    const { until } = day([200, 1000]);
    const known = until(199);
    const later = until(900);
    expect(later.groups.map(({ id, bibs, gap }) => [id, bibs, gap])).toEqual(
      known.groups.map(({ id, bibs, gap }) => [id, bibs, gap]),
    );
    expect([...break2, ...bunch].map((bib) => placeOf(later, bib).tracker)).toEqual(Array(8).fill('late'));
    expect(later.phase).toBe('racing');
  });

  it('is one also where the feed goes on with frames in which nobody is heard', () => {
    const { until, atMs } = day([200, 1000]);
    expect(newsAgeS(until(900), atMs(900), 1)).toBe(900 - 199 - 1);
  });

  it('is no silence of all where others are heard: who says nothing for a minute is gone', () => {
    const { until } = raceDay(new Map([...spoken(break2, 4200, [200, 1000]), ...spoken(bunch, 3000, [9000, 9000])]));
    expect(groupOf(until(250), '1')).toBeDefined();
    const later = until(320);
    expect(groupOf(later, '1')).toBeUndefined();
    expect(placeOf(later, '1').tracker).toBe('silent');
  });

  it('is learnt out of for six seconds, until all have spoken; groups keep who they are', () => {
    const { until, tell } = day([200, 500]);
    const [head] = until(199).groups;
    tell({ kind: 'camera', group: head!.id });
    expect(until(499).learning).toBeNull();
    const back = until(503);
    expect(back.learning).not.toBeNull();
    expect(back.groups).toEqual([]);
    const after = until(507);
    expect(after.learning).toBeNull();
    expect(after.groups.map(({ bibs }) => bibs.length)).toEqual([2, 6]);
    expect(after.groups[0]).toMatchObject({ id: head!.id, onCamera: true });
  });

  it('of less than a minute is nothing to be learnt out of', () => {
    const { until } = day([200, 250]);
    expect(until(252)).toMatchObject({ learning: null, groups: [{}, {}] });
  });

  it('tells of no trend: a gap over the hole is an estimate, and so is what it becomes', () => {
    const { until } = day([200, 500]);
    expect(groupOf(until(199), '11')!.trendSPerMin).not.toBeNull();
    for (let s = 507; s < 540; s += 1) expect(groupOf(until(s), '11')!.trendSPerMin).toBeNull();
    const gap = groupOf(until(540), '11')!.gap!;
    expect(gap.origin).toBe('estimated');
    expect(Math.abs(gap.value - 100)).toBeLessThan(15);
  });

  it('does not end a race that is won while most are on the road; that of the last few does', () => {
    const line = 110_000;
    const first = (s: number): number | null => (s < 300 ? line - 2400 + 12 * s : null);
    const others = (count: number) =>
      raceDay(
        new Map([
          ['1', (s) => ((first(s) ?? 0) < line ? first(s) : null)],
          ...Array.from({ length: count }, (_, i): [string, Ride] => [
            String(11 + i),
            (s) => (s < 300 ? line - 9000 - i * 3 + 12 * s : null),
          ]),
        ]),
      );
    expect(others(6).until(900).phase).toBe('racing');
    expect(others(2).until(900).phase).toBe('finished');
  });
});
