import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../src/show/complete.ts';
import { fold } from '../../src/show/fold.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { emptyShow, entries, type Show } from '../../src/show/show.ts';
import { nothingCounted, type PageCounts } from '../../src/show/steps.ts';

const base = { key: '1', glideHz: 0, hold: { outS: 60 } };
const tower: Manifest = {
  ...base,
  id: 'tower',
  title: 'Tower',
  layer: 'flash',
  steps: { pagesOf: 'riders', most: 8 },
  params: {
    rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 },
    weight: { type: 'number', label: 'Weight', default: 1, min: 0, max: 2, step: 0.25 },
    column: { type: 'choice', label: 'Column', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    title: { type: 'text', label: 'Title', default: 'Stage', maxLength: 12 },
    teams: { type: 'flag', label: 'Teams', default: true },
  },
};
const ticker: Manifest = { ...base, id: 'ticker', title: 'Ticker', layer: 'stack', steps: 1, params: {} };
const manifests = new Map([tower, ticker].map((manifest) => [manifest.id, manifest]));
const defaults = { rows: 10, weight: 1, column: 'gap', title: 'Stage', teams: true };

const asked = (input: unknown, show: Show = emptyShow, counts: PageCounts = nothingCounted) =>
  complete(input, { manifests, show, counts });
/** The command, or the sentence. */
const told = (input: unknown, show?: Show) => {
  const completed = asked(input, show);
  return completed.ok ? completed.value : completed.error;
};
const after = (...asks: unknown[]): Show =>
  asks.reduce<Show>((show, ask) => {
    const completed = asked(ask, show);
    if (!completed.ok) throw new Error(completed.error);
    return fold({ manifests, show, counts: nothingCounted }, completed.value);
  }, emptyShow);

