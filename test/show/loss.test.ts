import { describe, expect, it } from 'vitest';
import { apply } from '../../src/show/apply.ts';
import { complete } from '../../src/show/complete.ts';
import { leavesAfterS } from '../../src/show/loss.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import { foldUndoable, neverChanged } from '../../src/show/undo.ts';

const base = { params: {}, steps: 1, glideHz: 0 } as const;
const ticker: Manifest = { ...base, id: 'ticker', title: 'Ticker', layer: 'stack', hold: { outS: 60 } };
const road: Manifest = { ...base, id: 'road', title: 'Road', layer: 'strip', hold: { outS: null } };
const tag: Manifest = { ...base, id: 'tag', title: 'Tag', layer: 'tag', hold: null, replay: 'tag' };
const manifests = new Map([ticker, road, tag].map((one) => [one.id, one]));
const situation = { manifests, show: emptyShow, counts: nothingCounted };
const loss = (overlay: string, outS?: number | null) =>
  ({ do: 'loss', overlay, ...(outS !== undefined && { outS }) }) as const;
const after = (...commands: ReturnType<typeof loss>[]): Show => commands.reduce<Show>(apply, emptyShow);

describe('when a graphic leaves for want of news', () => {
  it('is as its manifest says, until a hand says otherwise, and again once that is taken back', () => {
    const outs = ({ loss: said }: Show) => [ticker, road, tag].map((one) => leavesAfterS(one, said));
    expect(outs(emptyShow)).toEqual([60, Infinity, null]);
    expect(outs(after(loss('ticker', 120), loss('road', 45)))).toEqual([120, 45, null]);
    expect(outs(after(loss('ticker', null)))).toEqual([Infinity, Infinity, null]);
    expect(after(loss('ticker', 120), loss('road', null), loss('ticker')).loss).toEqual({ road: null });
  });

  it('is said of all pages and of what is not on air, and changes nothing else', () => {
    expect(after(loss('ticker', 120))).toEqual({ ...emptyShow, loss: { ticker: 120 } });
  });

  it('is the same show where it is said again, or taken back twice', () => {
    for (const word of [loss('ticker', 120), loss('ticker', null), loss('ticker')]) {
      const once = after(loss('road', 30), word);
      expect(apply(once, word)).toBe(once);
    }
  });

  it('is kept by an all-out, a panic and an undo, and is no change to be undone', () => {
    const take = { do: 'take-direct', overlay: 'ticker', layer: 'stack', params: {} } as const;
    const kept = [
      take,
      loss('ticker', 120),
      { do: 'undo' } as const,
      { do: 'clear' } as const,
      { do: 'panic' } as const,
    ]
      .map((command) => command)
      .reduce((held, command) => foldUndoable(held, command, situation), neverChanged(emptyShow));
    expect(kept.show).toMatchObject({ program: {}, loss: { ticker: 120 } });
    const said = foldUndoable(neverChanged(emptyShow), loss('ticker', 120), situation);
    expect(said.done).toBeNull();
  });

  it('is whole seconds within bounds, never, or left to the manifest; else it is refused in one sentence', () => {
    const told = (ask: object) => {
      const completed = complete({ do: 'loss', ...ask }, situation);
      return completed.ok ? completed.value : completed.error;
    };
    for (const outS of [10, 3600, null]) expect(told({ overlay: 'ticker', outS })).toEqual(loss('ticker', outS));
    expect(told({ overlay: 'ticker', layer: 'flash' })).toEqual(loss('ticker'));
    for (const [outS, said] of [
      [9, '9'],
      [3601, '3601'],
      [12.5, '12.5'],
      ['60', '"60"'],
    ] as const)
      expect(told({ overlay: 'ticker', outS })).toBe(
        `${said} is no time to stay without news: "outS" is a whole number of seconds from 10 to 3600, never, or left out.`,
      );
    expect(told({ overlay: 'moon' })).toBe('There is no overlay "moon"; there are ticker, road.');
    expect(told({ overlay: 'tag', outS: 60 })).toMatch(/comes and goes with a replay/);
  });
});
