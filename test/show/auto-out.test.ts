import { expect, it } from 'vitest';
import { autoOutAfter, deadlinesShifted, nothingLeaves, overdue } from '../../src/show/auto-out.ts';
import type { Command } from '../../src/show/command.ts';
import { complete } from '../../src/show/complete.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { emptyShow } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import { foldUndoable, neverChanged } from '../../src/show/undo.ts';

const base = { glideHz: 0, hold: { outS: 60 }, steps: 1 } as const;
const strap: Manifest = {
  ...base,
  id: 'strap',
  title: 'Rider',
  layer: 'strap',
  params: { bib: { type: 'text', label: 'Bib', default: '1', maxLength: 5 } },
};
const tower: Manifest = { ...base, id: 'tower', title: 'Tower', layer: 'stack', params: {} };
const manifests = new Map([strap, tower].map((manifest) => [manifest.id, manifest]));
const judged = { manifests, counts: nothingCounted };

/** A command and its moment, in seconds. */
type Told = readonly [number, Command];

/** Folded as the desk does. */
const after = (...told: Told[]) =>
  told.reduce(
    ({ kept, autoOut }, [atS, command]) => {
      const next = foldUndoable(kept, command, judged);
      return { kept: next, autoOut: autoOutAfter(autoOut, command, kept.show, next.show, atS * 1000) };
    },
    { kept: neverChanged(emptyShow), autoOut: nothingLeaves },
  ).autoOut;
const direct = (bib: string, outS?: number): Command => ({
  do: 'take-direct',
  overlay: 'strap',
  layer: 'strap',
  params: { bib },
  ...(outS !== undefined && { outS }),
});
const cue = (bib: string, outS?: number): Command => ({ ...direct(bib, outS), do: 'cue' }) as Command;
const out: Command = { do: 'out', overlay: 'strap' };
const deadline = (...told: Told[]) => after(...told).running.strap?.atMs;

it('begins with the take, cued or direct', () => {
  expect(deadline([10, direct('1', 8)])).toBe(18_000);
  expect(deadline([2, cue('1', 8)])).toBeUndefined();
  expect(deadline([2, cue('1', 8)], [10, { do: 'take' }])).toBe(18_000);
});

it('is none where the item has none, and the newest take decides', () => {
  expect(deadline([1, direct('1', 8)], [2, direct('2')])).toBeUndefined();
  expect(deadline([1, direct('1', 8)], [2, cue('2', 4)], [3, { do: 'take' }])).toBe(7000);
  expect(deadline([2, cue('1', 8)], [3, cue('1')], [4, { do: 'take' }])).toBeUndefined();
});

it('goes on over a second take of the same, new values, and what happens to others', () => {
  const others: Told[] = [
    [2, direct('1', 8)],
    [3, { do: 'set', overlay: 'strap', params: { bib: '3' } }],
    [4, cue('4', 60)],
    [5, { do: 'update' }],
    [6, { do: 'take-direct', overlay: 'tower', layer: 'stack', params: {} }],
    [7, { do: 'undo' }],
  ];
  expect(deadline([1, direct('1', 8)], ...others)).toBe(9000);
});

it('ends with the graphic, and what undo or redo brings back stays', () => {
  expect(deadline([1, direct('1', 8)], [2, out])).toBeUndefined();
  expect(deadline([1, direct('1', 8)], [2, { do: 'clear' }], [3, { do: 'undo' }])).toBeUndefined();
  expect(deadline([1, direct('1', 8)], [2, { do: 'undo' }], [3, { do: 'redo' }])).toBeUndefined();
});

it('is held until the graphic is out', () => {
  expect(deadline([1, direct('1', 8)], [2, { do: 'hold', overlay: 'strap' }])).toBeUndefined();
  expect(deadline([1, direct('1', 8)], [2, { do: 'hold', overlay: 'strap' }], [3, out], [4, direct('1', 8)])).toBe(
    12_000,
  );
  expect(after([1, direct('1', 8)], [2, { do: 'hold', overlay: 'tower' }]).running.strap?.atMs).toBe(9000);
});

it('is over at its moment, the first one first, on whatever clock', () => {
  const both = after(
    [1, direct('1', 8)],
    [1, { do: 'take-direct', overlay: 'tower', layer: 'stack', params: {}, outS: 2 }],
  );
  expect(Object.keys(both.running)).toEqual(['strap', 'tower']);
  expect([overdue(both, 2999), overdue(both, 3000), overdue(both, 9000)]).toEqual([[], ['tower'], ['tower', 'strap']]);
  expect(overdue(deadlinesShifted(both, -1000), 2000)).toEqual(['tower']);
});

it('is asked for in whole seconds', () => {
  const asked = (outS: unknown) => complete({ do: 'cue', overlay: 'tower', outS }, { ...judged, show: emptyShow });
  expect(asked(8)).toMatchObject({ ok: true, value: { outS: 8 } });
  for (const wrong of [0, 2.5, 3601, '8', null])
    expect(asked(wrong)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/whole number of seconds from 1 to/),
    });
});

it('runs on during a replay: what would have left meanwhile does not come back', () => {
  expect(deadline([1, direct('1', 8)], [2, { do: 'replay' }])).toBe(9000);
  expect(deadline([1, direct('1', 8)], [2, { do: 'replay' }], [3, { do: 'live' }])).toBe(9000);
});
