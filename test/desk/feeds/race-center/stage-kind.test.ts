import { describe, expect, it } from 'vitest';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { createClockWitness, stageTypeOf } from '../../../../src/desk/feeds/race-center/stage-kind.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';

const book = (...codes: readonly (readonly string[])[]) => [
  Object.fromEntries(
    codes.map((of, i) => [i, { length: i * 5, checkpointTypes: ['R', ...of].slice(i && 1).map((code) => ({ code })) }]),
  ),
];
const TIMED = book([], ['C'], ['C'], ['A']);
const SPRINTS = book([], ['C'], ['N'], ['N', 'A']);

describe('a stage is a time trial', () => {
  it('by groups that are not shown, before the letters of its mountains', () => {
    expect(stageTypeOf({ type: 'PAS', showGroups: false }, TIMED, null)).toBe('time-trial');
    expect(stageTypeOf({ type: 'PLN', showGroups: false }, null, null)).toBe('time-trial');
    expect(stageTypeOf({ type: 'EQU', showGroups: false }, TIMED, null)).toBe('team-time-trial');
    expect(stageTypeOf({ type: 'IND' }, null, null)).toBe('time-trial');
  });

  it('by intermediate times only where nothing is said of groups and there is no sprint', () => {
    expect(stageTypeOf({ type: 'PAS' }, TIMED, null)).toBe('time-trial');
    expect(stageTypeOf({ type: 'PAS', showGroups: true }, TIMED, null)).toBe('mountain');
    expect(stageTypeOf({ type: 'PAS' }, SPRINTS, null)).toBe('mountain');
    expect(stageTypeOf({ type: 'PAS' }, book([], ['C'], ['N', 'A']), null)).toBe('time-trial');
    expect(stageTypeOf({ type: 'VAL' }, book([], [], ['A']), null)).toBe('hilly');
  });

  it('by what trackers are compared with, whatever is shown; letters that name one stay', () => {
    expect(stageTypeOf({ type: 'PAS', showGroups: true }, null, 'against-the-clock')).toBe('time-trial');
    expect(stageTypeOf({ type: 'PAS', showGroups: false }, TIMED, 'on-the-road')).toBe('mountain');
    expect(stageTypeOf({ type: 'EQU' }, null, 'against-the-clock')).toBe('team-time-trial');
    expect(stageTypeOf({ type: 'IND' }, null, 'on-the-road')).toBe('time-trial');
  });
});

describe('what trackers say of the stage', () => {
  const onClock = { secToFirstRider: null, secToITTLead: 4 };
  const onRoad = { secToFirstRider: 4, secToITTLead: null };

  it('is believed when nearly all say so, twice', () => {
    const hear = createClockWitness();
    expect(hear([onClock, onClock, onClock, {}])).toBeNull();
    expect(hear([onClock, onClock, onClock, onClock])).toBeNull();
    expect(hear([onClock, onClock, onClock, onClock, {}])).toBe('against-the-clock');
    expect(hear([{}, {}, {}])).toBe('against-the-clock');
    expect(hear([onRoad, onRoad, onRoad])).toBe('against-the-clock');
    expect(hear([onRoad, onRoad, onRoad])).toBe('on-the-road');
  });

  it('is nothing where both are told, or by few', () => {
    const hear = createClockWitness();
    const both = { secToFirstRider: 4, secToITTLead: 4 };
    for (let i = 0; i < 4; i += 1) expect(hear([both, both, both])).toBeNull();
    for (let i = 0; i < 4; i += 1) expect(hear([onClock, onClock])).toBeNull();
  });

  it('makes the sheet anew, once', () => {
    const parse = raceCenterParse();
    const papers = { ...paper, riders: [1, 2, 3].map((bib) => riderPaper(bib)) };
    for (const topic of ['teams', 'riders', 'checkpoints', 'trace', 'stage'] as const)
      parse({ topic, text: JSON.stringify(papers[topic]) });
    const types = [0, 1, 2, 3].flatMap((i) => {
      const Riders = [1, 2, 3].map((Bib) => ({ Bib, Latitude: 45, Longitude: 5.01, secToITTLead: i }));
      const { events } = parse({ topic: 'stream', text: frame(START_MS + i * 6000, 0, { Riders }) });
      return events.map((event) => (event.kind === 'sheet' ? event.sheet.info.type : event.kind));
    });
    expect(types).toEqual(['positions', 'time-trial', 'positions', 'positions', 'positions']);
  });
});
