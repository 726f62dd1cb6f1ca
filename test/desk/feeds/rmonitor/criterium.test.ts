import { describe, expect, it } from 'vitest';
import type { Parse } from '../../../../src/desk/feeds/feed.ts';
import { rmonitorParse } from '../../../../src/desk/feeds/rmonitor/parse.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { createEngine } from '../../../../src/race/engine.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { newsAgeS } from '../../../../src/race/news.ts';
import type { Race } from '../../../../src/race/race.ts';
import { criterium, rmonitorLines, type TrueCrossing } from '../../../support/criterium.ts';
import { START_MS } from '../../../support/race.ts';
import { groupOf, placeOf } from '../../../support/race-day.ts';

const race = criterium();
const lines = rmonitorLines(race);
/** Nobody says how many laps it has before the tenth. */
const byTime = rmonitorLines(race, { byTimeUntilLap: 10 });
/** What comes over the network comes a little later than it is. */
const UNDER_WAY_MS = 40;

const textOf = (ms: number, line: string): { topic: string; text: string } => ({
  topic: 'lines',
  text: `${START_MS + ms + UNDER_WAY_MS} ${line}`,
});

/** The race as the desk has it after each crossing of a lap. */
function* ridden(told = lines): Generator<{ crossing: TrueCrossing; race: Race; events: RaceEvent[] }> {
  const engine = createEngine();
  const parse = rmonitorParse();
  for (const { ms, line } of told) {
    const { events, faults } = parse(textOf(ms, line));
    expect(faults).toEqual([]);
    for (const event of events) engine.apply(event);
    const atMs = START_MS + ms + UNDER_WAY_MS;
    engine.advance(atMs);
    const crossing =
      line.startsWith('$G') && race.crossings.find((one) => one.ms === ms && line.includes(`"r${one.bib}"`));
    if (crossing) yield { crossing, race: engine.race(atMs)!, events: [...events] };
  }
}

const nearest = (bib: string, ms: number) => race.crossings.findLast((one) => one.bib === bib && one.ms <= ms);
const trueGapS = ({ lap, ms }: TrueCrossing) => (ms - race.first(lap).ms) / 1000;

