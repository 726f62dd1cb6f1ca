import { describe, expect, it } from 'vitest';
import { simulation } from '../../../../src/desk/feeds/simulation/index.ts';
import { parse } from '../../../../src/desk/feeds/simulation/parse.ts';

const race = simulation({ seed: 1 });
const [first] = race.play(race.span.fromMs);

describe('reading the built-in race', () => {
  it('begins with the sheet', () => {
    const { events, faults } = parse(first!);
    expect(faults).toEqual([]);
    expect(events).toHaveLength(1);
    const [event] = events;
    if (event?.kind !== 'sheet') throw new Error('the first input is not a sheet');
    expect(event.sheet.riders.size).toBe(170);
    expect(event.sheet.course.lengthM).toBe(158_000);
    expect(event.sheet.riders.get('31')?.family).toBe('Wetherby');
    expect(event.sheet.general[0]).toMatchObject({ bib: '31', behindS: 0 });
  });

  it('reads tapes of before teams had two colours, without any', () => {
    const { jerseyLooks: _, ...papers } = JSON.parse(first!.text);
    const teams = papers.teams.map(({ colors: [color], ...team }: { colors: string[] }) => ({ ...team, color }));
    const { events, faults } = parse({ topic: 'sheet', text: JSON.stringify({ ...papers, teams }) });
    expect(faults).toEqual([]);
    expect(events).toMatchObject([
      { sheet: { teams: expect.arrayContaining([expect.objectContaining({ colors: null })]) } },
    ]);
  });

  it('reads positions, and the moment of a late one', () => {
    const text = '{"t":1000000,"r":[[31,45.5,6.4,41.2],[32,45.6,6.5,40,3]]}';
    expect(parse({ topic: 'positions', text })).toEqual({
      events: [
        {
          kind: 'positions',
          atMs: 1_000_000,
          samples: [
            { bib: '31', lat: 45.5, lon: 6.4, speedKph: 41.2 },
            { bib: '32', lat: 45.6, lon: 6.5, speedKph: 40, atMs: 997_000 },
          ],
        },
      ],
      faults: [],
    });
  });

  it('keeps the good rows of a frame and tells of the bad', () => {
    const { events, faults } = parse({ topic: 'positions', text: '{"t":1,"r":[[null,45,6,1],[5,45,6,1],"x"]}' });
    expect(events).toMatchObject([{ samples: [{ bib: '5' }] }]);
    expect(faults).toEqual(['a position is not bib, latitude, longitude, speed: "[null,45,6,1]"']);
  });

  it('reads what race radio says', () => {
    const text = '{"t":5,"bib":97,"status":"abandoned"}';
    expect(parse({ topic: 'status', text }).events).toEqual([
      { kind: 'rider-status', atMs: 5, bib: '97', status: 'abandoned' },
    ]);
  });

  it.each([
    ['positions', '{"t":1,"r":[[1,4', 'a "positions" of the built-in race is not JSON'],
    ['positions', '{"r":[]}', 'a frame of positions has no time or no riders'],
    ['status', '{"t":5,"bib":97,"status":"happy"}', 'a status is not time, bib, "abandoned"'],
    ['weather', '{}', 'the built-in race has no topic "weather"'],
    ['sheet', '{"info":{}}', 'the sheet of the built-in race is wrong at "info.id"'],
  ])('says what is wrong with a %s like %s', (topic, text, sentence) => {
    const { events, faults } = parse({ topic, text });
    expect(events).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });
});
