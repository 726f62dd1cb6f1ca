import { expect, it } from 'vitest';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';

it('puts every rider on the road, whatever his number looks like', () => {
  const papers = { ...paper, riders: ['001', 'A12', 0, 54321, ' 5a '].map((bib) => riderPaper(bib)) };
  const notices = createNotices(() => {});
  const intake = createIntake({
    source: { feeds: ['race-center'], reader: raceCenterParse },
    notices,
    wallMs: null,
  });
  for (const topic of ['teams', 'riders', 'checkpoints', 'trace', 'stage'] as const)
    intake.take({ feed: 'race-center', topic, text: JSON.stringify(papers[topic]), atMs: START_MS });
  const sent = [1, 'A12', '0', '54321', '5a'];
  for (let s = 0; s < 30; s += 1) {
    const Riders = sent.map((Bib) => ({ Bib, Latitude: 45, Longitude: 5.05 + s * 0.00015, kph: 40 }));
    intake.take({
      feed: 'race-center',
      topic: 'stream',
      text: frame(START_MS + s * 1000, 0, { Riders }),
      atMs: START_MS + s * 1000,
    });
  }
  const race = intake.race(START_MS + 30_000)!;
  expect(
    race.places
      .filter(({ rank }) => rank !== null)
      .map(({ bib }) => bib)
      .sort(),
  ).toEqual(['001', '0', '54321', '5a', 'A12'].sort());
  expect(race.groups[0]!.bibs).toHaveLength(5);
  expect(race.health.quarantine).toEqual([]);
});
