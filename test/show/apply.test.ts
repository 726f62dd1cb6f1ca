import { describe, expect, it } from 'vitest';
import { apply } from '../../src/show/apply.ts';
import type { Command } from '../../src/show/command.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import type { Layer } from '../../src/show/zones.ts';

const after = (...commands: Command[]): Show => commands.reduce(apply, emptyShow);
const cue = (overlay: string, params = {}): Command => ({ do: 'cue', overlay, layer: 'flash', params });
const direct = (overlay: string, params = {}): Command => ({ do: 'take-direct', overlay, layer: 'flash', params });
const take: Command = { do: 'take' };

describe('cue', () => {
  it('puts a graphic in the preview, and the program stays as it is', () => {
    expect(after(cue('tower', { rows: 8 }))).toEqual({
      ...emptyShow,
      preview: { flash: { overlay: 'tower', params: { rows: 8 }, step: 0 } },
    });
  });

  it('is taken back by uncue, and by nothing else', () => {
    expect(after(cue('tower'), cue('tower'))).toEqual(after(cue('tower')));
    expect(after(cue('tower'), { do: 'uncue', overlay: 'tower' })).toEqual(emptyShow);
  });

  it('gives the layer to the newest', () => {
    expect(after(cue('tower'), cue('results')).preview.flash?.overlay).toBe('results');
  });

  it('moves a graphic that another layer holds', () => {
    const elsewhere: Command = { do: 'take-direct', overlay: 'tower', layer: 'card', params: {} };
    expect(Object.keys(after(direct('tower'), elsewhere).program)).toEqual(['card']);
  });
});

describe('freeze', () => {
  it('holds whatever comes and goes, the panic too, until it is thawed', () => {
    const frozen = after(direct('tower'), { do: 'freeze' });
    expect(frozen).toEqual({ ...after(direct('tower')), frozen: true });
    for (const command of [{ do: 'clear' }, { do: 'panic' }, { do: 'freeze' }] as const)
      expect(apply(frozen, command).frozen).toBe(true);
    expect(apply(frozen, { do: 'freeze' })).toBe(frozen);
    expect(apply(frozen, { do: 'thaw' })).toEqual(after(direct('tower')));
  });
});

describe('take', () => {
  it('puts on air all that is cued, beside what is on air in other layers', () => {
    const ticker: Command = { do: 'take-direct', overlay: 'ticker', layer: 'tag', params: {} };
    const show = after(ticker, cue('tower'), take);
    expect(Object.keys(show.program).sort()).toEqual(['flash', 'tag']);
    expect(show.preview).toEqual({});
  });

  it('takes new parameters to a graphic on air without bringing it back to its first step', () => {
    const show = after(direct('tower'), { do: 'next', overlay: 'tower', steps: 3 }, cue('tower', { rows: 4 }), take);
    expect(show.program.flash).toEqual({ overlay: 'tower', params: { rows: 4 }, step: 1 });
  });

  it('is nothing when nothing is cued', () => {
    const show = after(direct('tower'));
    expect(apply(show, take)).toBe(show);
  });
});

describe('take-direct', () => {
  it('sends away what holds the layer, and uncues the graphic itself', () => {
    const show = after(direct('results'), cue('tower'), direct('tower'));
    expect(show).toEqual({ ...emptyShow, program: { flash: { overlay: 'tower', params: {}, step: 0 } } });
  });

  it('leaves alone what else is cued', () => {
    expect(after(cue('results'), direct('tower')).preview.flash?.overlay).toBe('results');
  });
});

describe('a zone that has a part of the picture in common with another', () => {
  const at = (overlay: string, layer: Layer): Command => ({ do: 'take-direct', overlay, layer, params: {} });

  it('is handed over: the newcomer sends away whoever is in the way, and nobody else', () => {
    const two = after(at('tower', 'flash'), at('profile', 'strip'), at('credit', 'card'));
    expect(Object.keys(two.program).sort()).toEqual(['card', 'flash']);
    expect(Object.keys(apply(two, at('poster', 'sheet')).program)).toEqual(['sheet']);
    expect(Object.keys(apply(apply(two, at('poster', 'sheet')), at('tower', 'flash')).program)).toEqual(['flash']);
  });

  it('is handed over in the preview, too, and by a take', () => {
    const cued = after(at('tower', 'flash'), { do: 'cue', overlay: 'poster', layer: 'sheet', params: {} });
    expect(Object.keys(cued.program)).toEqual(['flash']);
    expect(Object.keys(apply(cued, take).program)).toEqual(['sheet']);
    const both = apply(cued, { do: 'cue', overlay: 'profile', layer: 'strip', params: {} });
    expect(Object.keys(both.preview)).toEqual(['strip']);
  });
});

