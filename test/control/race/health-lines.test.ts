import { describe, expect, it } from 'vitest';
import { healthLines } from '../../../src/control/race/health-lines.ts';
import type { Replica } from '../../../src/host/link.ts';
import type { Health } from '../../../src/race/health.ts';
import { race, START_MS } from '../../support/race.ts';
import { fakeLink } from '../fake-link.ts';

const lines = (its: Partial<Replica>, nowMs: number | null = START_MS) => healthLines(fakeLink(its).replica(), nowMs);
const said = (its: Partial<Replica>, label: string, nowMs?: number | null) =>
  lines(its, nowMs)
    .filter((line) => line.label === label)
    .map(({ level, words }) => `${level}: ${words}`);
const health = (its: Partial<Health>): Partial<Replica> => ({
  race: race({
    health: { topics: [], trackers: { live: 1, late: 0, silent: 0, off: 0 }, withoutLap: 0, quarantine: [], ...its },
  }),
});

describe('the desk', () => {
  it('is connected, on its way, lost, or refuses with its reason', () => {
    expect(said({ connection: 'live' }, 'Desk')).toEqual(['good: connected']);
    expect(said({ connection: 'connecting' }, 'Desk')).toEqual(['warning: connecting']);
    expect(said({ connection: 'lost' }, 'Desk')[0]).toMatch(/^bad: lost/);
    expect(said({ connection: 'refused', refusal: 'Reload it.' }, 'Desk')).toEqual(['bad: Reload it.']);
  });

  it('says what it plays', () => {
    expect(said({ desk: { feed: 'a tape', span: null, busy: false, notices: [] } }, 'Feed')).toEqual(['good: a tape']);
  });

  it('hides no notice, and counts them', () => {
    const notices = [
      { level: 'error', text: 'The tape cannot be written.', count: 1 },
      { level: 'warning', text: 'A frame is not JSON.', count: 14 },
    ] as const;
    const desk = { feed: 'a tape', span: null, busy: false, notices };
    expect(said({ desk }, 'Error')).toEqual(['bad: The tape cannot be written.']);
    expect(said({ desk }, 'Warning')).toEqual(['warning: A frame is not JSON. (14 times)']);
  });
});

it('comes worst first', () => {
  const trackers = { live: 0, late: 0, silent: 2, off: 0 };
  const quarantine = [{ reason: 'late', count: 1, example: '', bib: null, atMs: START_MS }] as const;
  const levels = lines({
    ...health({ trackers }),
    quarantine,
    desk: { feed: '', span: null, busy: false, notices: [] },
  }).map(({ level }) => level);
  expect(levels).toEqual(['bad', 'warning', 'good', 'good', 'idle']);
});

it('calls nothing well that the desk cannot vouch for', () => {
  for (const { label, words } of lines({ ...health({}), connection: 'lost' }))
    expect(words, label).toMatch(label === 'Desk' ? /^lost/ : /^Last told: /);
  const levels = lines({ ...health({}), connection: 'lost' }).map(({ level }) => level);
  expect(levels).toEqual(['bad', 'idle', 'idle', 'idle']);
});

describe('the race', () => {
  it('gives each topic its age', () => {
    const topics: Health['topics'] = [
      { topic: 'positions', state: 'live', lastMs: START_MS - 1500 },
      { topic: 'passings', state: 'silent', lastMs: START_MS - 600_000 },
      { topic: 'groups', state: 'off', lastMs: null },
    ];
    expect(said(health({ topics }), 'Positions')).toEqual(['good: live, newest 1 s old']);
    expect(said(health({ topics }), 'Passings')).toEqual(['bad: silent, newest 10 min old']);
    expect(said(health({ topics }), 'Groups')).toEqual(['idle: none so far']);
    expect(said(health({ topics }), 'Positions', null)).toEqual(['good: live']);
  });

  it('says that the race is being learnt, and for how long still', () => {
    const learning = { untilMs: START_MS + 39_500 };
    expect(said({ race: race({ learning }) }, 'Race')).toEqual(['warning: learning the race, 40 s']);
    expect(said({ race: race() }, 'Race')).toEqual([]);
  });

  it('says of how many riders the lap is not known, while there are any', () => {
    expect(said(health({ withoutLap: 6 }), 'Lap')).toEqual([
      'bad: not known of 6 riders: say it, or wait for the line',
    ]);
    expect(said(health({}), 'Lap')).toEqual([]);
  });

  it('counts the trackers: silent ones are a warning, none alive is bad', () => {
    const trackers = { live: 160, late: 3, silent: 0, off: 1 };
    expect(said(health({ trackers }), 'Trackers')).toEqual(['good: 160 live · 3 late · 0 silent · 1 off']);
    expect(said(health({ trackers: { ...trackers, silent: 1 } }), 'Trackers')[0]).toMatch(/^warning/);
    expect(said(health({ trackers: { ...trackers, live: 0 } }), 'Trackers')[0]).toMatch(/^bad/);
  });

  it('shows what was not believed, with the newest example', () => {
    const example = 'Bib 41 was 4.2 km from the course.';
    const quarantine = [{ reason: 'off-course', count: 12, example, bib: '41', atMs: START_MS }] as const;
    expect(lines({ quarantine }).find(({ label }) => label === 'Not believed')).toEqual({
      level: 'warning',
      label: 'Not believed',
      words: 'off course × 12',
      example,
    });
  });
});
