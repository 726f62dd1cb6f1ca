import { expect, it } from 'vitest';
import { openRecording } from '../../../../src/desk/feeds/replay/recording.ts';
import { recording } from '../../../support/recording.ts';

const ours = JSON.parse(recording({ riders: 3, seconds: 60, every: 6 }));
const { riders, teams, stage, trace, checkpoints } = ours.rest;
const day = '2026-07-04';
const others = [{ ...stage, stage: 4, date: '2026-07-03T00:00:00+02:00' }, stage];

function played(content: object) {
  const opened = openRecording('stage.json', JSON.stringify(content));
  if (!opened.ok) return opened.error;
  const inputs = [...opened.value.play(0)];
  const read = opened.value.reader();
  const told = inputs.map((input) => read(input));
  const sheet = told.flatMap(({ events }) => events).find((event) => event.kind === 'sheet');
  return {
    stage: sheet?.kind === 'sheet' && sheet.sheet.info.stage,
    riders: sheet?.kind === 'sheet' && sheet.sheet.riders.size,
    kinds: told.flatMap(({ events }) => events).filter(({ kind }) => kind === 'positions').length,
  };
}

const whole = { stage: 'Stage 5 · Valbrun - Aigles', riders: 3, kinds: 11 };
const parsed: { data: object }[] = ours.events.map((text: string) => JSON.parse(text));

it.each([
  ['as it is', ours],
  ['without a version', { ...ours, version: undefined }],
  [
    'stages by day',
    {
      ...ours,
      rest: { ...ours.rest, stage: undefined, stages: { '2026-07-03': others[0], [day]: stage } },
      meta: { date: day },
    },
  ],
  [
    'stages by day, and only the frames say which',
    {
      ...ours,
      meta: undefined,
      rest: { ...ours.rest, stage: undefined, stages: { '2026-07-03': others[0], [day]: stage } },
    },
  ],
  ['all stages in a list', { ...ours, meta: { date: day }, rest: { ...ours.rest, stage: others } }],
  [
    'papers by day',
    {
      ...ours,
      meta: { date: day },
      rest: { riders, teams, stages: { [day]: stage }, checkpoints: { [day]: checkpoints }, traces: { [day]: trace } },
    },
  ],
  [
    'papers by the names of the organiser',
    {
      events: ours.events,
      rest: {
        'allCompetitors-2026': riders,
        'team-2026': teams,
        'stage-2026': others,
        'checkpoint-2026-5': checkpoints,
        trace,
      },
      meta: { date: day },
    },
  ],
  ['frames as text in data', { ...ours, events: ours.events.map((data: string) => ({ event: 'update', data })) }],
  ['frames as objects in data', { ...ours, events: parsed.map((data) => ({ t: 1, data })) }],
  ['frames without their envelope', { ...ours, events: parsed.map(({ data }) => ({ data })) }],
  [
    'frames without their envelope, as text',
    { ...ours, events: parsed.map(({ data }) => ({ data: JSON.stringify(data) })) },
  ],
  ['envelopes as events', { ...ours, events: parsed }],
  ['junk between frames', { ...ours, events: [null, 7, { data: null }, { data: 'ping' }, ...ours.events, {}] }],
])('a recording reads: %s', (_, content) => {
  expect(played(content)).toEqual(whole);
});

it('what is no recording is said', () => {
  expect(played({ rest: {} })).toMatch(/no list of events/);
  expect(played({ ...ours, version: 2 })).toMatch(/not a recording of version 1/);
  expect(played({ ...ours, events: [] })).toMatch(/without papers or frames/);
  expect(played({ ...ours, rest: {} })).toMatch(/without papers or frames/);
});
