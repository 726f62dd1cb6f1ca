import { describe, expect, it } from 'vitest';
import { type AirNow, createAsRun, type PastAir } from '../../../src/desk/as-run/as-run.ts';
import { type Takers, takersAfter } from '../../../src/desk/as-run/takers.ts';
import type { AirPage } from '../../../src/desk/register/air-page.ts';
import type { Overrides } from '../../../src/race/overrides/override.ts';
import { apply } from '../../../src/show/apply.ts';
import type { Manifest } from '../../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import type { Aired } from '../../../src/wire/crew/aired.ts';
import { race, START_MS } from '../../support/race.ts';

const gaps = { do: 'take-direct', overlay: 'gap-ticker', layer: 'stack', params: { groups: 3 } } as const;
const tag: Manifest = {
  ...{ id: 'replay-tag', title: 'Replay', layer: 'tag', replay: 'tag' },
  ...{ params: {}, steps: 1, glideHz: 0, hold: { outS: 60 } },
};
const show: Show = apply(emptyShow, gaps);
/** So many pages that draw it, without a word of its values: what is wished, they mean. */
const drawn = (on: number, overlay = 'gap-ticker'): AirPage[] =>
  Array.from({ length: 2 }, (_, i) => ({
    ...{ page: `page ${i}`, output: i === 0 ? 'main' : 'ott' },
    lives: i < on ? [{ overlay, layer: 'stack', life: 'on', why: null }] : [],
    lostAtMs: null,
  }));
const nobody: readonly AirPage[] = [];
const seen = (over: Partial<AirNow> = {}): AirNow => ({ ...{ air: drawn(1), show, race: race() }, ...over });

function begun(past: PastAir = { rows: [], spoken: [] }) {
  const clock = { ms: 1000 };
  const tape: Aired[] = [];
  const asRun = createAsRun({
    past,
    recorder: { aired: (row) => tape.push(row), spoken: () => {} },
    manifests: [tag],
    now: () => clock.ms,
  });
  const at = (ms: number, { takers, ...over }: Partial<AirNow> & { takers?: Takers } = {}) => {
    clock.ms = ms;
    asRun.taken(over.show ?? show, takers ?? { 'gap-ticker': 'control 1' });
    asRun.look(seen(over));
  };
  return { asRun, tape, at };
}

