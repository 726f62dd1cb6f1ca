import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFitArguments } from '../../../src/desk/insight-fit/arguments.ts';
import { fitRaces, type OpenRace } from '../../../src/desk/insight-fit/fit-races.ts';
import { raceFilesIn } from '../../../src/desk/insight-fit/races.ts';
import { fitReport } from '../../../src/desk/insight-fit/report.ts';
import { recordedPast } from '../../../src/insight/past.ts';
import { fail, ok } from '../../../src/wire/result.ts';
import { fieldAt } from '../../support/field-at.ts';

describe('the words of a fit', () => {
  it.each([
    [['fit', '.tapes'], { folder: '.tapes', out: '.tapes/insight.json' }],
    [['fit', '.tapes', '--out', 'past.json'], { folder: '.tapes', out: 'past.json' }],
    [['--help'], { folder: null, out: '' }],
  ])('%j', (words, asked) => expect(readFitArguments(words)).toEqual(ok(asked)));

  it.each([
    [[], 'Nothing is asked: write fit <folder>.'],
    [['learn', 'x'], '"learn" is not known here: write fit <folder>.'],
    [['fit'], 'Nothing to fit: name a folder of tapes or recordings, as fit .tapes.'],
    [['fit', 'a', 'b'], '"b" is one folder too many: put all races into one.'],
    [['fit', 'a', '--to', 'b'], "Unknown option '--to'; --help lists what there is."],
  ])('%j is refused in a sentence', (words, error) => expect(readFitArguments(words)).toMatchObject({ error }));
});

describe('the races of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-races-'));

  it('are its tapes and recordings, and not what the desk keeps beside them', () => {
    expect(raceFilesIn(folder)).toMatchObject({ error: expect.stringContaining('has no race: put tapes') });
    const others = [
      'insight.json',
      'rundowns.json',
      'tokens.json',
      'tape-names.json',
      'phones-4000.json',
      'climbs.csv',
    ];
    for (const name of [...others, 'b.ndjson.gz', 'a.json', 'c.json.gz']) writeFileSync(join(folder, name), '');
    expect(raceFilesIn(folder)).toEqual(ok(['a.json', 'b.ndjson.gz', 'c.json.gz'].map((name) => join(folder, name))));
    expect(raceFilesIn(join(folder, 'nowhere'))).toMatchObject({ error: expect.stringContaining('is no folder') });
  });
});

const race = (file: string, mps: number): OpenRace => ({ file, open: () => ok(fieldAt(mps, file)) });

const fitOf = (...races: OpenRace[]) => {
  const fit = fitRaces(races, () => {});
  if (!fit.ok) throw new Error(fit.error);
  return fit.value;
};
/** Made once: two races that are alike. */
let made: ReturnType<typeof fitOf> | null = null;
const alike = () => (made ??= fitOf(race('a', 15), race('b', 15)));
const flat = recordedPast.pace.findIndex(({ gradientPct }) => gradientPct === 0);

describe('a fit to races', () => {
  it('of one says that it cannot be compared', () => {
    const fit = fitOf(race('a', 14));
    expect(fit.races[0]!.km).toBeGreaterThan(25);
    expect(fit.races[0]!.without).toBeNull();
    expect(fit.fitted.past.pace[flat]!.kph).toBeGreaterThan(recordedPast.pace[flat]!.kph);
    expect(fit.fitted.past.pace[flat]!.kph).toBeLessThan(14 * 3.6);
    expect(fitReport(fit)).toContain('One race: not enough to compare');
  });

  it('of several scores each by what the others have taught: alike they help, and one that is not like them is not hidden', () => {
    for (const { own, without } of alike().races)
      expect(without!.nextPoint.errorPct).toBeLessThan(0.9 * own.nextPoint.errorPct);
    const [odd] = fitOf(race('odd', 10), race('b', 15)).races;
    expect(odd!.without!.nextPoint.errorPct).toBeGreaterThan(odd!.own.nextPoint.errorPct);
  });

  it('reports what is behind each figure, and in how many races it was better', () => {
    const report = fitReport(alike());
    expect(report).toMatch(/km\/h at 0 % +\d+\.\d +47\.0 +[56]\d\.\d km/);
    expect(report).toMatch(/km\/h at 9 % +17\.0 +17\.0 +0\.0 km/);
    expect(report).toContain('each of 2 races without itself');
    expect(report).toContain('the fit was nearer 10 km ahead in 2 of 2 races');
    expect(report).not.toContain('NaN');
  });

  it('takes one race that two tapes tell of once, from the one that has more of it', () => {
    const whole = fieldAt(14);
    const half: OpenRace = {
      file: 'half',
      open: () => ok({ ...whole, play: () => [...whole.play(0)].slice(0, 200) }),
    };
    const fit = fitOf(half, { file: 'whole', open: () => ok(whole) });
    expect(fit.races.map(({ file }) => file)).toEqual(['whole']);
    expect(fit.leftOut).toEqual(['half: it is of the same race as whole; it was left out.']);
  });

  it('leaves out a file that cannot be played, and says which', () => {
    const broken: OpenRace = { file: 'x', open: () => fail('it is damaged: copy it again.') };
    const fit = fitOf(broken, race('a', 14));
    expect(fit.leftOut).toEqual(['x: it is damaged: copy it again.']);
    expect(fit.races).toHaveLength(1);
    expect(fitRaces([broken], () => {})).toMatchObject({
      error: 'There is no race to fit to. x: it is damaged: copy it again.',
    });
  });
});
