import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/show/apply.ts';
import type { Command } from '../../src/show/command.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { createDrawn, drawnOf, hiddenOf, wishedOf } from '../../src/show/replay.ts';
import { emptyShow, entries, type Show } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import { foldUndoable, neverChanged } from '../../src/show/undo.ts';
import { excludes } from '../../src/show/zones.ts';
import { command, home, show } from './arbitrary.ts';

const base = { params: {}, steps: 1, glideHz: 0, hold: { outS: 60 } } as const;
const ticker: Manifest = { ...base, id: 'ticker', title: 'Gaps', layer: 'stack' };
const strap: Manifest = { ...base, id: 'strap', title: 'Rider', layer: 'strap', replay: 'stays' };
const poster: Manifest = { ...base, id: 'poster', title: 'Poster', layer: 'sheet', replay: 'stays' };
const tag: Manifest = { ...base, id: 'tag', title: 'Replay', layer: 'tag', replay: 'tag' };
const manifests = [ticker, strap, poster, tag];

const direct = ({ id, layer }: Manifest): Command => ({ do: 'take-direct', overlay: id, layer, params: {} });
const replay: Command = { do: 'replay' };
const live: Command = { do: 'live' };
const after = (...commands: Command[]): Show => commands.reduce(apply, emptyShow);
const drawn = (...commands: Command[]) =>
  Object.values(drawnOf(after(...commands), manifests)).map(({ overlay }) => overlay);

describe('a replay', () => {
  it('changes nothing of what was taken and cued, and twice is once', () => {
    const taken = after(direct(ticker), { do: 'cue', overlay: 'strap', layer: 'strap', params: {} });
    const replayed = apply(taken, replay);
    expect(replayed).toEqual({ ...taken, replay: true });
    expect([replayed.program, replayed.preview]).toEqual([taken.program, taken.preview]);
    expect(apply(replayed, replay)).toBe(replayed);
    expect(apply(replayed, live)).toEqual(taken);
    expect(apply(taken, live)).toBe(taken);
  });

  it('goes on over an all-out, and ends with a panic; no other begins before its release', () => {
    const replayed = after(direct(ticker), replay);
    expect(apply(replayed, { do: 'clear' })).toMatchObject({ program: {}, replay: true });
    const panicked = apply(replayed, { do: 'panic' });
    expect(panicked).toMatchObject({ program: {}, cut: true, replay: false });
    expect(apply(panicked, replay)).toBe(panicked);
    const again = apply(apply(panicked, { do: 'release' }), replay);
    expect(again).toMatchObject({ replay: true, cut: false });
  });

  it('is no change that undo takes back, and is left alone by it', () => {
    const situation = { manifests: new Map(manifests.map((one) => [one.id, one])), counts: nothingCounted };
    const folded = [direct(ticker), direct(strap), replay].reduce(
      (kept, its) => foldUndoable(kept, its, situation),
      neverChanged(emptyShow),
    );
    expect(folded.done?.by).toEqual(direct(strap));
    const { show } = foldUndoable(folded, { do: 'undo' }, situation);
    expect([Object.keys(show.program), show.replay]).toEqual([['stack'], true]);
  });
});

describe('what is drawn', () => {
  it('is what was taken, and during a replay its tag with what may stay', () => {
    expect(drawn(direct(ticker), direct(strap))).toEqual(['ticker', 'strap']);
    expect(drawn(direct(ticker), direct(strap), replay)).toEqual(['strap', 'tag']);
    expect(drawn(replay)).toEqual(['tag']);
    expect(drawn(direct(ticker), direct(strap), replay, live)).toEqual(['ticker', 'strap']);
  });

  it('is, when the replay ends, what was wished meanwhile', () => {
    expect(drawn(direct(ticker), replay, { do: 'out', overlay: 'ticker' }, direct(strap), live)).toEqual(['strap']);
  });

  it('has nothing in a zone that the tag excludes, nor what nobody knows', () => {
    expect(drawn(direct(poster), replay)).toEqual(['tag']);
    expect(drawn(direct({ ...ticker, id: 'unknown' }), replay)).toEqual(['tag']);
  });

  it('is asked for, or the tag: and what is asked for and not drawn is hidden', () => {
    const replayed = after(direct(ticker), direct(strap), replay);
    expect(Object.values(wishedOf(replayed, manifests)).map(({ overlay }) => overlay)).toEqual([
      'ticker',
      'strap',
      'tag',
    ]);
    expect(hiddenOf(replayed, manifests)).toEqual(['ticker']);
    expect(hiddenOf(apply(replayed, live), manifests)).toEqual([]);
  });

  it('is the same object until the wish is another one', () => {
    const drawn = createDrawn(manifests);
    const replayed = after(direct(ticker), replay);
    const items = drawn(replayed);
    expect(drawn({ program: replayed.program, replay: true })).toBe(items);
    expect(drawn(apply(replayed, direct(strap)))).not.toBe(items);
    const { program } = apply(replayed, live);
    expect(drawn({ program, replay: false })).toBe(program);
  });

  it('never has two graphics in zones that exclude each other, whatever was done', () => {
    const any = Object.entries(home).map(
      ([id, layer]): Manifest => ({ ...base, id, title: id, layer, replay: 'stays' }),
    );
    fc.assert(
      fc.property(show, command, (before, its) => {
        for (const one of [before, apply(before, its)])
          for (const [a] of entries(drawnOf(one, [...any, tag])))
            for (const [b] of entries(drawnOf(one, [...any, tag])))
              if (a !== b) expect(excludes(a, b), `${a} ${b}`).toBe(false);
      }),
    );
  });
});
