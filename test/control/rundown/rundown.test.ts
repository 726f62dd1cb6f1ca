import { describe, expect, it } from 'vitest';
import { askOf, paramsOf, steppable, tileState } from '../../../src/control/rundown/rundown.ts';
import { apply } from '../../../src/show/apply.ts';
import type { Command } from '../../../src/show/command.ts';
import type { Manifest } from '../../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { manifests, results, ticker, tower } from '../manifests.ts';

const after = (...commands: Command[]): Show => commands.reduce(apply, emptyShow);
const direct = ({ id, layer }: Manifest, params = {}): Command => ({ do: 'take-direct', overlay: id, layer, params });
const cue = ({ id, layer }: Manifest, params = {}): Command => ({ do: 'cue', overlay: id, layer, params });

describe('the state of a tile', () => {
  it('is off, cued, taken, or both', () => {
    expect(tileState(emptyShow, tower)).toEqual({ taken: false, cued: false, step: null, displaces: [] });
    expect(tileState(after(cue(tower)), tower)).toMatchObject({ taken: false, cued: true });
    expect(tileState(after(direct(tower), cue(tower)), tower)).toMatchObject({ taken: true, cued: true, step: 0 });
  });

  it('names the graphics that would make way, in its zone and in those that overlap it', () => {
    expect(tileState(after(direct(tower)), results).displaces).toEqual(['position-tower']);
    expect(tileState(after(direct(tower)), ticker).displaces).toEqual([]);
    expect(tileState(after(direct(tower)), tower).displaces).toEqual([]);
    const everything: Manifest = { ...results, layer: 'sheet' };
    expect(tileState(after(direct(tower), direct(ticker)), everything).displaces).toEqual([
      'position-tower',
      'gap-ticker',
    ]);
  });
});

describe('the parameters of a form', () => {
  it('are those cued, else those on air, else as they were left, else the defaults', () => {
    const left = { rows: 5 };
    expect(paramsOf(emptyShow, tower, {}).rows).toBe(10);
    expect(paramsOf(emptyShow, tower, left).rows).toBe(5);
    expect(paramsOf(after(cue(tower, { rows: 6 })), tower, left).rows).toBe(6);
    expect(paramsOf(after(direct(tower, { rows: 7 }), cue(tower, { rows: 6 })), tower, left).rows).toBe(6);
    expect(paramsOf(after(direct(tower, { rows: 7 })), tower, left).rows).toBe(7);
  });

  it('are complete', () => {
    expect(paramsOf(after(cue(tower, { rows: 99 })), tower, {})).toEqual({
      rows: 10,
      column: 'gap',
      title: 'Stage',
      list: 'all',
      teams: true,
    });
  });
});

describe('the next step', () => {
  const steps = (manifest: Manifest): Manifest => ({ ...manifest, steps: 2 });

  it('is for a graphic on air that has steps', () => {
    expect(steppable(after(cue(results)), manifests, null)).toBeNull();
    expect(steppable(after(direct(ticker)), manifests, 'gap-ticker')).toBeNull();
    expect(steppable(after(direct(results)), manifests, null)).toBe(results);
  });

  it('is for the one touched last, else for the first key', () => {
    const both = [steps(ticker), results];
    const show = after(direct(ticker), direct(results));
    expect(steppable(show, both, 'results')).toBe(both[1]);
    expect(steppable(show, both, null)).toBe(both[0]);
  });
});

describe('the command of an intent', () => {
  const of = (intent: Parameters<typeof askOf>[0], show = emptyShow) =>
    askOf(intent, show, manifests, null, () => ({ rows: 8 }));

  it('cues and takes the graphic of the key, with its form', () => {
    const placed = { overlay: 'position-tower', params: { rows: 8 } };
    expect(of({ do: 'cue', hotkey: '1' })).toEqual({ do: 'cue', ...placed });
    expect(of({ do: 'direct', hotkey: '1' })).toEqual({ do: 'take-direct', ...placed });
    expect(of({ do: 'direct', hotkey: '1' }, after(cue(tower)))).toEqual({ do: 'take-direct', ...placed });
  });

  it('is the same for a button, which says the graphic itself', () => {
    expect(of({ do: 'direct', overlay: 'gap-ticker' })).toEqual(of({ do: 'direct', hotkey: '2' }));
    expect(of({ do: 'cue', overlay: 'unheard-of' })).toBeNull();
  });

  it('takes back what is cued', () => {
    expect(of({ do: 'cue', hotkey: '1' }, after(cue(tower)))).toEqual({ do: 'uncue', overlay: 'position-tower' });
  });

  it('takes out what is on air', () => {
    expect(of({ do: 'direct', hotkey: '1' }, after(direct(tower)))).toEqual({ do: 'out', overlay: 'position-tower' });
  });

  it('is none for a key without a graphic, a step that nobody has, and the help', () => {
    expect(of({ do: 'cue', hotkey: '9' })).toBeNull();
    expect(of({ do: 'direct', hotkey: '9' })).toBeNull();
    expect(of({ do: 'next' })).toBeNull();
    expect(of({ do: 'help' })).toBeNull();
  });

  it('asks for the next step of the graphic that has steps', () => {
    expect(of({ do: 'next' }, after(direct(results)))).toEqual({ do: 'next', overlay: 'results' });
    expect(of({ do: 'previous' }, after(direct(results)))).toEqual({ do: 'previous', overlay: 'results' });
  });

  it('passes on take, all out and panic', () => {
    expect((['take', 'clear', 'panic'] as const).map((what) => of({ do: what }))).toEqual([
      { do: 'take' },
      { do: 'clear' },
      { do: 'panic' },
    ]);
  });
});
