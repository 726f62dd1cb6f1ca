import { describe, expect, it } from 'vitest';
import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';

/** A reader that has all papers; what its newest sheet says. */
function opened(checkpoints: unknown) {
  const parse = raceCenterParse();
  const papers = { ...paper, riders: [riderPaper(1)], checkpoints };
  const sheetIn = (events: readonly RaceEvent[]) => events.flatMap((e) => (e.kind === 'sheet' ? [e.sheet] : [])).at(-1);
  const read = paperTopics.map((topic) => parse({ topic, text: JSON.stringify(papers[topic]) }));
  const say = (bind: string, data: unknown) =>
    sheetIn(parse({ topic: 'stream', text: JSON.stringify({ bind, data }) }).events);
  return { sheet: sheetIn(read.at(-1)!.events)!, say };
}

const [book] = paper.checkpoints;
const atMs = (clock: string) => Date.parse(`2026-07-04T${clock}:00+02:00`);

describe('the road book of the organiser', () => {
  it('says when the race is expected, from the real start on', () => {
    const { schedule } = opened([
      {
        ...book,
        0: { ...book![0], middleSchedule: '13:45:00' },
        2: { ...book![2], lowSchedule: '14:25:00', middleSchedule: '14:28:00', highSchedule: '14:31:00' },
        // An average speed that is low is a time that is late.
        3: { ...book![3], lowSchedule: '15:04:00', middleSchedule: null, highSchedule: '14:58:00' },
        4: { ...book![4], lowSchedule: '', middleSchedule: 'soon' },
      },
    ]).sheet;
    expect(schedule).toEqual([
      {
        name: 'MOULIN',
        distanceM: 20_000,
        earliestMs: atMs('14:25'),
        expectedMs: atMs('14:28'),
        latestMs: atMs('14:31'),
      },
      {
        name: 'Côte du Four',
        distanceM: 40_000,
        earliestMs: atMs('14:58'),
        expectedMs: atMs('15:01'),
        latestMs: atMs('15:04'),
      },
    ]);
  });

  it('says what the weather is, in numbers as text and in the compass of other languages', () => {
    const meteo = (over: object) => ({
      temperature: '34.3',
      windForce: 2,
      windDirection: 'NNE',
      currentWeatherDesc: 'ciel  dégagé',
      meteoAt: '2026-07-04T14:30:06+02:00',
      ...over,
    });
    const { weather } = opened([
      {
        ...book,
        1: { ...book![1], checkpointMeteo: meteo({}) },
        2: { ...book![2], checkpointMeteo: meteo({ windDirection: 'OSO', meteoAt: null, temperature: null }) },
        3: { ...book![3], checkpointMeteo: meteo({ temperature: '', windForce: null }) },
        4: { ...book![4], checkpointMeteo: null },
      },
    ]).sheet;
    expect(weather).toMatchObject([
      { distanceM: 0, temperatureC: 34.3, windBeaufort: 2, windFromDeg: 22.5, sky: 'ciel dégagé' },
      { distanceM: 20_000, atMs: null, temperatureC: null, windFromDeg: 247.5 },
    ]);
    expect(weather![0]!.atMs).toBe(atMs('14:30') + 6000);
  });

  it('has neither where nobody says', () => {
    const { sheet } = opened(paper.checkpoints);
    expect('schedule' in sheet || 'weather' in sheet).toBe(false);
  });

  it('is told anew on the stream, once for each change, of the stage of the day', () => {
    const { say } = opened(paper.checkpoints);
    const data = { ...book, 2: { ...book![2], checkpointMeteo: { temperature: 31 } } };
    expect(say('checkpoint-2026-6', data)).toBeUndefined();
    expect(say('checkpoint-2026-5', { junk: 1 })).toBeUndefined();
    expect(say('checkpoint-2026-5', data)!.weather).toMatchObject([{ temperatureC: 31 }]);
    expect(say('checkpoint-2026-5', data)).toBeUndefined();
  });

  it('is filled in from the list of places, line by line', () => {
    const { say } = opened(paper.checkpoints);
    const list = [
      { length: 0, place: 'VALBRUN', checkpointTypes: [{ code: 'R' }] },
      { length: '20.0', place: null, middleSchedule: '14:28:00' },
    ];
    const sheet = say('checkpointList-2026-5', list)!;
    expect(sheet.schedule).toMatchObject([{ name: 'MOULIN', distanceM: 20_000, expectedMs: atMs('14:28') }]);
    expect(sheet.course.marks.map(({ kind }) => kind)).toContain('sprint');
  });
});

describe('what trackers measure beside the place', () => {
  it('is read where it is told, and is not there where it is not', () => {
    const parse = raceCenterParse();
    const at = { Latitude: 45, Longitude: 5 };
    const riders = [
      { Bib: 1, ...at, kph: 30, kphAvg: '32.7', kphWind: 11.4, RiderWindDir: 121, degC: 0 },
      { Bib: 2, ...at, kph: null, kphAvg: null, kphWind: '', degC: 'warm' },
    ];
    const { events } = parse({ topic: 'stream', text: frame(START_MS, 0, { Riders: riders }) });
    expect(events).toMatchObject([
      {
        samples: [
          {
            bib: '1',
            lat: 45,
            lon: 5,
            speedKph: 30,
            averageKph: 32.7,
            windKph: 11.4,
            windDirDeg: 121,
            temperatureC: 0,
          },
          {},
        ],
      },
    ]);
    expect(events[0]).toHaveProperty('samples.1', { bib: '2', lat: 45, lon: 5, speedKph: null });
  });
});
