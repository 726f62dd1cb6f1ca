import { describe, expect, it } from 'vitest';
import { healthLines, lampOf } from '../../../src/control/race/health-lines.ts';
import type { Replica } from '../../../src/host/link.ts';
import type { Notice } from '../../../src/wire/crew/half.ts';
import { race, START_MS } from '../../support/race.ts';
import { fakeLink } from '../fake-link.ts';
import { pageState, report } from '../pages.ts';

const lamp = (its: Partial<Replica>) => {
  const replica = fakeLink({ race: race(), ...its }).replica();
  const { level, label, words } = lampOf(replica, healthLines(replica, START_MS));
  return `${level}: ${label}: ${words}`;
};
const said = (its: Partial<Replica>, label: string) =>
  healthLines(fakeLink(its).replica(), START_MS)
    .filter((line) => line.label === label)
    .map(({ level, words }) => `${level}: ${words}`);
const notice = (its: Partial<Notice>): Notice => ({
  level: 'warning',
  text: 'A frame is not JSON.',
  count: 1,
  atMs: Date.UTC(2026, 6, 12, 12, 3, 27),
  isOver: false,
  ...its,
});
const desk = (...notices: readonly Notice[]): Replica['desk'] => ({
  feed: 'a tape',
  span: null,
  busy: false,
  joins: false,
  notices,
});

describe('the desk', () => {
  it('is connected, on its way, lost, or refuses with its reason', () => {
    expect(said({ connection: 'live' }, 'Desk')).toEqual(['good: connected']);
    expect(said({ connection: 'connecting' }, 'Desk')).toEqual(['idle: connecting']);
    expect(said({ connection: 'lost' }, 'Desk')[0]).toMatch(/^bad: lost/);
    expect(said({ connection: 'refused', refusal: 'Reload it.' }, 'Desk')).toEqual(['bad: Reload it.']);
  });

  it('says what it plays', () => {
    expect(said({ desk: desk() }, 'Feed')).toEqual(['idle: a tape']);
  });

  it('hides no notice, counts them, and says when, on the clock of the race', () => {
    const standing = notice({ level: 'error', text: 'The tape cannot be written.', atMs: null });
    const its = {
      race: race(),
      desk: desk(standing, notice({ count: 14 })),
    };
    expect(said(its, 'Error')).toEqual(['bad: The tape cannot be written.']);
    expect(said(its, 'Warning')).toEqual(['warning: A frame is not JSON. (14 times, last at 14:03:27)']);
    const played = { ...its, desk: { ...its.desk, span: { fromMs: 0, toMs: 1 } } };
    expect(said(played, 'Warning')[0]).toMatch(/last at 14:03:27 by the desk’s clock\)$/);
  });
});

it('comes worst first', () => {
  const replica = fakeLink({ desk: desk(notice({}), notice({ level: 'error' })) }).replica();
  const levels = healthLines(replica, START_MS).map(({ level }) => level);
  expect(levels).toEqual(['bad', 'warning', 'good', 'good', 'idle']);
});

it('calls nothing well that the desk cannot vouch for', () => {
  const replica = fakeLink({ race: race(), connection: 'lost' }).replica();
  const lines = healthLines(replica, START_MS);
  for (const { label, words } of lines) expect(words, label).toMatch(label === 'Desk' ? /^lost/ : /^Last told: /);
  expect(new Set(lines.slice(1).map(({ level }) => level))).toEqual(new Set(['idle']));
});

describe('the lamp', () => {
  it('is green where nothing is to be looked at, and lit by nothing while nobody can know', () => {
    expect(lamp({})).toBe('good: : All is well');
    expect(lamp({ connection: 'connecting' })).toBe('idle: Desk: connecting');
    expect(lamp({ race: null })).toBe('idle: Race: none yet');
  });

  it('says the worst, and of the worst what stands nearest to the air', () => {
    const lacking = pageState({ report: report({ missing: ['the font is not there'] }) });
    const pages = { counts: [], list: [lacking] };
    expect(lamp({ pages })).toBe('warning: Program page: webgl · lacks: the font is not there');
    const error = notice({ level: 'error', text: 'The tape cannot be written.', atMs: null });
    expect(lamp({ pages, desk: desk(error) })).toBe('bad: Error: The tape cannot be written.');
    expect(lamp({ connection: 'lost', desk: desk(error) })).toMatch(/^bad: Desk: lost/);
  });

  it('is green again when what happened is over', () => {
    expect(lamp({ desk: desk(notice({ level: 'error' })) })).toMatch(/^bad: Error/);
    expect(lamp({ desk: desk(notice({ level: 'error', isOver: true })) })).toMatch(/^good/);
    expect(lamp({ desk: desk(notice({ level: 'info' })) })).toMatch(/^good/);
  });

  it('does not judge a race whose past is being read', () => {
    const sick = race({ phase: 'racing', health: { ...race().health, withoutLap: 200 } });
    expect(lamp({ race: sick })).toMatch(/^bad: Lap/);
    expect(lamp({ race: sick, desk: { ...desk(), busy: true } })).toMatch(/^good/);
  });
});
