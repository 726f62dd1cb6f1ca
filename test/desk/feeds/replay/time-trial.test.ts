import { beforeAll, describe, expect, it } from 'vitest';
import { openRecording } from '../../../../src/desk/feeds/replay/recording.ts';
import { createEngine } from '../../../../src/race/engine.ts';
import type { Race } from '../../../../src/race/race.ts';
import { clockRecording, elapsedAt, field, LENGTH_M, placeAt, riderOf } from '../../../support/clock-day.ts';

/** Plays a recording as the desk would, and looks at the race after each frame. */
function played(content: string, look: (race: Race) => void): Race {
  const opened = openRecording('stage.json', content);
  if (!opened.ok) throw new Error(opened.error);
  const { reader, play, span } = opened.value;
  const engine = createEngine();
  const read = reader();
  for (const input of play(Number.NEGATIVE_INFINITY)) {
    for (const event of read(input).events) engine.apply(event);
    engine.advance(input.atMs);
    const race = engine.race(input.atMs);
    if (race) look(race);
  }
  engine.advance(span.toMs + 120_000);
  return engine.race(span.toMs + 120_000)!;
}

interface Seen {
  readonly types: Set<string>;
  groups: number;
  gapsByRoad: number;
  checked: { finisher: number; seat: number };
  errorsS: Record<keyof Seen['checked'], number[]>;
  last: Race;
}

function seenIn(content: string): Seen {
  const seen: Omit<Seen, 'last'> = {
    types: new Set(),
    groups: 0,
    gapsByRoad: 0,
    checked: { finisher: 0, seat: 0 },
    errorsS: { finisher: [], seat: [] },
  };
  const last = played(content, (race) => {
    seen.types.add(race.sheet.info.type);
    seen.groups += race.groups.length;
    seen.gapsByRoad += race.places.filter(({ gapS }) => gapS !== null).length;
    const runs = race.timeTrial?.runs ?? [];
    const finishers = runs.filter(({ finishS }) => finishS !== null).map(({ bib }) => riderOf(bib));
    for (const run of runs) {
      const { distanceM, atMs } = race.places.find(({ bib }) => bib === run.bib)!;
      const rider = riderOf(run.bib);
      if (run.state !== 'running' || atMs < rider.startMs + 120_000) continue;
      const ownS = elapsedAt(rider, distanceM);
      const check = (name: keyof Seen['checked'], read: { value: number } | null, bestS: number): void => {
        if (!read) return;
        seen.checked[name] += 1;
        seen.errorsS[name].push(Math.abs(read.value - (ownS - bestS)));
      };
      const least = (riders: typeof finishers) => Math.min(...riders.map((one) => elapsedAt(one, distanceM)));
      check('finisher', run.toBestFinisher, least(finishers));
      const seat = race.timeTrial!.hotSeat;
      if (seat) check('seat', run.toHotSeat, elapsedAt(riderOf(seat.bib), distanceM));
    }
  });
  return { ...seen, last };
}

describe('a mountain time trial of which nobody says when who starts', () => {
  let seen: Seen;
  beforeAll(() => {
    seen = seenIn(clockRecording());
  });

  it('is recognised, and has no group and no gap by the order of the road', () => {
    expect([...seen.types]).toEqual(['time-trial']);
    expect([seen.groups, seen.gapsByRoad]).toEqual([0, 0]);
  });

  it('has its starts recovered to the second, and says that they are', () => {
    const starts = seen.last.timeTrial!.starts;
    expect(starts.map(({ bib, startMs }) => [bib, startMs])).toEqual(field.map(({ bib, startMs }) => [bib, startMs]));
    expect(starts.every(({ recovered }) => recovered)).toBe(true);
  });

  it('has virtual gaps within 1.5 s of what they say they are', () => {
    expect(seen.checked.finisher).toBeGreaterThan(1000);
    expect(seen.checked.seat).toBeGreaterThan(1000);
    const worstS = (of: readonly number[]) => Math.max(...of);
    expect(worstS(seen.errorsS.seat)).toBeLessThan(1.5);
    expect(worstS(seen.errorsS.finisher)).toBeLessThan(1.5);
  });

  it('has finish times that are estimates and say so', () => {
    const { runs } = seen.last.timeTrial!;
    expect(runs.map(({ finishOrigin }) => finishOrigin)).toEqual(field.map(() => 'estimated'));
    for (const { bib, finishS } of runs)
      expect(Math.abs(finishS! - elapsedAt(riderOf(bib), LENGTH_M)), bib).toBeLessThan(5);
    expect(seen.last.standings.stage.map(({ origin }) => origin)).toEqual(field.map(() => 'estimated'));
  });
});

describe('a time trial whose recording has no road', () => {
  it('is ridden on one made of the tracks of its riders, and says so', () => {
    const content = clockRecording({}, false);
    const opened = openRecording('stage.json', content);
    expect(opened.ok && opened.value.title).toMatch(/, on a road made of the tracks of its riders$/);
    const whole = openRecording('stage.json', clockRecording());
    expect(whole.ok && whole.value.title).not.toMatch(/tracks/);
    const seen = seenIn(content);
    const { course } = seen.last.sheet;
    expect(course.lengthM).toBe(LENGTH_M);
    for (const { lat, lon, distanceM } of course.line) {
      const true_ = placeAt(distanceM);
      const offM = 111_195 * Math.hypot(lat - true_.lat, (lon - true_.lon) * Math.cos(Math.PI / 4));
      expect(offM, `at ${distanceM}`).toBeLessThan(30);
    }
    expect([seen.groups, seen.last.timeTrial!.starts.length]).toEqual([0, field.length]);
    expect(seen.last.timeTrial!.starts.map(({ startMs }) => startMs)).toEqual(field.map(({ startMs }) => startMs));
    expect(seen.errorsS.seat.length).toBeGreaterThan(1000);
    expect(Math.max(...seen.errorsS.seat)).toBeLessThan(1.5);
  });
});