describe('what is asked', () => {
  it('is completed from the manifest', () => {
    expect(told({ do: 'cue', overlay: 'tower' })).toEqual({
      do: 'cue',
      overlay: 'tower',
      layer: 'flash',
      params: defaults,
    });
    expect(told({ do: 'take-direct', overlay: 'tower', params: { rows: 7, teams: false } })).toEqual({
      do: 'take-direct',
      overlay: 'tower',
      layer: 'flash',
      params: { ...defaults, rows: 7, teams: false },
    });
    expect(told({ do: 'set', overlay: 'tower', params: { rows: 7 } })).toEqual({
      do: 'set',
      overlay: 'tower',
      params: { rows: 7 },
    });
    for (const alone of ['take', 'clear', 'panic', 'release'] as const)
      expect(told({ do: alone })).toEqual({ do: alone });
    for (const one of ['uncue', 'out'] as const)
      expect(told({ do: one, overlay: 'ticker' })).toEqual({ do: one, overlay: 'ticker' });
  });

  it('is not believed about layer and steps', () => {
    const lies = { layer: 'sheet', steps: 9999, step: 5 };
    expect(told({ do: 'cue', overlay: 'ticker', ...lies })).toEqual({
      do: 'cue',
      overlay: 'ticker',
      layer: 'stack',
      params: {},
    });
    expect(told({ do: 'next', overlay: 'ticker', ...lies })).toEqual({ do: 'next', overlay: 'ticker', steps: 1 });
  });

  it('is refused in one sentence', () => {
    const all =
      'cue, take-direct, set, uncue, next, previous, out, hold, loss, claim, claim-over, free, take, update, clear, panic, release, undo, redo, freeze, thaw, replay, live, delay';
    const notOne = 'This is no command: send {"do": "take"}, or {"do": "cue", "overlay": …, "params": {…}}.';
    const wrong: [unknown, string][] = [
      [null, notOne],
      ['take', notOne],
      [[{ do: 'take' }], notOne],
      [{}, `Say what to do: one of ${all}.`],
      [{ do: 'explode' }, `There is no command "explode"; there are ${all}.`],
      [{ do: 'constructor' }, `There is no command "constructor"; there are ${all}.`],
      [{ do: { do: 'take' } }, `There is no command an object; there are ${all}.`],
      [{ do: 'cue' }, 'Say which overlay: one of tower, ticker.'],
      [{ do: 'cue', overlay: 'moon' }, 'There is no overlay "moon"; there are tower, ticker.'],
      [{ do: 'cue', overlay: '__proto__' }, 'There is no overlay "__proto__"; there are tower, ticker.'],
      [{ do: 'cue', overlay: 7 }, 'There is no overlay 7; there are tower, ticker.'],
      [{ do: 'out', overlay: 'x'.repeat(9000) }, `There is no overlay "${'x'.repeat(40)}…"; there are tower, ticker.`],
      [
        { do: 'take', overlay: 'tower' },
        '"take" puts on air all that is cued and names no overlay; "take-direct" is for one.',
      ],
      [
        { do: 'out', overlay: 'tower', params: { rows: 6 } },
        '"out" takes no parameters; "set" changes those of tower.',
      ],
      [{ do: 'set', overlay: 'tower', params: [1] }, 'The parameters of tower are no list of names and values.'],
    ];
    for (const [input, sentence] of wrong) expect(told(input), JSON.stringify(input)).toBe(sentence);
  });

  it('may name only the parameters that there are, with values that fit', () => {
    const has = 'it has rows, weight, column, title, teams.';
    const wrong: [string, string][] = [
      ['{"size":3}', `tower has no "size"; ${has}`],
      ['{"__proto__":{"rows":6}}', `tower has no "__proto__"; ${has}`],
      ['{"constructor":1}', `tower has no "constructor"; ${has}`],
      ['{"rows":7,"toString":1}', `tower has no "toString"; ${has}`],
      ['{"rows":7.5}', '7.5 does not fit rows of tower: it wants a whole number from 5 to 18.'],
      ['{"rows":19}', '19 does not fit rows of tower: it wants a whole number from 5 to 18.'],
      ['{"rows":"7"}', '"7" does not fit rows of tower: it wants a whole number from 5 to 18.'],
      ['{"rows":null}', 'null does not fit rows of tower: it wants a whole number from 5 to 18.'],
      ['{"weight":0.3}', '0.3 does not fit weight of tower: it wants a number from 0 to 2 in steps of 0.25.'],
      ['{"column":"toString"}', '"toString" does not fit column of tower: it wants one of gap, interval.'],
      ['{"title":"thirteen long"}', '"thirteen long" does not fit title of tower: it wants at most 12 letters.'],
      ['{"teams":1}', '1 does not fit teams of tower: it wants true or false.'],
      ['{"teams":{"a":[]}}', 'an object does not fit teams of tower: it wants true or false.'],
    ];
    for (const [params, sentence] of wrong)
      for (const ask of ['cue', 'take-direct', 'set'])
        expect(told(JSON.parse(`{"do":"${ask}","overlay":"tower","params":${params}}`)), params).toBe(sentence);
    expect(told({ do: 'cue', overlay: 'ticker', params: { a: 1 } })).toBe('ticker has no "a"; it has no parameters.');
    expect(asked({ do: 'set', overlay: 'tower', params: { weight: 0.75 } }).ok).toBe(true);
  });

  it('is never of a tag: that comes and goes with its replay, which a panic refuses', () => {
    const tag: Manifest = { ...ticker, id: 'tag', layer: 'tag', replay: 'tag' };
    const situation = { manifests: new Map([[tag.id, tag]]), show: emptyShow, counts: nothingCounted };
    for (const what of ['cue', 'take-direct', 'set', 'out'])
      expect(complete({ do: what, overlay: 'tag' }, situation)).toEqual({
        ok: false,
        error: 'tag comes and goes with a replay: ask "replay", then "live".',
      });
    expect(complete({ do: 'cue', overlay: 'moon' }, situation)).toMatchObject({ ok: false });
    expect(complete({ do: 'replay' }, situation)).toEqual({ ok: true, value: { do: 'replay' } });
    const latched = { ...situation, show: { ...emptyShow, latched: true } };
    expect(complete({ do: 'replay' }, latched)).toMatchObject({ error: expect.stringContaining('release it first') });
    expect(complete({ do: 'live' }, latched).ok).toBe(true);
  });

  it('never throws, and what is let in fits, whatever comes', () => {
    const word = fc.oneof(
      fc.constantFrom('do', 'overlay', 'params', 'tower', 'ticker', 'cue', 'set', 'next', 'rows', '__proto__'),
      fc.string(),
    );
    const anyAsk = fc.oneof(
      fc.anything({ key: word, withNullPrototype: true, withBigInt: true }),
      fc.record(
        {
          do: fc.constantFrom('cue', 'take-direct', 'set', 'next', 'previous', 'out', 'take'),
          overlay: fc.oneof(fc.constant('tower'), word),
          params: fc.dictionary(word, fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double(), word)),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(anyAsk, (input) => {
        const completed = asked(input);
        if (!completed.ok) {
          expect(completed.error).toMatch(/^.{10,400}\.$/su);
          return;
        }
        const show = fold({ manifests, show: emptyShow, counts: nothingCounted }, completed.value);
        for (const [layer, item] of [...entries(show.program), ...entries(show.preview)]) {
          expect(manifests.get(item.overlay)?.layer).toBe(layer);
          expect(Object.keys(item.params).every((name) => Object.hasOwn(defaults, name))).toBe(true);
        }
      }),
    );
  });
});

describe('after a panic', () => {
  const panicked = after({ do: 'cue', overlay: 'tower' }, { do: 'panic' });
  const clean = 'The picture is kept clean after a panic: release it first.';

  it('nothing is taken until the release, and the next word may be cued', () => {
    expect(told({ do: 'take' }, panicked)).toBe(clean);
    expect(told({ do: 'take-direct', overlay: 'ticker' }, panicked)).toBe(clean);
    expect(asked({ do: 'cue', overlay: 'ticker' }, panicked).ok).toBe(true);
    expect(asked({ do: 'panic' }, panicked).ok).toBe(true);
    const released = fold({ manifests, show: panicked, counts: nothingCounted }, { do: 'release' });
    expect(asked({ do: 'take' }, released)).toEqual({ ok: true, value: { do: 'take' } });
  });

  it('a panic is let in with anything beside it', () => {
    for (const beside of [{ overlay: 'moon' }, { params: 7 }, { params: { a: 1 } }, { junk: [] }])
      for (const ask of ['panic', 'clear', 'release'])
        expect(asked({ do: ask, ...beside })).toEqual({ ok: true, value: { do: ask } });
  });
});

describe('steps that come from data', () => {
  const taken = after({ do: 'take-direct', overlay: 'tower' });
  const walk = (show: Show, counts: PageCounts, ...asks: unknown[]): Show =>
    asks.reduce<Show>((held, ask) => {
      const completed = complete(ask, { manifests, show: held, counts });
      if (!completed.ok) throw new Error(completed.error);
      return fold({ manifests, show: held, counts }, completed.value);
    }, show);
  const next = { do: 'next', overlay: 'tower' };
  const stepOf = (show: Show) => show.program.flash?.step;

  /** So many pages with the rows that there are by default. */
  const paged = (count: number): PageCounts => ({ riders: ({ rows }) => Math.ceil((count * 10) / Number(rows)) });

  it('are as many as there are pages of them', () => {
    expect(stepOf(walk(taken, paged(2), next, next, next))).toBe(1);
    expect(stepOf(walk(taken, paged(1), next, next))).toBe(0);
    expect(stepOf(walk(taken, paged(18), ...Array.from({ length: 30 }, () => next)))).toBe(17);
  });

  it('are at most so many while nobody knows, and stay then', () => {
    const last = walk(taken, nothingCounted, ...Array.from({ length: 30 }, () => next));
    expect(stepOf(last)).toBe(7);
    expect(stepOf(walk(walk(taken, paged(18), ...Array.from({ length: 12 }, () => next)), nothingCounted))).toBe(12);
  });

  it('shrink with what there is, and the graphic goes with them', () => {
    const third = walk(taken, paged(3), next, next);
    expect(stepOf(third)).toBe(2);
    expect(stepOf(walk(third, paged(3), { do: 'set', overlay: 'tower', params: { rows: 15 } }))).toBe(1);
    expect(stepOf(walk(third, paged(2), { do: 'cue', overlay: 'ticker' }))).toBe(1);
    expect(stepOf(walk(third, nothingCounted, { do: 'cue', overlay: 'ticker' }))).toBe(2);
  });
});
