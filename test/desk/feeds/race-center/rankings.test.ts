import { describe, expect, it } from 'vitest';
import { START_MS } from '../../../support/race.ts';
import { HOUR_MS, opened, points, stage, times, yesterday } from '../../../support/rankings.ts';
import { frame } from '../../../support/recording.ts';

describe('lists of today', () => {
  it('are how the race stood until somebody has finished, and then the result', () => {
    const { say, race } = opened();
    say('rankingType-2026-5', yesterday);
    expect(race().sheet.general).toHaveLength(2);
    expect(race().standings.states.general).toBe('live');
    const tonight = times('itg', [
      [1, 19 * HOUR_MS],
      [2, 19 * HOUR_MS + 5000],
    ]);
    // The stream says again what it said last: of the morning.
    say('rankingType-2026-5', stage, yesterday);
    expect(race().standings.states.general).toBe('live');
    say('rankingType-2026-5', { ...tonight, status: 'official' });
    expect(race().standings.states.general).toBe('official');
    expect(race().standings.general.map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['1', 0],
      ['2', 5],
    ]);
    expect(race().sheet.general).toMatchObject([{ bib: '2' }, { bib: '1' }]);
  });

  it('come in any order: the result of the stage is read before what follows from it', () => {
    const tonight = times('itg', [[1, 19 * HOUR_MS]]);
    const { say, race } = opened();
    say('rankingType-2026-5', tonight, stage);
    expect(race().standings.states.general).toBe('provisional');
    expect(race().sheet.general).toEqual([]);
  });

  it('ripen by their status, and an unknown word promises nothing', () => {
    const { say, race } = opened();
    const stateAfter = (status: unknown) => {
      say('rankingTypeArrival-2026-5', { ...stage, status });
      return race().standings.stage[0]?.state;
    };
    for (const word of ['', null, 3, 'toString', 'en cours']) expect(stateAfter(word)).toBe('unofficial');
    expect(stateAfter('Provisoire')).toBe('provisional');
    expect(stateAfter('???')).toBe('provisional');
    expect(stateAfter('Officiel')).toBe('official');
    expect(stateAfter('provisional')).toBe('official');
  });

  it('give the stage its order and its gaps, without those who are not classified', () => {
    const { say, race } = opened();
    const rows = [
      { position: 2, bib: 1, absolute: 4 * HOUR_MS + 2000, relative: 0, penality: 20_000 },
      { position: '1', bib: null, $rider: 'allCompetitors-2026:r3', absolute: `${4 * HOUR_MS}`, relative: null },
      { position: -1, bib: 2, absolute: 0 },
      { position: 'DNF', bib: 4 },
      { position: 3, bib: null, $rider: 'allCompetitors-2026:nobody' },
    ];
    const { events } = { events: say('rankingType-2026-5', { ...stage, rankings: rows }) };
    expect(events).toMatchObject([
      {
        kind: 'line-result',
        rows: [
          { bib: '3', behindS: 0 },
          { bib: '1', behindS: 2 },
        ],
      },
      { kind: 'time-penalty', bib: '1', seconds: 20 },
    ]);
    expect(race().standings.stage.map(({ bib, gapS, origin }) => [bib, gapS, origin])).toEqual([
      ['3', 0, 'timed'],
      ['1', 2, 'timed'],
    ]);
  });

  it('count differences of times before what stands beside them, and that where no times are told', () => {
    const { say } = opened();
    const behind = (rankings: unknown[]) => {
      const [event] = say('rankingType-2026-5', { ...stage, rankings });
      return event?.kind === 'line-result' ? event.rows.map(({ behindS }) => behindS) : null;
    };
    const row = (position: number, over: object) => ({ position, bib: position, ...over });
    expect(behind([row(1, { absolute: 9000 }), row(2, { absolute: 12_500, relative: 0 })])).toEqual([0, 3.5]);
    expect(behind([row(1, {}), row(2, { relative: '4000' }), row(3, {})])).toEqual([0, 4, null]);
  });

  it('put sprints and summits on their lines, by number or by kilometre', () => {
    const { say, mark } = opened();
    const said = (list: unknown) => say('rankingType-2026-5', list);
    const on = (kind: string, bib: string) => [
      { kind: 'line-result', mark: mark(kind), rows: [{ bib, behindS: null }] },
    ];
    expect(said(points('ice', [[2, 20]], { checkpoint: '7' }))).toMatchObject(on('sprint', '2'));
    expect(said(points('ime', [[4, 10]], { length: 40.1 }))).toMatchObject(on('summit', '4'));
    // Neither a summit at the sprint, nor a day's sum, nor a line that nobody has.
    expect(said(points('ime', [[1, 9]], { checkpoint: 7 }))).toEqual([]);
    expect(said(points('ice', [[1, 9]]))).toEqual([]);
    expect(said(points('ice', [[1, 9]], { length: 21 }))).toEqual([]);
  });

  it('are of the race where no stage could last so long, whatever their code', () => {
    const { say, race } = opened();
    say('rankingType-2026-5', { ...yesterday, type: 'ete' });
    expect(race().sheet.general).toHaveLength(2);
    expect(race().standings.stage).toEqual([]);
  });

  it('are taken once, however often they come, and corrected without a time of their own', () => {
    const { say, race } = opened();
    expect(say('rankingType-2026-5', stage)).toHaveLength(1);
    expect(say('rankingTypeArrival-2026-5', stage)).toEqual([]);
    say('rankingType-2026-5', { ...stage, rankings: [{ position: 1, bib: 4 }] });
    expect(race().standings.stage[0]?.bib).toBe('4');
  });
});

describe('lists of jerseys', () => {
  it('say who wears what on the stage whose number they bear, each list one jersey', () => {
    const { say, race } = opened();
    say('rankingTypeJerseys-2026-5', points('pmt', [[1, 0]]), points('pmj', [[2, 0]]));
    say('rankingTypeJerseys-2026-6', points('pmt', [[4, 0]]));
    say('rankingTypeJerseys-2026-5', points('pmm', [[3, 0]]));
    expect(race().sheet.jerseys).toEqual([
      { kind: 'general', bib: '1' },
      { kind: 'mountain', bib: '3' },
      { kind: 'young', bib: '2' },
    ]);
  });

  it('are corrected by what trackers say', () => {
    const { say, take, race } = opened();
    say('rankingTypeJerseys-2026-5', points('pmt', [[1, 0]]));
    take('stream', frame(START_MS, 2, { YGPW: [2, null, null, null] }));
    expect(race().sheet.jerseys).toEqual([{ kind: 'general', bib: '2' }]);
  });
});

describe('what is no list', () => {
  it('is named once where its kind is not known, and passed over where it is nothing', () => {
    const { say, faults } = opened();
    say(
      'rankingType-2026-5',
      { type: 'xyz', rankings: [] },
      { type: 'xyz', rankings: [] },
      { type: 'itg' },
      'junk',
      null,
    );
    say('rankingType-2026-5', times('itg', []), { ...yesterday, rankings: [null, 4, { position: 1 }] });
    expect(faults).toEqual(['rankings: a list of the kind "xyz" is not known and was left out.']);
  });
});
