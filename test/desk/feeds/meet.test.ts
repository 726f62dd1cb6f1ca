import { expect, it } from 'vitest';
import { createMeeting } from '../../../src/desk/feeds/meet.ts';
import type { RaceEvent } from '../../../src/race/event.ts';

const FROM_MS = 1_000_000;
const fixes = (s: number, ...bibs: string[]): RaceEvent => ({
  kind: 'positions',
  atMs: FROM_MS + s * 1000,
  samples: bibs.map((bib) => ({ bib, lat: 45, lon: 5, speedKph: null })),
});

/** Two feeds, a fix a second of each where `speaks` says so; whose fix was taken, second by second. */
function followed(seconds: number, speaks: (feed: string, s: number) => boolean): string {
  const meet = createMeeting(['trackers', 'phones']);
  let taken = '';
  for (let s = 0; s < seconds; s += 1) {
    const whose = ['phones', 'trackers'].filter((feed) => speaks(feed, s) && meet(feed, fixes(s, '1')) !== null);
    taken += whose.length === 0 ? '.' : whose.length === 1 ? whose[0]![0] : '!';
  }
  return taken;
}

it('follows a rider by the feed named first, as long as that has news of him', () => {
  const taken = followed(100, () => true);
  // Who speaks first has him until the better one has been steady for half a minute.
  expect(taken).toBe(`${'p'.repeat(30)}!${'t'.repeat(69)}`);
});

it('looks elsewhere after ten seconds of silence, and goes back only to one that is steady', () => {
  const taken = followed(200, (feed, s) => feed === 'phones' || s < 60 || s >= 90);
  expect(taken.slice(31, 60)).toBe('t'.repeat(29));
  expect(taken.slice(60, 120)).toBe(`${'.'.repeat(10)}${'p'.repeat(50)}`);
  expect(taken.slice(120)).toBe(`!${'t'.repeat(79)}`);
});

it('does not jump back and forth with a feed that comes and goes', () => {
  const taken = followed(300, (feed, s) => feed === 'phones' || s < 60 || s % 25 === 0);
  expect(taken.slice(75)).toMatch(/^p+$/);
});

it('chooses rider by rider', () => {
  const meet = createMeeting(['trackers', 'phones']);
  meet('trackers', fixes(0, '1'));
  const met = meet('phones', fixes(1, '1', '2'));
  expect(met).toMatchObject({ samples: [{ bib: '2' }] });
  expect(meet('phones', fixes(2, '1'))).toBeNull();
});

it('leaves one feed alone, and all that is no matter of choice', () => {
  const event = fixes(0, '1');
  expect(createMeeting(['trackers'])('trackers', event)).toBe(event);
  const passings: RaceEvent = { kind: 'passings', origin: 'timed', passings: [] };
  expect(createMeeting(['trackers', 'timing'])('timing', passings)).toBe(passings);
});
