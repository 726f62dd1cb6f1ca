import { describe, expect, it } from 'vitest';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { createRiddenTrace } from '../../../../src/desk/feeds/race-center/ridden-trace.ts';
import { createEngine } from '../../../../src/race/engine.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import type { Sheet } from '../../../../src/race/sheet.ts';
import { clockRecording, elapsedAt, LENGTH_M, lastMs, placeAt, riderOf } from '../../../support/clock-day.ts';

interface Content {
  readonly rest: { readonly stage: object; readonly checkpoints: object[]; readonly [paper: string]: unknown };
  readonly events: string[];
}

const content = (over: object = {}): Content => JSON.parse(clockRecording(over, false));
const { rest, events } = content();

/** The papers of a time trial, without a trace, then its frames, as they come live. */
function live({ rest, events }: Content, before = 0) {
  const parse = raceCenterParse();
  const engine = createEngine();
  const sheets: { readonly sheet: Sheet; readonly frame: number }[] = [];
  const faults: string[] = [];
  const take = (topic: string, text: string, frame: number): readonly RaceEvent[] => {
    const told = parse({ topic, text });
    faults.push(...told.faults);
    for (const event of told.events) {
      if (event.kind === 'sheet') sheets.push({ sheet: event.sheet, frame });
      engine.apply(event);
    }
    return told.events;
  };
  for (const text of events.slice(0, before)) take('stream', text, 0);
  for (const topic of ['teams', 'riders', 'checkpoints', 'stage']) take(topic, JSON.stringify(rest[topic]), 0);
  events.slice(before).forEach((text, frame) => {
    take('stream', text, frame);
  });
  return { sheets, faults, take, engine };
}

const offM = ({ lat, lon }: { lat: number; lon: number }, distanceM: number): number => {
  const there = placeAt(distanceM);
  return 111_195 * Math.hypot(lat - there.lat, (lon - there.lon) * Math.cos(Math.PI / 4));
};

describe('a time trial of which nobody gives the road', () => {
  it('is ridden, once enough riders have come to its end, on the road that they have drawn, which is said', () => {
    const { sheets, faults, engine } = live(content(), 3);
    expect(faults).toEqual([
      expect.stringMatching(/no trace, so there is no race yet/),
      expect.stringMatching(/nobody gives a trace of the road; it was made of the tracks of the riders so far/),
    ]);
    expect(sheets).toHaveLength(1);
    const { course, info } = sheets[0]!.sheet;
    expect([info.type, course.lengthM]).toEqual(['time-trial', LENGTH_M]);
    for (const { distanceM, ...place } of course.line)
      expect(offM(place, distanceM), `at ${distanceM}`).toBeLessThan(30);

    engine.advance(lastMs + 120_000);
    const { runs, starts } = engine.race(lastMs + 120_000)!.timeTrial!;
    // Who had come in before is history of a road that nobody knew.
    expect(runs.length).toBeGreaterThanOrEqual(12);
    for (const { bib, finishS } of runs)
      expect(Math.abs(finishS! - elapsedAt(riderOf(bib), LENGTH_M)), bib).toBeLessThan(5);
    for (const { bib, startMs, recovered } of starts)
      expect([bib, startMs, recovered]).toEqual([bib, riderOf(bib).startMs, true]);
  });

  it('takes the organiser’s road when it comes, and does not ride the next stage on this one', () => {
    const { sheets, take, faults } = live(content());
    const trace = (JSON.parse(clockRecording()) as Content).rest.trace;
    expect(take('trace', JSON.stringify(trace), 0)).toEqual([]);
    take('stage', JSON.stringify(rest.stage), 0);
    expect(sheets).toHaveLength(2);
    expect(sheets[1]!.sheet.course.line.length).not.toBe(sheets[0]!.sheet.course.line.length);
    const drawn = live(content());
    expect(drawn.take('stage', JSON.stringify({ ...rest.stage, stage: 6 }), 0)).toEqual([]);
    expect(drawn.faults.at(-1)).toMatch(/no trace, so there is no race yet/);
    expect(faults).toHaveLength(2);
  });

  it('is drawn of no road stage: its road would be known when it is over', () => {
    const road = content({ stage: { ...rest.stage, showGroups: true } });
    const noLead = road.events.map((text) => text.replaceAll(/"secToITTLead":-?\d+/g, '"secToITTLead":null'));
    expect(live({ ...road, events: noLead }).sheets).toEqual([]);
  });
});

describe('a road that riders draw', () => {
  const drawnBy = (frames: readonly string[], stage: object = rest.stage, checkpoints: unknown = rest.checkpoints) => {
    const road = createRiddenTrace();
    for (const text of frames) road.note(JSON.parse(text).data.Riders);
    return road.trace(stage, checkpoints, 600);
  };

  it('is not drawn by who rolls about before his start', () => {
    const Riders = [1, 2, 3].map((Bib) => ({ Bib, Latitude: 44.9, Longitude: 5, kph: 25, kmToFinish: 26 }));
    const warm = Array.from({ length: 400 }, () => JSON.stringify({ data: { Riders } }));
    const { routePoints } = drawnBy([...warm, ...events])!;
    expect(routePoints.every(({ lat }) => lat > 44.95)).toBe(true);
  });

  it('has none where nobody says how long it is, or where riders were not seen for too long', () => {
    expect(drawnBy(events)?.routePoints.length).toBeGreaterThan(500);
    expect(drawnBy(events, { ...rest.stage, length: null }, [])).toBeNull();
    expect(drawnBy(events.slice(0, 60))).toBeNull();
  });

  it('is not bent by one whose kilometres stand still while he rides on', () => {
    const from = drawnBy(events)!;
    const stalled = { Bib: 77, kph: 40, kmToFinish: 13.01 };
    const Riders = Array.from({ length: 40 }, (_, i) => ({ ...stalled, Latitude: 46, Longitude: 6 + i / 1000 }));
    const frames = Riders.map((rider) => JSON.stringify({ data: { Riders: [rider] } }));
    const bent = drawnBy([...frames, ...events])!;
    expect(bent.routePoints).toHaveLength(from.routePoints.length);
    expect(bent.routePoints.every(({ lat }) => lat < 45.5)).toBe(true);
  });
});
