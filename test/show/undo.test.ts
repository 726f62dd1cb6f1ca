import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/show/command.ts';
import { emptyShow, type Items } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import { foldUndoable, neverChanged, type Undoable } from '../../src/show/undo.ts';
import { command } from './arbitrary.ts';

const judged = { manifests: new Map(), counts: nothingCounted };
const fold = (before: Undoable, its: Command) => foldUndoable(before, its, judged);
const after = (...commands: Command[]) => commands.reduce(fold, neverChanged(emptyShow));
const undo: Command = { do: 'undo' };
const redo: Command = { do: 'redo' };
const release: Command = { do: 'release' };
const direct = (overlay: string, params = {}): Command => ({ do: 'take-direct', overlay, layer: 'flash', params });
const onAir = ({ show }: Undoable) => Object.values(show.program).map(({ overlay }) => overlay);

describe('undo', () => {
  it('brings back what was on air before an accidental all-out', () => {
    const cleared = after(direct('tower'), { do: 'clear' });
    expect(onAir(cleared)).toEqual([]);
    expect(onAir(fold(cleared, undo))).toEqual(['tower']);
    expect(onAir(fold(fold(cleared, undo), redo))).toEqual([]);
  });

  it('takes back parameters, steps and who made way', () => {
    const start = after(direct('tower', { rows: 8 }));
    for (const its of [
      { do: 'set', overlay: 'tower', params: { rows: 9 } },
      { do: 'next', overlay: 'tower', steps: 3 },
      direct('results'),
      { do: 'out', overlay: 'tower' },
    ] as const)
      expect(fold(fold(start, its), undo).show.program, its.do).toEqual(start.show.program);
  });

  it('leaves what is cued', () => {
    const cue: Command = { do: 'cue', overlay: 'ticker', layer: 'stack', params: {} };
    expect(Object.keys(after(direct('tower'), cue, undo).show.preview)).toEqual(['stack']);
  });

  it('of a panic needs its release first', () => {
    const panicked = after(direct('tower'), { do: 'panic' });
    expect(fold(panicked, undo)).toBe(panicked);
    const back = fold(fold(panicked, release), undo);
    expect(onAir(back)).toEqual(['tower']);
    expect(back.show.cut).toBe(false);
  });

  it('is nothing where nothing was changed, and a cue is no change of what is on air', () => {
    const fresh = neverChanged(emptyShow);
    expect(fold(fresh, undo)).toBe(fresh);
    expect(fold(fresh, redo)).toBe(fresh);
    expect(after({ do: 'cue', overlay: 'tower', layer: 'flash', params: {} }).done).toBeNull();
  });

  it('comes again by redo until something else is done', () => {
    const other = after(direct('tower'), direct('results'), undo, { do: 'out', overlay: 'tower' });
    expect(other.undone).toBeNull();
    expect(fold(other, redo)).toBe(other);
  });

  it('says which change it would take back', () => {
    const { done, undone } = after(direct('tower'), { do: 'clear' }, undo);
    expect(done?.by).toEqual(direct('tower'));
    expect(undone?.by).toEqual({ do: 'clear' });
  });
});

describe('the law of undo', () => {
  it('all changes undone give what was before them, step by step; all redone what was after them', () => {
    const commands = fc.array(command, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(commands, (all) => {
        let state = neverChanged(emptyShow);
        const programs: Items[] = [state.show.program];
        for (const its of all) {
          state = fold(state, its);
          if (state.show.program !== programs.at(-1)) programs.push(state.show.program);
        }
        state = fold(state, release);
        const { preview } = state.show;
        const seen: Items[] = [state.show.program];
        while (state.done) {
          state = fold(state, undo);
          seen.push(state.show.program);
          expect(state.show.preview).toBe(preview);
        }
        expect(seen).toEqual(programs.toReversed());
        const again: Items[] = [state.show.program];
        while (state.undone) {
          state = fold(state, redo);
          again.push(state.show.program);
        }
        expect(again).toEqual(programs);
      }),
    );
  });

  it('ten thousand changes are undone one by one', () => {
    let state = neverChanged(emptyShow);
    for (let i = 0; i < 10_000; i += 1) state = fold(state, direct('tower', { rows: i }));
    for (let i = 0; i < 10_000; i += 1) state = fold(state, undo);
    expect(state.show).toEqual(emptyShow);
    expect(state.done).toBeNull();
  });
});

describe('update', () => {
  const cue = (overlay: string, params = {}): Command => ({ do: 'cue', overlay, layer: 'flash', params });

  it('gives what is on air the parameters with which it is cued, where it has walked to', () => {
    const next: Command = { do: 'next', overlay: 'tower', steps: 3 };
    const { show } = after(direct('tower', { rows: 8 }), next, cue('tower', { rows: 9 }), { do: 'update' });
    expect(show.program).toEqual({ flash: { overlay: 'tower', params: { rows: 9 }, step: 1 } });
    expect(show.preview).toEqual({});
  });

  it('leaves alone what is cued and not on air', () => {
    const before = after(direct('tower'), cue('results'));
    expect(fold(before, { do: 'update' })).toBe(before);
  });
});
