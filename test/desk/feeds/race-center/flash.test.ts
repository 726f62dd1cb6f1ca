import { expect, it } from 'vitest';
import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';

/** A desk's intake that has the papers and one frame; what it then hears of race radio. */
function listening() {
  const notices = createNotices(() => {});
  const intake = createIntake({ source: { feeds: ['race-center'], reader: raceCenterParse }, notices, wallMs: null });
  const take = (topic: string, text: string) => intake.take({ feed: 'race-center', topic, text, atMs: START_MS });
  const papers = { ...paper, riders: [riderPaper(1)] };
  for (const topic of paperTopics) take(topic, JSON.stringify(papers[topic]));
  take('stream', frame(START_MS + 5000, 1));
  const say = (data: unknown, bind = 'flashInfoLive-2026-5') => take('stream', JSON.stringify({ bind, data }));
  const pass = (s: number) => take('stream', frame(START_MS + s * 1000, 1));
  return { say, pass, intake, notices, heard: () => intake.radio().map(({ text }) => text) };
}

it('race radio is heard, newest first, as plain text', () => {
  const { say, intake, notices } = listening();
  say([
    { _id: 'a', date: '2026-07-04T14:10:00+02:00', text: '<p>Attack of <b>12</b> &amp;&nbsp;31</p>' },
    { _id: 'b', publishedAt: START_MS / 1000 + 900, content: { de: 'Sturz', en: 'Crash in the  peloton' } },
  ]);
  say({ message: { de: 'Regen' } });
  say([{ text: '' }, { other: 'words' }, null, 7]);
  expect(intake.radio()).toEqual([
    { atMs: START_MS + 900_000, text: 'Crash in the peloton' },
    { atMs: Date.UTC(2026, 6, 4, 12, 10), text: 'Attack of 12 & 31' },
    { atMs: START_MS + 5000, text: 'Regen' },
  ]);
  expect(notices.list()).toEqual([]);
});

it('race radio is heard once, however often it is sent, and of the stage of the day', () => {
  const { say, pass, heard } = listening();
  for (let n = 1; n <= 3; n += 1) {
    say({ text: 'Puncture of number 5' });
    pass(n * 60);
  }
  say({ text: 'Tomorrow' }, 'flashInfoLive-2026-6');
  expect(heard()).toEqual(['Puncture of number 5']);
});

it('the crew is given the last eight, and none of the race before', () => {
  const { say, heard, intake } = listening();
  for (let n = 0; n < 12; n += 1) say({ text: `Message ${n}`, _updatedAt: START_MS + n * 60_000 });
  expect(heard()).toEqual(Array.from({ length: 8 }, (_, i) => `Message ${11 - i}`));
  intake.restart();
  expect(heard()).toEqual([]);
});