describe('a criterium of which only the line is told', () => {
  it.each([
    ['counted down', lines],
    ['told by time', byTime],
  ])('of laps that are %s, has everybody at each crossing on his lap, in his place, with his gap', (_, told) => {
    let seen = 0;
    for (const { crossing, race: now } of ridden(told)) {
      const { bib, lap, ms } = crossing;
      const place = placeOf(now, bib);
      expect(place.distanceM, `${bib}, lap ${lap}`).toBeCloseTo(lap * race.lapM, 0);
      const isWon = race.crossings.some((one) => one.lap === race.laps && one.ms <= ms);
      expect(place.status, `${bib}, lap ${lap}`).toBe(isWon ? 'finished' : 'racing');
      expect(place.lapsDown, `${bib}, lap ${lap}`).toBe(isWon ? race.laps - lap : 0);
      if (now.learning) continue;
      seen += 1;
      if (isWon && lap < race.laps) continue;
      expect(place.gapS, `${bib}, lap ${lap}`).toBeCloseTo(trueGapS(crossing), 2);
      expect(place.gapOrigin).toBe('timed');
      const before = race.crossings.filter((one) => one.lap === lap && one.ms < ms).length;
      expect(place.rank, `${bib}, lap ${lap}`).toBe(before + 1);
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('has nobody vanish between two crossings', () => {
    for (const { crossing, race: now } of ridden()) {
      if (crossing.lap < 2 || now.phase === 'finished') continue;
      for (const bib of race.bibs) expect(placeOf(now, bib).rank, `${bib} at ${crossing.ms}`).not.toBeNull();
    }
  });

  it('has the groups as they are once all have come by, with the time between them as it was at the line', () => {
    const full = new Map<number, Race>();
    for (const { crossing, race: now } of ridden()) {
      // The bunch and all before it have come by.
      if (crossing.bib === '17') full.set(crossing.lap, now);
    }
    for (const lap of [9, 10, 11, 12, 13, 14]) {
      const now = full.get(lap)!;
      const [leaders, peloton] = [groupOf(now, '1'), groupOf(now, '4')];
      expect(leaders?.bibs.toSorted()).toEqual(['1', '2', '3']);
      expect(peloton?.bibs).toHaveLength(11);
      expect(groupOf(now, '17')?.bibs).toEqual(['17']);
      const lastAway = Math.max(...['1', '2', '3'].map((bib) => race.at(bib, lap)!));
      const firstMs = Math.min(...race.bibs.slice(3, 14).map((bib) => race.at(bib, lap)!));
      expect(peloton?.gap).toMatchObject({ origin: 'timed' });
      expect(peloton?.gap?.value, `lap ${lap}`).toBeCloseTo((firstMs - lastAway) / 1000, 2);
    }
  });

  it('has who is lapped a lap behind, among the riders that he rides with', () => {
    let last: Race | null = null;
    for (const { crossing, race: now } of ridden()) if (crossing.lap < race.laps) last = now;
    const lapped = placeOf(last!, '15');
    const done = nearest('15', race.crossings.at(-1)!.ms)!;
    expect(lapped.distanceM).toBeLessThanOrEqual(done.lap * race.lapM + 1);
    expect(lapped.rank).toBeGreaterThan(15);
  });

  it('has who is lapped finish once it is won, with the laps that he has, behind all who have more', () => {
    let last: Race | null = null;
    const order = race.bibs
      .map((bib) => race.crossings.findLast((one) => one.bib === bib)!)
      .sort((a, b) => b.lap - a.lap || a.ms - b.ms);
    const laps = Object.fromEntries(order.map(({ bib, lap }) => [bib, race.laps - lap]));
    expect([laps['15'], laps['16']]).toEqual([2, 2]);
    let cameBefore = 0;
    for (const { race: now } of ridden()) {
      last = now;
      for (const { bib, lapsDown, rank } of now.places) {
        if (lapsDown === 0) continue;
        expect(rank, bib).toBeGreaterThanOrEqual(order.findIndex((one) => one.bib === bib) + 1);
        if (now.phase === 'finished') continue;
        cameBefore += 1;
        expect(now.standings.stage.map((row) => row.bib)).not.toContain(bib);
      }
    }
    expect(cameBefore).toBeGreaterThan(0);
    expect(last!.phase).toBe('finished');
    expect(last!.places.map(({ bib }) => bib)).toEqual(order.map(({ bib }) => bib));
    expect(Object.fromEntries(last!.places.map(({ bib, lapsDown }) => [bib, lapsDown]))).toEqual(laps);
    const rows = last!.standings.stage;
    expect(rows.slice(-2).map(({ bib }) => bib)).toEqual(order.slice(-2).map(({ bib }) => bib));
    for (const { bib, gapS, state } of rows) {
      expect(state).toBe('unofficial');
      expect(gapS === null, bib).toBe(laps[bib]! > 0);
    }
  });

  it('keeps its groups through a road that becomes longer or shorter, by their id', () => {
    const ids = new Set<string | undefined>();
    const counts = new Set<number>();
    for (const { crossing, race: now } of ridden(byTime)) {
      counts.add(now.sheet.course.laps!.count);
      if (crossing.bib === '17' && crossing.lap >= 8 && crossing.lap < race.laps) ids.add(groupOf(now, '1')?.id);
    }
    expect(counts.size).toBeGreaterThan(1);
    expect([...ids]).toEqual([expect.stringMatching(/^g\d+$/)]);
  });

  it('is news all the time, though nobody comes by for more than a minute, and every line is understood', () => {
    const notices = createNotices(() => {});
    const source = { feeds: ['rmonitor'], reader: () => rmonitorParse() };
    let nowMs = START_MS;
    const intake = createIntake({ source, notices, wallMs: () => nowMs });
    let longestS = 0;
    let lastMs = 0;
    for (const { ms, line } of lines) {
      nowMs = START_MS + ms + UNDER_WAY_MS;
      intake.take({ feed: 'rmonitor', ...textOf(ms, line), atMs: nowMs });
      intake.advance(nowMs);
      if (!line.startsWith('$F') || ms < 250_000) continue;
      const now = intake.race(nowMs)!;
      if (now.phase !== 'finished') longestS = Math.max(longestS, newsAgeS(now, nowMs + 900, 1) ?? 0);
      lastMs = Math.max(lastMs, nowMs - Math.max(...now.passages.map(({ atMs }) => atMs)));
    }
    expect(lastMs).toBeGreaterThan(50_000);
    expect(longestS).toBeLessThan(1);
    expect(notices.list()).toEqual([]);
  });

  it('is told once, though the timing computer says all of it again and again', () => {
    const told = (parse: Parse, again: boolean) => {
      const passings: unknown[] = [];
      const before: string[] = [];
      for (const { ms, line } of lines) {
        const take = (text: string) => {
          for (const event of parse(textOf(ms, text)).events)
            if (event.kind === 'passings') passings.push(...event.passings);
        };
        take(line);
        if (!line.startsWith('$F')) before.push(line);
        if (again && ms > 0 && ms % 300_000 === 0) for (const one of before) take(one);
      }
      return passings;
    };
    const once = told(rmonitorParse(), false);
    expect(once).toHaveLength(race.crossings.length + race.bibs.length);
    expect(told(rmonitorParse(), true)).toEqual(once);
  });
});
