import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/gap-ticker/manifest.ts';
import { select } from '../../overlays/gap-ticker/select.ts';
import { zoneOf } from '../../src/edition/theme.ts';
import { shippedTheme } from '../../src/host/themes.ts';
import { type GroupInBrief, situation } from '../../src/race/sample/situation.ts';
import { layOut } from '../../src/stage/kit/stack/layout.ts';
import { race } from '../support/race.ts';
import { groupsIn, namesIn, valuesIn } from './rows.ts';
import { seeing } from './seen.ts';

const ticker = seeing(manifest, select);
const road = (...groups: readonly GroupInBrief[]) => situation({ headKm: 100, groups });
const spread = (count: number) =>
  road(
    ...Array.from(
      { length: count },
      (_, i): GroupInBrief => ({ kind: i === 0 ? 'head' : 'dropped', bibs: 6, gapS: i * 60 }),
    ),
  );

const head = { kind: 'head', bibs: 6 } as const;
const peloton = { kind: 'peloton', bibs: 92, gapS: 254 } as const;

describe('the ticker', () => {
  it('has the groups from head to back: name, size and gap, and the head leads', () => {
    const view = ticker.of(road(head, peloton));
    expect(groupsIn(view).map(({ names, pennon, value }) => [names[0], pennon.size, value.text])).toEqual([
      ['Head of the race', '6', 'Leading'],
      ['Peloton', '92', `+4'14"`],
    ]);
    expect(valuesIn(ticker.of(road(head, peloton), { edition: { language: 'fr' } }))[0]).toBe('En tête');
  });

  it('has the road still to go, and the stage, over the groups', () => {
    const late = situation({ headKm: 167.32, groups: [head, peloton] });
    expect(ticker.of(late).header).toEqual({ figure: '650', words: ['m to go', 'm'], beside: ['Stage 9'] });
  });

  it('says a word as a word, and a time as figures that stand still', () => {
    const view = ticker.of(road(head, peloton, { kind: 'dropped', bibs: 5, gapS: Number.NaN }));
    expect(groupsIn(view).map(({ value }) => value.isWord)).toEqual([true, false, true]);
  });

  it('says nothing of a lead while all ride together, and before the race', () => {
    expect(valuesIn(ticker.of(road(peloton)))).toEqual(['']);
    const neutral = situation({ headKm: -2, groups: [head, peloton], over: { phase: 'neutral' } });
    expect(valuesIn(ticker.of(neutral))[0]).toBe('');
    expect(ticker.of(neutral).header).toMatchObject({ figure: '', words: ['Neutral start'] });
  });

  it('says how many more groups there are', () => {
    expect(ticker.of(spread(5)).rows).toHaveLength(5);
    expect(namesIn(ticker.of(spread(6))).at(-1)).toEqual(['+1 group', '+1']);
    expect(namesIn(ticker.of(spread(9), { edition: { language: 'nl' } })).at(-1)).toEqual(['+4 groepen', '+4']);
    expect(groupsIn(ticker.of(spread(9), { params: { groups: 2 } }))).toHaveLength(2);
  });

  it('counts the rest, wherever it lies, and shows no row for it; one or two riders are none', () => {
    const broken = (bibs: number, pieces: number) => {
      const race = road({ kind: 'head', bibs: 6 }, { kind: 'rest', bibs, gapS: 40 }, { ...peloton, bibs: 90 });
      return { ...race, groups: race.groups.map((one) => (one.kind === 'rest' ? { ...one, pieces } : one)) };
    };
    const view = ticker.of(broken(7, 3));
    expect(groupsIn(view).map(({ pennon }) => pennon.kind)).toEqual(['head', 'peloton']);
    expect(namesIn(view).at(-1)).toEqual(['+3 groups', '+3']);
    expect(namesIn(ticker.of(broken(2, 2)))).toEqual([['Head of the race', 'Head'], ['Peloton']]);
  });

  it('marks the one on camera, and who wears a jersey in each', () => {
    const race = situation({
      headKm: 100,
      jerseys: { general: '33', young: '12' },
      groups: [
        { kind: 'head', bibs: ['33', '12', '5'] },
        { ...peloton, onCamera: true },
      ],
    });
    const rows = groupsIn(ticker.of(race));
    expect(rows.map(({ isLit }) => isLit)).toEqual([false, true]);
    expect(rows.map(({ jerseys }) => jerseys.map(({ letter }) => letter))).toEqual([['G', 'Y'], []]);
  });

  it('gives the first group still on the road its gap when others have arrived', () => {
    const race = spread(2);
    const [first, ...others] = race.groups;
    const gap = { value: 61, atMs: race.atMs, origin: 'timed' } as const;
    expect(valuesIn(ticker.of({ ...race, groups: [{ ...first!, gap }, ...others] }))[0]).toBe(`+1'01"`);
  });

  it('has nothing to say without groups', () => {
    expect(ticker.whyNot(race())).toBe('no group on the road');
    expect(ticker.whyNot(race({ learning: { untilMs: 0 } }))).toBe('learning the race');
    const { health } = race();
    expect(ticker.whyNot(race({ health: { ...health, withoutLap: 6 } }))).toMatch(/^the lap is not known/);
  });
});

