import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../src/desk/feeds/begin.ts';
import type { Playable } from '../../../src/desk/feeds/feed.ts';
import type { From } from '../../../src/desk/feeds/from.ts';
import { openReplay } from '../../../src/desk/feeds/replay/index.ts';
import { START_MS } from '../../support/race.ts';
import { recording } from '../../support/recording.ts';

/** 50 minutes at 10 m/s, from 14:01 on the church tower and kilometre 0.6. */
function playable(): Playable {
  const file = join(mkdtempSync(join(tmpdir(), 'ardoise-open-')), 'stage.json');
  writeFileSync(file, recording({ riders: 3, seconds: 3000, every: 6 }));
  const feed = openReplay(file, () => null);
  if (!feed.ok) throw new Error('a recording can be played');
  return feed.value;
}

const feed = playable();
const secondsIn = (from: From) => {
  const moment = momentOf(feed, from);
  if (!moment.ok) throw new Error(moment.error);
  return (moment.value - START_MS) / 1000;
};
const errorOf = (from: From) => {
  const moment = momentOf(feed, from);
  return moment.ok ? 'there is such a moment' : moment.error;
};

describe('where to begin', () => {
  it('is the beginning, a time of day there, or where the head of the race is', () => {
    expect(secondsIn({ at: 'start' })).toBe(60);
    expect(secondsIn({ at: 'time-of-day', seconds: (14 * 60 + 30) * 60 + 15 })).toBe(1815);
    expect(secondsIn({ at: 'raced', seconds: 903 })).toBe(903);
    expect(Math.abs(secondsIn({ at: 'km', km: 20 }) - 2000)).toBeLessThan(30);
    expect(Math.abs(secondsIn({ at: 'km-to-go', km: 30 }) - 2000)).toBeLessThan(30);
  });

  it('is refused where there is nothing, in one sentence', () => {
    expect(errorOf({ at: 'km', km: 60 })).toBe('The race is 50.0 km long: --from must lie on it.');
    expect(errorOf({ at: 'km-to-go', km: 60 })).toBe('The race is 50.0 km long: --from must lie on it.');
    expect(errorOf({ at: 'km', km: 45 })).toMatch(
      /^The head of the race never gets to km 45\.0 in this feed; begin earlier\.$/,
    );
    expect(errorOf({ at: 'time-of-day', seconds: 9 * 3600 })).toBe(
      'At that time nothing is happening: give a time of day from 14:01 to 14:51.',
    );
    expect(errorOf({ at: 'raced', seconds: 9 * 3600 })).toMatch(/^At that time nothing is happening/);
  });
});
