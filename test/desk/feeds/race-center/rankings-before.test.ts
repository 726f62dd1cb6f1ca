import { describe, expect, it } from 'vitest';
import { HOUR_MS, opened, papers, points, stage, times, yesterday } from '../../../support/rankings.ts';
import { riderPaper } from '../../../support/recording.ts';

describe('lists of the stage before', () => {
  it('are how the race stood, by whichever code they come', () => {
    for (const type of ['itg', 'etg', 'ITG']) {
      const { say, race } = opened();
      say('rankingType-2026-4', { ...yesterday, type });
      expect(race().sheet.general).toEqual([
        { bib: '2', behindS: 0 },
        { bib: '1', behindS: 83 },
      ]);
      expect(race().sheet.jerseys).toEqual([{ kind: 'general', bib: '2' }]);
    }
  });

  it('have points, mountains, young riders and teams among them', () => {
    const { say, race, faults } = opened();
    say(
      'rankingType-2026-4',
      points('icg', [[4, 120]]),
      points('img', [[3, 15]]),
      times('iqg', [
        [1, 15 * HOUR_MS],
        [3, 16 * HOUR_MS],
      ]),
      {
        ...yesterday,
        type: 'etg',
        rankings: [
          { position: 1, bib: null, $rider: 'allCompetitors-2026:bb', absolute: 45 * HOUR_MS },
          { position: 2, $team: 'team-2026:aa', absolute: 45 * HOUR_MS + 61_000 },
        ],
      },
    );
    const { sheet } = race();
    expect(sheet.totals).toEqual({
      points: [{ bib: '4', points: 120 }],
      mountain: [{ bib: '3', points: 15 }],
      teams: [
        { team: 'LOW', behindS: 0 },
        { team: 'TOP', behindS: 61 },
      ],
    });
    expect(sheet.young?.map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['1', 0],
      ['3', 3600],
    ]);
    expect(sheet.general).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('say nothing of the stage, and of other days nothing at all', () => {
    const { say, race } = opened();
    say('rankingType-2026-4', stage);
    say('rankingType-2026-3', yesterday);
    say('rankingType-2026-6', yesterday);
    say('rankingType-2026', yesterday);
    expect(race().sheet.general).toEqual([]);
    expect(race().standings.stage).toEqual([]);
  });

  it('are kept until the papers are there, and read again with each of them', () => {
    const byReference = {
      ...yesterday,
      rankings: [{ position: 1, $rider: 'allCompetitors-2026:r4', absolute: 15 * HOUR_MS }],
    };
    const { take, race } = opened({ early: [['rankingType-2026-4', byReference]] });
    expect(race().sheet.general).toEqual([{ bib: '4', behindS: 0 }]);
    take('riders', [riderPaper(9, { _id: 'r4' })]);
    take('stage', papers.stage);
    expect(race().sheet.general).toEqual([{ bib: '9', behindS: 0 }]);
  });
});
