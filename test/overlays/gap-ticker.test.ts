import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/gap-ticker/manifest.ts';
import { select } from '../../overlays/gap-ticker/select.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { race } from '../support/race.ts';
import { seeing } from './seen.ts';

const ticker = seeing(manifest, select);
const spread = (count: number) =>
  situation({
    headKm: 100,
    groups: Array.from({ length: count }, (_, i) => ({ kind: i === 0 ? 'head' : 'dropped', bibs: 4, gapS: i * 60 })),
  });

describe('the ticker', () => {
  it('has the groups from head to back: name, size, gap, and the road still to go for the head', () => {
    const view = ticker.of(
      situation({
        headKm: 167.32,
        groups: [
          { kind: 'head', bibs: 4 },
          { kind: 'peloton', bibs: 92, gapS: 254 },
        ],
      }),
    );
    expect(view.groups.map(({ names, size, gap }) => [names[0], size, gap])).toEqual([
      ['Head of the race', '4', ''],
      ['Peloton', '92', `+4'14"`],
    ]);
    expect(view.groups[0]!.toGo).toEqual({ figure: '650', words: ['m to go', 'm'] });
    expect(view.groups[1]!.toGo).toBeNull();
  });

  it('says how many more groups there are', () => {
    expect(ticker.of(spread(5)).more).toEqual([]);
    expect(ticker.of(spread(6)).more).toEqual(['+1 group', '+1']);
    expect(ticker.of(spread(9), { edition: { language: 'nl' } }).more).toEqual(['+4 groepen', '+4']);
    expect(ticker.of(spread(9), { params: { groups: 2 } }).groups).toHaveLength(2);
  });

  it('counts the rest, wherever it lies, and shows no cell for it; one or two riders are none', () => {
    const broken = (bibs: number, pieces: number) => {
      const race = situation({
        headKm: 100,
        groups: [
          { kind: 'head', bibs: 4 },
          { kind: 'rest', bibs, gapS: 40 },
          { kind: 'peloton', bibs: 90, gapS: 254 },
        ],
      });
      return { ...race, groups: race.groups.map((one) => (one.kind === 'rest' ? { ...one, pieces } : one)) };
    };
    const view = ticker.of(broken(7, 3));
    expect(view.groups.map(({ kind }) => kind)).toEqual(['head', 'peloton']);
    expect(view.more).toEqual(['+3 groups', '+3']);
    expect(ticker.of(broken(2, 2)).more).toEqual([]);
  });

  it('says who closes and who loses, and nothing of what is noise', () => {
    const trends = [-12, 8.4, 2.9, null].map((trendSPerMin) => {
      const view = ticker.of(
        situation({
          headKm: 100,
          groups: [
            { kind: 'head', bibs: 1 },
            { kind: 'peloton', bibs: 20, gapS: 100, trendSPerMin },
          ],
        }),
      );
      return view.groups[1]!.trend;
    });
    expect(trends).toEqual([{ way: 'closing', text: '−12"' }, { way: 'opening', text: '+8"' }, null, null]);
  });

  it('marks what is estimated, and says a dash of what is not known', () => {
    const view = ticker.of(
      situation({
        headKm: 100,
        groups: [
          { kind: 'head', bibs: 1 },
          { kind: 'chasers', bibs: 2, gapS: 100, estimated: true },
          { kind: 'peloton', bibs: 20, gapS: Number.NaN },
        ],
      }),
    );
    expect(view.groups.map(({ gap }) => gap)).toEqual(['', `~1'40"`, '–']);
  });

  it('says in the neutral part that the race has not begun', () => {
    const neutral = situation({ headKm: -2, groups: [{ kind: 'peloton', bibs: 20 }], over: { phase: 'neutral' } });
    expect(ticker.of(neutral).groups[0]!.toGo).toEqual({ figure: '', words: ['Neutral start'] });
  });

  it('gives the first group still on the road its gap when others have arrived', () => {
    const race = spread(2);
    const [first, ...others] = race.groups;
    const gap = { value: 61, atMs: race.atMs, origin: 'timed' } as const;
    expect(ticker.of({ ...race, groups: [{ ...first!, gap }, ...others] }).groups[0]).toMatchObject({
      gap: `+1'01"`,
      toGo: null,
    });
  });

  it('has nothing to say without groups', () => {
    expect(ticker.whyNot(race())).toBe('no group on the road');
    expect(ticker.whyNot(race({ learning: { untilMs: 0 } }))).toBe('learning the race');
    const { health } = race();
    expect(ticker.whyNot(race({ health: { ...health, withoutLap: 6 } }))).toMatch(/^the lap is not known/);
  });
});
