import { describe, expect, it } from 'vitest';
import type { Rider } from '../../../src/race/sheet.ts';
import { race, rider, sheet } from '../../support/race.ts';
import { deedOf, heads, onRoad, read } from './facts.ts';

const cued = (bib: string) => ({ do: 'ask', ask: { do: 'cue', overlay: 'rider-strap', params: { rider: bib } } });

const raceOf = (...riders: Rider[]) => race({ sheet: sheet({ riders: new Map(riders.map((one) => [one.bib, one])) }) });

describe('a bib', () => {
  it('cues the strap of who wears it, and says whose', () => {
    const { meant, sentence, matches } = read('31');
    expect(sentence).toBe('Cues Rider: 31 Santiago QUINTERO.');
    expect(meant?.deed).toEqual(cued('31'));
    expect(matches[0]?.cells).toEqual(['31', 'Santiago QUINTERO', 'DLT', 'g1 Leading', '']);
  });

  it('says of the others where they ride, and what is estimated', () => {
    expect(read('33').matches[0]?.cells.slice(3)).toEqual(['g2 Chasers 1', '~1\'05"']);
    expect(read('218').matches[0]?.cells.slice(3)).toEqual(['', '+6\'40"']);
  });

  it('has no gap of who rides alone and is silent, and an estimate where his tracker is late', () => {
    const cells = (tracker: 'late' | 'silent') => {
      const places = onRoad.places.map((place) => (place.bib === '218' ? { ...place, tracker } : place));
      return read('218', { race: { ...onRoad, places } }).matches[0]?.cells.slice(3);
    };
    expect(cells('late')).toEqual(['', '~6\'40"']);
    expect(cells('silent')).toEqual(['', '']);
  });

  it('says of who was lapped and has finished how many laps he lacks', () => {
    const finish = { value: 400, atMs: onRoad.atMs, origin: 'timed' } as const;
    const places = onRoad.places.map((place) =>
      place.bib === '218' ? { ...place, status: 'finished' as const, finish, lapsDown: 2, gapS: null } : place,
    );
    expect(read('218', { race: { ...onRoad, places } }).matches[0]?.cells.slice(3)).toEqual(['finished', '+2 laps']);
  });

  it('goes before those that begin like it, which are offered, at most eight in all', () => {
    const { matches } = read('1');
    expect(heads(matches)).toEqual(['1', '11', '12', '13', '14', '15', '16', '17']);
    expect(matches.map(({ like }) => like)).toEqual(['exact', ...Array(7).fill('offer')]);
  });

  it('that nobody wears cues nobody else: those that begin like it wait for an arrow', () => {
    expect(deedOf('29')).toBeNull();
    expect(read('29').sentence).toBe('Nobody wears bib 29.');
    const long = { race: raceOf(rider('201'), rider('202')) };
    expect(deedOf('20', long)).toBeNull();
    expect(read('20', long).sentence).toMatch(/^Nobody wears bib 20\. Choose/);
    expect(heads(read('20', long).matches)).toEqual(['201', '202']);
  });

  it('may be typed without its zeros and capitals, where that is one rider', () => {
    const written = { race: raceOf(rider('001'), rider('12A'), rider('12'), rider('A7')) };
    expect(deedOf('1', written)).toEqual(cued('001'));
    expect(deedOf('12a', written)).toEqual(cued('12A'));
    expect(deedOf('12', written)).toEqual(cued('12'));
    expect(deedOf('a7', written)).toEqual(cued('A7'));
    expect(deedOf('1', { race: raceOf(rider('001'), rider('01')) })).toBeNull();
  });

  it('is nobody before there is a race, and none is cued where no graphic is of one rider', () => {
    expect(read('31', { race: null }).sentence).toBe('There is no race yet.');
    expect(read('31', { manifests: [] })).toMatchObject({
      meant: { deed: null },
      sentence: '31 Santiago QUINTERO: no graphic is of one rider.',
    });
  });

  it('of who has left the race says so', () => {
    const places = onRoad.places.map((place) =>
      place.bib === '31' ? { ...place, status: 'abandoned' as const } : place,
    );
    const { matches, meant } = read('31', { race: { ...onRoad, places } });
    expect(matches[0]?.cells.slice(3)).toEqual(['abandoned', '']);
    expect(meant?.deed).toEqual(cued('31'));
  });
});

describe('a name', () => {
  const named = (bib: string, given: string, family: string) => rider(bib, { given, family });
  const field = {
    race: raceOf(
      named('1', 'Tadej', 'Pogačar'),
      named('2', 'Mathieu', 'van der Poel'),
      named('3', 'Mike', 'van der Hoorn-Øst'),
      named('4', 'Ciarán', "O'Rourke"),
      named('5', 'Łukasz', 'Weiß'),
      named('6', 'Poe', 'Hoorn'),
      named('7', '', '진선'),
    ),
  };
  const bibs = (text: string) => heads(read(text, field).matches);

  it('is found by its beginning, whatever accents and capitals are typed', () => {
    for (const text of ['pog', 'POGACAR', 'pogač', 'tadej p', 'pogacar tad']) expect(bibs(text), text).toEqual(['1']);
    expect(bibs('van der h')).toEqual(['3']);
    expect(bibs("o'r")).toEqual(['4']);
    expect(bibs('orourke')).toEqual(['4']);
    expect(bibs('weiss')).toEqual(['5']);
    expect(bibs('lukasz')).toEqual(['5']);
    expect(bibs('ost')).toEqual(['3']);
    expect(bibs('진')).toEqual(['7']);
  });

  it('is found by words in their order, not in the middle of one', () => {
    expect(bibs('mat poel')).toEqual(['2']);
    expect(bibs('ogacar')).toEqual([]);
    expect(bibs('poel mat')).toEqual(['2']);
    expect(bibs('der van')).toEqual([]);
  });

  it('goes first where it begins so, then by the general classification of the morning, then by bib', () => {
    expect(bibs('po').slice(0, 3)).toEqual(['1', '6', '2']);
    expect(bibs('hoorn')).toEqual(['6', '3']);
    const general = [{ bib: '3', behindS: 0 }];
    const led = { ...field.race, sheet: { ...field.race.sheet, general } };
    expect(bibs('van')).toEqual(['2', '3']);
    expect(heads(read('van', { race: led }).matches)).toEqual(['3', '2']);
  });

  it('cues the strap of the first, and Tab makes it his bib', () => {
    expect(read('van der', field)).toMatchObject({
      meant: { text: '2', deed: cued('2') },
      sentence: 'Cues Rider: 2 Mathieu VAN DER POEL.',
    });
  });

  it('leaves by itself as the rundown has straps', () => {
    const own = { ...field, outS: () => 8 };
    expect(deedOf('2', own)).toEqual({
      do: 'ask',
      ask: { do: 'cue', overlay: 'rider-strap', params: { rider: '2' }, outS: 8 },
    });
    expect(deedOf('tower', own)).toMatchObject({ ask: { do: 'cue', overlay: 'position-tower', outS: 8 } });
  });
});
