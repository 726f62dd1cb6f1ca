import { describe, expect, it } from 'vitest';
import { forIn } from '../../../src/desk/feed-check/arguments.ts';
import { checkFeed } from '../../../src/desk/feed-check/check.ts';
import { openDoors } from '../../../src/desk/feed-check/doors.ts';
import { checkLines } from '../../../src/desk/feed-check/report.ts';
import type { FromFeed, Live } from '../../../src/desk/feeds/feed.ts';
import positions from '../../../src/desk/feeds/positions/index.ts';
import { textOfMessage } from '../../../src/desk/feeds/positions/parse.ts';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { withOneSheet } from '../../../src/desk/papers/one-sheet.ts';

/** A feed that says so many messages, and then nothing more; the moments are seconds ago. */
function saying(messages: readonly { readonly said: object; readonly ago: number }[], kind = positions): Live {
  const opened = kind.open();
  if (!opened.ok) throw new Error(opened.error);
  return {
    ...opened.value,
    listen(take: (input: FromFeed) => unknown) {
      for (const { said, ago } of messages)
        take({
          feed: 'positions',
          topic: 'message',
          text: textOfMessage(JSON.stringify(said), Date.now() - ago * 1000),
        });
      return () => {};
    },
  };
}

async function reported(feed: Live): Promise<string> {
  const reader = withOneSheet(feed.reader, { feeds: feed.feeds, listed: null });
  const heard = await checkFeed({ feed, reader, laps: null, seconds: 60, wait: () => Promise.resolve() });
  return checkLines(heard).join('\n');
}
const at = (bib: string, ago: number) => ({
  said: { positions: [{ bib, lat: 45, lon: 5, at: Date.now() - ago * 1000 }] },
  ago: ago - 0.4,
});

describe('the check of a feed', () => {
  it('says what was heard, who is missing, who is unknown, and what will not be on air', async () => {
    const riders = {
      said: { riders: ['1', '2', '3'].map((bib) => ({ bib, family: bib === '3' ? '3' : 'Novak' })) },
      ago: 90,
    };
    const fixes = [60, 55, 50, 45, 40, 35].flatMap((ago) => [at('1', ago), at('77', ago)]);
    const rare = [at('2', 90), at('2', 30)];
    const wrong = { said: { positions: [{ bib: '1', lat: 99, lon: 5 }] }, ago: 10 };
    const text = await reported(saying([riders, ...rare.slice(0, 1), ...fixes, ...rare.slice(1), wrong]));
    expect(text).toMatch(/^Heard {5}16 messages in 60 s: 16 of positions message$/m);
    expect(text).toMatch(/^Meant {5}1 sheet, 14 positions$/m);
    expect(text).toMatch(/^Rate {6}a fix of a rider every 5\.0 s; less than one in 30 s of 2$/m);
    expect(text).toMatch(/^Riders {4}3 on the list, 3 heard$/m);
    expect(text).toMatch(/^ {10}not heard: 3$/m);
    expect(text).toMatch(/^ {10}heard and on no list: 77$/m);
    expect(text).toMatch(/^ {10}without a name: 3$/m);
    expect(text).toMatch(/^Wrong {5}positions: positions\[0\]\.lat/m);
    expect(text).toMatch(/^On air {4}names$/m);
    expect(text).toMatch(/^Not yet {3}gaps and groups: not before the riders have ridden a road/m);
  });

  it('says how far its clock is off, where nothing comes in time', async () => {
    const late = (ago: number) => ({
      said: { positions: [{ bib: '1', lat: 45, lon: 5, at: Date.now() - ago * 1000 }] },
      ago: 0,
    });
    expect(await reported(saying([late(30), late(31)]))).toMatch(/^Clock {5}is 30\.0 s behind this machine/m);
    expect(await reported(saying([late(0.5), late(2)]))).toMatch(
      /^Clock {5}agrees with this machine; fixes come 2\.0 s/m,
    );
    expect(await reported(saying([late(-3600)]))).toMatch(/^Clock {5}is 60 min ahead of this machine/m);
  });

  it('says that there is nothing where nothing comes', async () => {
    const text = await reported(saying([]));
    expect(text).toMatch(/^Heard {5}nothing in 60 s$/m);
    expect(text).toMatch(/^Riders {4}nobody says who rides/m);
    expect(text).toMatch(/^On air {4}nothing/m);
  });

  it('reads what is played, and finds all of it on air', async () => {
    const feed = simulation({ seed: 1 });
    const heard = await checkFeed({
      feed,
      reader: feed.reader,
      laps: null,
      seconds: 60,
      wait: () => Promise.resolve(),
    });
    const text = checkLines(heard).join('\n');
    expect(text).toMatch(/^On air {4}gaps and groups, positions on the road, kilometres to go/m);
    expect(text).not.toMatch(/^Wrong/m);
  });

  it('opens the doors of a feed', async () => {
    const opened = positions.open();
    if (!opened.ok) throw new Error(opened.error);
    const args = { host: '127.0.0.1', port: 0, allowHost: [], behindProxy: false, tapes: '.none', tokens: null };
    const doors = await openDoors(opened.value.doors!, args);
    if (!doors.ok) throw new Error(doors.error);
    const stop = opened.value.listen(
      () => [],
      () => {},
    );
    const answer = await fetch(doors.value[0]!, {
      method: 'POST',
      body: '{"positions":[{"bib":"1","lat":45,"lon":5}]}',
    });
    expect(await answer.json()).toEqual({ ok: true, taken: 1 });
    expect((await fetch(new URL('/api/state', doors.value[0]))).status).toBe(404);
    stop();
  });

  it('listens as long as it is told', () => {
    expect(forIn(['--riders', 'a.csv'])).toMatchObject({ value: { seconds: 60, words: ['--riders', 'a.csv'] } });
    expect(forIn(['--for', '5', '--host', '::1'])).toMatchObject({ value: { seconds: 5, words: ['--host', '::1'] } });
    expect(forIn(['--for=7'])).toMatchObject({ value: { seconds: 7, words: [] } });
    for (const wrong of ['0', 'x', '']) expect(forIn(['--for', wrong])).toMatchObject({ ok: false });
  });
});