describe('a trend', () => {
  const trendOf = (trendSPerMin: number | null, told = {}) =>
    groupsIn(ticker.of(road(head, { ...peloton, trendSPerMin }), told))[1]!.trend;

  it('is an arrow, down where the gap closes, and nothing where it is noise', () => {
    expect([-12, 8.4, 2.9, null].map((trend) => trendOf(trend))).toEqual([
      { way: 'down', tone: 'gain' },
      { way: 'up', tone: 'loss' },
      null,
      null,
    ]);
  });

  it('is said while the news is fresh, and where the operator wants it', () => {
    expect(trendOf(-12, { news: 'ageing' })).toBeNull();
    expect(trendOf(-12, { news: 'old' })).toBeNull();
    expect(trendOf(-12, { params: { trend: false } })).toBeNull();
  });

  it('is none of the head of the race', () => {
    expect(groupsIn(ticker.of(road({ ...head, trendSPerMin: 30 }, peloton)))[0]!.trend).toBeNull();
  });
});

describe('a gap', () => {
  const unsure = road(
    head,
    { kind: 'chasers', bibs: 9, gapS: 100, estimated: true },
    { ...peloton, gapS: 160 },
    { kind: 'gruppetto', bibs: 20, gapS: Number.NaN },
  );

  it('is marked where it is estimated, and a dash where nobody knows it', () => {
    expect(valuesIn(ticker.of(unsure))).toEqual(['Leading', `~1'40"`, `+2'40"`, '–']);
  });

  it('is an estimate where the news is old, not before', () => {
    expect(valuesIn(ticker.of(unsure, { news: 'ageing' }))[2]).toBe(`+2'40"`);
    expect(valuesIn(ticker.of(unsure, { news: 'old' }))).toEqual(['Leading', `~1'40"`, `~2'40"`, '–']);
  });
});

