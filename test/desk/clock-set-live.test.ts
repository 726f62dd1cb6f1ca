import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driveLive } from '../../src/desk/driver.ts';
import type { FromFeed, Live, Timed } from '../../src/desk/feeds/feed.ts';
import { paperTopics } from '../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../src/desk/feeds/race-center/parse.ts';
import { openReplay } from '../../src/desk/feeds/replay/index.ts';
import { createIntake } from '../../src/desk/intake.ts';
import { createNotices } from '../../src/desk/notices.ts';
import type { Race } from '../../src/race/race.ts';
import { parserOf } from '../support/feeds.ts';
import { eastDegrees, START_MS } from '../support/race.ts';
import { frame, paper, riderPaper } from '../support/recording.ts';

const SECONDS = 240;
const SET_S = 120;
const FROM_MS = START_MS + 600_000;
const papers = { ...paper, riders: [1, 2, 3, 4, 5, 6].map((bib) => riderPaper(bib)) };

/** Two ahead by 600 m, at 10 m/s: a minute. */
function said(s: number, offMs: number): FromFeed {
  const Riders = papers.riders.map(({ bib }, i) => {
    const km = 6 + s / 100 - (i < 2 ? 0 : 0.6) - i * 0.004;
    return { Bib: bib, Latitude: 45, Longitude: 5 + eastDegrees(km), kph: 36 };
  });
  return { feed: 'race-center', topic: 'stream', text: frame(FROM_MS + s * 1000 + offMs, 0, { Riders }) };
}

/** A live desk whose source's clock is `offMs` wrong for two minutes and is then put right, and the tape of it. */
function lived(offMs: number) {
  let nowMs = 0;
  let take: (input: FromFeed) => void = () => {};
  const live: Live = {
    title: 'a test',
    feeds: ['race-center'],
    reader: raceCenterParse,
    listen(hear) {
      take = hear;
      return () => {};
    },
  };
  const tape: Timed[] = [];
  const lines = [
    JSON.stringify({ tape: 1, feed: 'race-center', title: 'live', source: 's', startedAt: 0, isLive: true }),
  ];
  const notices = createNotices(() => {});
  const intake = createIntake({ source: live, notices, wallMs: () => FROM_MS + nowMs });
  const driver = driveLive(live, null, {
    now: () => nowMs,
    take(input) {
      tape.push(input);
      const { feed, ...raw } = input;
      lines.push(JSON.stringify({ at: 5_000_000 + nowMs, feed, raw }));
      return intake.take(input);
    },
    keep: () => {},
    restart: () => {},
    trouble: () => {},
    deed: () => {},
    sketch: () => {},
  });
  for (const topic of paperTopics) take({ feed: 'race-center', topic, text: JSON.stringify(papers[topic]) });
  for (let s = 0; s <= SECONDS; s += 2) {
    nowMs = s * 1000;
    take(said(s, s < SET_S ? offMs : 0));
  }
  return { race: intake.race(driver.clock().atMs)!, atMs: driver.clock().atMs, notices, tape, lines };
}

const gapsOf = (race: Race) =>
  race.groups.map(({ bibs, gap }) => ({ bibs, s: gap && Math.round(gap.value), origin: gap?.origin }));

function replayed(lines: readonly string[]): Race {
  const file = join(mkdtempSync(join(tmpdir(), 'ardoise-set-')), 'tape.ndjson');
  writeFileSync(file, `${lines.join('\n')}\n`);
  expect(readFileSync(file, 'utf8')).toContain('"isLive":true');
  const playable = openReplay(file, parserOf);
  if (!playable.ok) throw new Error(playable.error);
  const intake = createIntake({ source: playable.value, notices: createNotices(() => {}), wallMs: null });
  let race: Race | null = null;
  for (const input of playable.value.play(0)) {
    intake.take(input);
    race = intake.race(input.atMs);
  }
  return race!;
}

describe('a source whose clock is set while a desk is live', () => {
  const right = lived(0);

  it.each([120_000, -120_000])(
    'leaves the race as it is, live, after a kill, and from the tape (%d ms off)',
    (offMs) => {
      const { race, atMs, notices, tape, lines } = lived(offMs);
      expect(gapsOf(right.race)).toMatchObject([{ s: null }, { s: 60, origin: 'gps' }]);
      expect(atMs).toBe(FROM_MS + SECONDS * 1000);
      expect(gapsOf(race)).toEqual(gapsOf(right.race));
      expect(race.health.trackers.live).toBe(6);
      expect(notices.list().map(({ text }) => text)).toEqual([
        expect.stringMatching(/its clock was set .* have moved with it/),
      ]);

      const again = createIntake({
        source: { feeds: ['race-center'], reader: raceCenterParse },
        notices: createNotices(() => {}),
        wallMs: () => Number.NaN,
      });
      for (const input of tape) again.take(input);
      expect(gapsOf(again.race(atMs)!)).toEqual(gapsOf(right.race));

      const played = replayed(lines);
      expect(gapsOf(played)).toEqual(gapsOf(right.race));
      expect(played.health.trackers.live).toBe(6);
    },
  );
});