describe('set', () => {
  it('changes the parameters that it names, on air and in the preview', () => {
    const show = after(direct('tower', { rows: 8, gaps: true }), cue('tower', { rows: 8 }), {
      do: 'set',
      overlay: 'tower',
      params: { rows: 4 },
    });
    expect(show.program.flash?.params).toEqual({ rows: 4, gaps: true });
    expect(show.preview.flash?.params).toEqual({ rows: 4 });
  });

  it('is nothing for a graphic that is nowhere, and for the value that it has', () => {
    const show = after(direct('tower', { rows: 8 }));
    expect(apply(show, { do: 'set', overlay: 'ticker', params: { rows: 4 } })).toBe(show);
    expect(apply(show, { do: 'set', overlay: 'tower', params: { rows: 8 } })).toBe(show);
  });
});

describe('next and previous', () => {
  const next: Command = { do: 'next', overlay: 'tower', steps: 2 };
  const previous: Command = { do: 'previous', overlay: 'tower', steps: 2 };

  it('walk the steps and stop at the ends', () => {
    const second = after(direct('tower'), next);
    expect(second.program.flash?.step).toBe(1);
    expect(apply(second, next)).toBe(second);
    const first = apply(second, previous);
    expect(first.program.flash?.step).toBe(0);
    expect(apply(first, previous)).toBe(first);
  });

  it('walk back from the last step that there is now', () => {
    const fifth = after(direct('tower'), ...Array.from({ length: 4 }, () => ({ ...next, steps: 5 })));
    expect(fifth.program.flash?.step).toBe(4);
    expect(apply(fifth, { ...previous, steps: 3 }).program.flash?.step).toBe(1);
    expect(apply(fifth, { ...next, steps: 3 }).program.flash?.step).toBe(2);
  });

  it('are nothing for a graphic that is not on air', () => {
    const show = after(cue('tower'));
    expect(apply(show, next)).toBe(show);
    expect(apply(show, previous)).toBe(show);
  });
});

describe('out, clear and panic', () => {
  it('out takes one graphic out, and only from the air', () => {
    const show = after(direct('tower'), cue('tower'), { do: 'out', overlay: 'tower' });
    expect(show.program).toEqual({});
    expect(show.preview.flash?.overlay).toBe('tower');
  });

  it('clear empties the air with animation, and keeps what is cued', () => {
    const show = after(direct('tower'), cue('results'), { do: 'clear' });
    expect(show).toEqual({ ...emptyShow, preview: { flash: { overlay: 'results', params: {}, step: 0 } } });
  });

  it('panic empties the air in one frame, even when a clear is under way', () => {
    expect(after(direct('tower'), { do: 'clear' }, { do: 'panic' })).toEqual({
      ...emptyShow,
      cut: true,
      latched: true,
    });
  });

  it('stays a panic until the air changes, whatever is cued or cleared meanwhile', () => {
    const panicked = after(direct('tower'), { do: 'panic' });
    expect(apply(panicked, { do: 'panic' })).toBe(panicked);
    expect(apply(panicked, { do: 'clear' })).toBe(panicked);
    expect(apply(panicked, cue('results')).cut).toBe(true);
    const released = apply(panicked, { do: 'release' });
    expect(released.cut).toBe(true);
    expect(apply(released, direct('results')).cut).toBe(false);
  });

  it('takes nothing after a panic until it is released', () => {
    const panicked = after(cue('tower'), { do: 'panic' });
    expect(apply(panicked, take)).toBe(panicked);
    expect(apply(panicked, direct('results'))).toBe(panicked);
    expect(apply(apply(panicked, { do: 'release' }), take).program.flash?.overlay).toBe('tower');
    expect(apply(after(cue('tower')), { do: 'release' })).toEqual(after(cue('tower')));
  });
});