describe('a group is called', () => {
  const called = (group: GroupInBrief, general: readonly string[] = []) => {
    const race = road({ ...head, bibs: ['71', '72', '73', '74', '75'] }, { gapS: 30, ...group });
    const sheet = { ...race.sheet, general: general.map((bib, i) => ({ bib, behindS: i })) };
    return groupsIn(ticker.of({ ...race, sheet }))[1]!.names;
  };

  it('by the names of a solo and of a duo', () => {
    expect(called({ kind: 'chasers', bibs: ['33'] })).toEqual(['T. KRIŽNAR', 'KRIŽNAR']);
    expect(called({ kind: 'chasers', bibs: ['24', '33'] })).toEqual(['M. DVOŘÁČEK, T. KRIŽNAR', 'DVOŘÁČEK, KRIŽNAR']);
  });

  it('by the first of three or four: as classified this morning, then by bib', () => {
    expect(called({ kind: 'chasers', bibs: ['33', '24', '5'] })).toEqual(['S. QUINTERO +2', 'QUINTERO +2']);
    expect(called({ kind: 'jersey', bibs: ['33', '24', '5', '61'] }, ['12', '24'])).toEqual([
      'M. DVOŘÁČEK +3',
      'DVOŘÁČEK +3',
    ]);
  });

  it('by what it is where they are more, and where it is the peloton', () => {
    expect(called({ kind: 'chasers', bibs: 5 })).toEqual(['Chasers', 'Chase']);
    expect(called({ kind: 'peloton', bibs: ['33', '24'] })).toEqual(['Peloton']);
  });

  it('by what it is where one of few is on no start list', () => {
    expect(called({ kind: 'chasers', bibs: ['33', '999'] })).toEqual(['Chasers', 'Chase']);
  });

  it('as the operator calls it', () => {
    expect(called({ kind: 'chasers', bibs: ['33'], name: 'Križnar group' })).toEqual(['Križnar group']);
  });
});

describe('a group unfolds', () => {
  const three = road({ kind: 'head', bibs: ['33', '12'] }, { kind: 'chasers', bibs: 7, gapS: 30 }, peloton);
  const kinds = (step: number, told = {}) => ticker.of(three, { step, ...told }).rows.map(({ kind }) => kind);

  it('one after the other, and the last one stays', () => {
    expect(kinds(0)).toEqual(['group', 'group', 'group']);
    expect(kinds(1)).toEqual(['group', 'rider', 'rider', 'group', 'group']);
    expect(kinds(2)).toEqual(['group', 'group', 'rider', 'rider', 'rider', 'rider', 'more', 'group']);
    const last = ['group', 'group', 'group', 'rider', 'rider', 'rider', 'rider', 'more'];
    expect([3, 4, 5].map((step) => kinds(step))).toEqual([last, last, last]);
  });

  it('into names without places or gaps, and says how many more ride in it', () => {
    const jerseys = { points: '12' } as const;
    const race = situation({ headKm: 100, jerseys, groups: [{ kind: 'head', bibs: ['12', '33'] }, peloton] });
    const riders = ticker.of(race, { step: 1 }).rows.filter(({ kind }) => kind === 'rider');
    expect(riders).toMatchObject([
      {
        place: '',
        names: ['Í. ECHEVERRÍA LANDA', 'ECHEVERRÍA LANDA', 'ECHEVERRÍA L.'],
        nation: 'ESP',
        value: { text: '' },
      },
      { place: '', names: ['T. KRIŽNAR', 'KRIŽNAR'], nation: 'SLO', jerseys: [], value: { text: '' } },
    ]);
    expect(riders[0]).toMatchObject({ jerseys: [{ letter: 'P' }] });
    expect(namesIn(ticker.of(race, { step: 2 })).at(-1)).toEqual(['+ 88 riders', '+ 88']);
  });

  it('to as many rows as there is room for, whatever else is on air', () => {
    const theme = shippedTheme(null);
    const most = road(...Array.from({ length: 7 }, (): GroupInBrief => ({ kind: 'dropped', bibs: 6, gapS: 9 })));
    const { rows } = ticker.of(most, { step: 1 });
    // Five groups, and the line of those left out.
    expect(rows).toHaveLength(6 + 5);
    expect(layOut(theme, rows).at(-1)! + theme.size.module).toBeLessThanOrEqual(zoneOf(theme, 'stack').height);
    expect(ticker.of(most, { step: 1, beside: ['strap', 'card'] }).rows).toEqual(rows);
  });

  it('and gives who is on no start list his bib', () => {
    const race = road({ kind: 'head', bibs: ['999', '33'] }, peloton);
    expect(namesIn(ticker.of(race, { step: 1 })).slice(1, 3)).toEqual([['T. KRIŽNAR', 'KRIŽNAR'], ['999']]);
  });
});