describe('what was on air', () => {
  it('is what pages drew, from when to when, with its values and who took it', () => {
    const { asRun, at } = begun();
    at(1000, { air: drawn(0) });
    expect(asRun.rows()).toEqual([]);
    at(2000);
    at(3000, { air: drawn(2) });
    at(9000, { air: drawn(0) });
    expect(asRun.rows()).toEqual([
      {
        ...{ n: 1, overlay: 'gap-ticker', params: { groups: 3 }, step: 1, takenBy: 'control 1', pages: 2, byHand: [] },
        outputs: ['main', 'ott'],
        ...{ words: null, still: null },
        ...{ fromAt: 2000, fromRaceMs: START_MS, toAt: 9000, toRaceMs: START_MS },
      },
    ]);
    at(10_000);
    expect(asRun.rows().map(({ n, toAt }) => [n, toAt])).toEqual([
      [1, 9000],
      [2, null],
    ]);
  });

  it('is another row with other values, or another step, of whoever brought them', () => {
    const { asRun, at } = begun();
    at(2000);
    const five = apply(show, { do: 'set', overlay: 'gap-ticker', params: { groups: 5 } });
    at(3000, { show: five, takers: { 'gap-ticker': 'control 2' } });
    const next = apply(five, { do: 'next', overlay: 'gap-ticker', steps: 2 });
    at(4000, { show: next, takers: { 'gap-ticker': 'control 2' } });
    at(5000, { show: emptyShow });
    at(6000, { show: emptyShow, air: drawn(0) });
    const told = asRun.rows().map((row) => [row.params.groups, row.step, row.takenBy, row.fromAt, row.toAt]);
    expect(told).toEqual([
      [3, 1, 'control 1', 2000, 3000],
      [5, 1, 'control 2', 3000, 4000],
      [5, 2, 'control 2', 4000, 6000],
    ]);
  });

  it('is another row of who takes again what is still drawn and was wished no more, without values too', () => {
    const { asRun, at } = begun();
    const climb = apply(emptyShow, { do: 'take-direct', overlay: 'climb-card', layer: 'card', params: {} });
    at(2000, { show: emptyShow, takers: {}, air: drawn(1, 'climb-card') });
    at(3000, { show: climb, takers: { 'climb-card': 'control 2' }, air: drawn(1, 'climb-card') });
    expect(asRun.rows()).toMatchObject([
      { step: 0, takenBy: '', fromAt: 2000, toAt: 3000 },
      { step: 1, takenBy: 'control 2', fromAt: 3000, toAt: null },
    ]);
  });

  it('says what hands said meanwhile, and who', () => {
    const { asRun, at } = begun();
    const by = { instead: null, atMs: 0, until: 'stage' } as const;
    const name: Overrides = [{ path: 'rider/31/family', value: 'Šafránek', author: 'control 2', ...by }];
    at(2000);
    at(3000, { race: race({ overrides: name }) });
    at(4000, { race: race() });
    const slate = [{ id: 'a', bibs: ['1', '2'], gap: null, km: null, atMs: 0, until: null, author: 'http 10.0.0.7' }];
    at(5000, { race: race({ slate }) });
    at(6000, { air: drawn(0), race: race({ slate, overrides: [{ ...name[0]!, value: 'too late' }] }) });
    expect(asRun.rows()[0]!.byHand).toEqual(['31 family Šafránek (control 2)', 'slate 2: 1 2 (http 10.0.0.7)']);
  });

  it('keeps of many words the newest forty', () => {
    const { asRun, at } = begun();
    const said = (i: number) => ({ path: 'rider/1/family', value: `N${i}`, author: '', instead: null }) as const;
    for (let i = 0; i < 60; i += 1)
      at(2000 + i, { race: race({ overrides: [{ ...said(i), atMs: 0, until: 'stage' }] }) });
    const { byHand } = asRun.rows()[0]!;
    expect([byHand.length, byHand[0], byHand.at(-1)]).toEqual([40, '1 family N20', '1 family N59']);
  });

  it('goes on while the desk has lost its pages, and ends where they were lost when they stay away', () => {
    const { asRun, at } = begun();
    at(2000);
    at(5000, { air: nobody });
    at(50_000, { air: nobody });
    expect(asRun.rows()).toMatchObject([{ toAt: null }]);
    at(51_000);
    at(60_000, { air: nobody });
    at(120_001, { air: nobody });
    expect(asRun.rows()).toMatchObject([{ fromAt: 2000, toAt: 60_000 }]);
  });

  it('is on the tape with each change, and a desk that is taken up again goes on with it', () => {
    const first = begun();
    first.at(2000);
    first.at(3000, { air: drawn(2) });
    expect(first.tape.map(({ pages }) => pages)).toEqual([1, 2]);
    const again = begun({ rows: first.asRun.rows(), spoken: [] });
    again.at(10_000, { air: nobody });
    again.at(11_000, { air: drawn(1) });
    again.at(12_000, { air: drawn(0) });
    expect(again.asRun.rows()).toMatchObject([{ n: 1, fromAt: 2000, toAt: 12_000 }]);
    again.at(13_000, { air: drawn(1, 'status-bar'), takers: {} });
    expect(again.asRun.rows()).toMatchObject([{ n: 1 }, { n: 2, overlay: 'status-bar', takenBy: '', step: 0 }]);
  });
});

describe('who took what is on air', () => {
  it('is who brought it, or gave it other values; what stays is his who had it', () => {
    const taken = takersAfter({}, emptyShow, show, 'control 1');
    expect(taken).toEqual({ 'gap-ticker': 'control 1' });
    const two = apply(show, { do: 'take-direct', overlay: 'climb-card', layer: 'card', params: {} });
    expect(takersAfter(taken, show, two, 'control 2')).toEqual({
      'gap-ticker': 'control 1',
      'climb-card': 'control 2',
    });
    const set = apply(show, { do: 'set', overlay: 'gap-ticker', params: { groups: 5 } });
    expect(takersAfter(taken, show, set, 'http 10.0.0.7')).toEqual({ 'gap-ticker': 'http 10.0.0.7' });
    expect(takersAfter(taken, show, show, 'x')).toBe(taken);
    expect(takersAfter(taken, show, apply(show, { do: 'clear' }), 'x')).toEqual({});
  });

  it('is of the tag of a replay who began that, whatever others do meanwhile', () => {
    const replay = apply(show, { do: 'replay' });
    const taken = takersAfter({ 'gap-ticker': 'control 1' }, show, replay, 'control 2', [tag]);
    expect(taken).toEqual({ 'gap-ticker': 'control 1', 'replay-tag': 'control 2' });
    const less = apply(replay, { do: 'out', overlay: 'gap-ticker' });
    expect(takersAfter(taken, replay, less, 'x', [tag])).toEqual({ 'replay-tag': 'control 2' });
    const { asRun, at } = begun();
    at(2000, { show: replay, takers: taken, air: drawn(1, 'replay-tag') });
    at(3000, { show: less, takers: taken, air: drawn(2, 'replay-tag') });
    expect(asRun.rows()).toMatchObject([{ n: 1, overlay: 'replay-tag', step: 1, takenBy: 'control 2', pages: 2 }]);
    expect(takersAfter(taken, less, apply(less, { do: 'live' }), 'x', [tag])).toEqual({});
  });
});
