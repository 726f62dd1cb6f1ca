import { describe, expect, it } from 'vitest';
import { complete } from '../../src/show/complete.ts';
import { fold } from '../../src/show/fold.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { trespass } from '../../src/show/owners.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';

const base = { glideHz: 0, hold: { outS: 60 }, steps: 1, params: {} };
const manifests = new Map<string, Manifest>(
  (
    [
      ['gaps', 'stack'],
      ['strap', 'strap'],
      ['profile', 'strip'],
    ] as const
  ).map(([id, layer]) => [id, { ...base, id, title: id, layer }]),
);

/** What `author` makes of a show, or the sentence that keeps it from him. */
function asked(show: Show, author: string, ask: object): Show | string {
  const situation = { manifests, show, counts: nothingCounted, author };
  const completed = complete(ask, situation);
  if (!completed.ok) return completed.error;
  const after = fold(situation, completed.value);
  const layer = trespass(show, after, completed.value, author);
  return layer === null ? after : `not in ${layer}`;
}
function done(show: Show, author: string, ask: object): Show {
  const after = asked(show, author, ask);
  if (typeof after === 'string') throw new Error(after);
  return after;
}

const anas = done(emptyShow, 'Ana', { do: 'claim', layer: 'strap' });

describe('a layer that is somebody’s', () => {
  it('is changed by nobody else, on air or cued', () => {
    for (const ask of ['cue', 'take-direct'])
      expect(asked(anas, 'Ben', { do: ask, overlay: 'strap' })).toBe('not in strap');
    const onAir = done(anas, 'Ana', { do: 'take-direct', overlay: 'strap' });
    expect(onAir.program.strap?.overlay).toBe('strap');
    expect(asked(onAir, 'Ben', { do: 'out', overlay: 'strap' })).toBe('not in strap');
    expect(done(onAir, 'Ana', { do: 'out', overlay: 'strap' }).program).toEqual({});
  });

  it('is not cleared by what would stand in its way', () => {
    const onAir = done(anas, 'Ana', { do: 'take-direct', overlay: 'strap' });
    expect(asked(onAir, 'Ben', { do: 'take-direct', overlay: 'profile' })).toBe('not in strap');
    expect(done(onAir, 'Ben', { do: 'take-direct', overlay: 'gaps' }).program.stack?.overlay).toBe('gaps');
  });

  it('is left out of what others take and update', () => {
    const both = done(done(anas, 'Ana', { do: 'cue', overlay: 'strap' }), 'Ben', { do: 'cue', overlay: 'gaps' });
    const taken = done(both, 'Ben', { do: 'take' });
    expect(Object.keys(taken.program)).toEqual(['stack']);
    expect(Object.keys(taken.preview)).toEqual(['strap']);
    const again = done(done(taken, 'Ben', { do: 'cue', overlay: 'gaps' }), 'Ben', { do: 'update' });
    expect(Object.keys(again.preview)).toEqual(['strap']);
    expect(Object.keys(done(again, 'Ana', { do: 'take' }).program).sort()).toEqual(['stack', 'strap']);
  });

  it('is cleaned by whoever cleans the whole picture', () => {
    const onAir = done(anas, 'Ana', { do: 'take-direct', overlay: 'strap' });
    for (const ask of ['clear', 'panic']) expect(done(onAir, 'Ben', { do: ask }).program).toEqual({});
    expect(done(onAir, 'Ben', { do: 'freeze' }).frozen).toBe(true);
  });

  it('is claimed by nobody else, but taken over, and given back by its owner', () => {
    expect(asked(anas, 'Ben', { do: 'claim', layer: 'strap' })).toMatch(/^The strap is Ana's: ask/);
    expect(asked(anas, 'Ben', { do: 'free', layer: 'strap' })).toMatch(/^The strap is Ana's/);
    expect(done(anas, 'Ben', { do: 'claim-over', layer: 'strap' }).owners).toEqual({ strap: 'Ben' });
    expect(done(anas, 'Ana', { do: 'free', layer: 'strap' }).owners).toEqual({});
    expect(done(anas, 'Ana', { do: 'claim', layer: 'strap' })).toBe(anas);
    expect(asked(anas, 'Ben', { do: 'claim', layer: 'attic' })).toMatch(/no layer; there are stack/);
  });
});
