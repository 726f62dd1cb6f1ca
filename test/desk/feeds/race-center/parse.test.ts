import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper } from '../../../support/recording.ts';
import { opened, samplesOf, spoilt, streamed } from './opened.ts';

describe('the live stream', () => {
  it('says who is out, once, and who is back', () => {
    const parse = raceCenterParse();
    const told = (atMs: number, Status: unknown) => {
      const riders = [
        { Bib: 1, Latitude: 45, Longitude: 5, Status },
        { Bib: 2, Latitude: 45, Longitude: 5 },
      ];
      const { events, faults } = parse({ topic: 'stream', text: frame(atMs, 0, { Riders: riders }) });
      expect(faults).toEqual([]);
      return events.filter((event) => event.kind === 'rider-status');
    };
    expect(told(START_MS, 'active')).toEqual([]);
    const out = { kind: 'rider-status', atMs: START_MS + 1000, bib: '1', status: 'abandoned' };
    expect(told(START_MS + 1000, 'abandoned')).toEqual([out]);
    expect(told(START_MS + 2000, 'Abandoned')).toEqual([]);
    for (const nothing of ['', null, 7, 'constructor', 'on the bus'])
      expect(told(START_MS + 3000, nothing)).toEqual([]);
    expect(told(START_MS + 4000, 'active')).toMatchObject([{ status: 'racing' }]);
  });

  it('gives positions, and of what the organiser worked out only his gaps', () => {
    const { events } = streamed(frame(START_MS, 2));
    expect(events).toEqual([
      {
        kind: 'positions',
        atMs: START_MS,
        samples: [
          { bib: '1', lat: 45, lon: 5, speedKph: 36, gapS: 0 },
          { bib: '2', lat: 45, lon: expect.closeTo(4.99995, 4), speedKph: 36, gapS: 1 },
        ],
      },
    ]);
  });

  it('leaves out a null bib, and does not take null for zero', () => {
    const spoiltFrame = spoilt(({ Riders }) => {
      Riders.push({ ...Riders[0], Bib: null }, { Bib: 3, Latitude: null, Longitude: '' });
      Riders[0]!.kph = null;
    });
    const { samples, faults } = streamed(spoiltFrame);
    expect(samples.map(({ bib, speedKph }) => [bib, speedKph])).toEqual([
      ['1', null],
      ['2', 36],
    ]);
    expect(faults).toEqual([
      'telemetry: a rider without a number was left out.',
      'telemetry: number 3 has no latitude or longitude and was left out.',
    ]);
  });

  it('reads numbers written as text', () => {
    const { samples, faults } = streamed(
      spoilt(({ Riders }) => Object.assign(Riders[0]!, { Bib: '1', Latitude: '45.5', kph: '40' })),
    );
    expect(samples[0]).toMatchObject({ bib: '1', lat: 45.5, speedKph: 40 });
    expect(faults).toEqual([]);
  });

  it('counts the first of two of the same number', () => {
    const { samples, faults } = streamed(spoilt(({ Riders }) => Riders.push({ ...Riders[0], Latitude: 46 })));
    expect(samples.map(({ bib, lat }) => [bib, lat])).toEqual([
      ['1', 45],
      ['2', 45],
    ]);
    expect(faults).toEqual(['telemetry: number 1 comes twice in one frame; the first one counts.']);
  });

  it('says that half a frame is no JSON, and goes on', () => {
    const { parse } = opened();
    const text = frame(START_MS, 2);
    const half = parse({ topic: 'stream', text: text.slice(0, text.length / 2) });
    expect(half).toEqual({ events: [], faults: [expect.stringMatching(/^stream: what came is not JSON.*"\{"bind"/)] });
    expect(samplesOf(parse({ topic: 'stream', text }).events)).toHaveLength(2);
  });

  it('passes over uids, other topics and frames of nobody without a word', () => {
    const quiet = [
      '7f0d2a64-3f5e-4f7e-9f53-2a3cf1b1a0c7',
      JSON.stringify({ bind: 'socialContent-2026-5', data: { text: 'hello' } }),
      JSON.stringify({ 'telemetryCompetitor-2026': 1784642146893 }),
      spoilt((data) => {
        data.Riders = [];
      }),
      spoilt((data) => {
        data.RaceStatus = false;
      }),
    ];
    for (const text of quiet) expect(streamed(text)).toEqual({ samples: [], events: [], faults: [] });
  });

  it('learns who wears what, once, and forgets it with a new stage', () => {
    const { parse } = opened();
    const jerseys = (text: string) =>
      parse({ topic: 'stream', text }).events.flatMap((event) => (event.kind === 'sheet' ? [event.sheet.jerseys] : []));
    const worn = frame(START_MS, 2, { YGPW: [1, '2', null, 0] });
    expect(jerseys(worn)).toEqual([
      [
        { kind: 'general', bib: '1' },
        { kind: 'points', bib: '2' },
      ],
    ]);
    expect(jerseys(worn)).toEqual([]);
    const sheetFor = (stage: object) => parse({ topic: 'stage', text: JSON.stringify(stage) }).events;
    const wearing = (count: number) => [{ sheet: { jerseys: expect.objectContaining({ length: count }) } }];
    expect(sheetFor({ ...paper.stage, startTime: '14:05:00' })).toMatchObject(wearing(2));
    expect(sheetFor({ ...paper.stage, stage: 6 })).toMatchObject(wearing(0));
  });

  it('never throws, whatever comes', () => {
    const { parse } = opened();
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((data) => `{"bind":"telemetryCompetitor-1","data":${data}}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paperTopics, 'stream', 'else'), text, (topic, junk) => {
        parse({ topic, text: junk });
      }),
    );
    const riders = fc.array(fc.record({ Bib: fc.anything(), Latitude: fc.anything(), LatLon: fc.anything() }));
    fc.assert(
      fc.property(riders, (Riders) => {
        parse({ topic: 'stream', text: spoilt((data) => Object.assign(data, { Riders })) });
      }),
    );
  });
});
