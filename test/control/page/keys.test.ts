import { describe, expect, it } from 'vitest';
import { type Intent, intentOf, type KeyPress } from '../../../src/control/page/keys.ts';

const press = (code: string, its: Partial<KeyPress> & { numLock?: boolean } = {}): Intent | null =>
  intentOf({
    code,
    key: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    getModifierState: (name) => name === 'NumLock' && its.numLock === true,
    ...its,
  });

describe('digits', () => {
  it('cue, and with Shift take directly', () => {
    expect(press('Digit1', { key: '1' })).toEqual({ do: 'cue', key: '1' });
    expect(press('Digit9', { key: '(', shiftKey: true })).toEqual({ do: 'direct', key: '9' });
  });

  it('go by their place: on AZERTY the bare key prints & and the shifted one 1', () => {
    expect(press('Digit1', { key: '&' })).toEqual({ do: 'cue', key: '1' });
    expect(press('Digit1', { key: '1', shiftKey: true })).toEqual({ do: 'direct', key: '1' });
  });

  it('work on the numpad, also where Windows hides Shift from it', () => {
    expect(press('Numpad4', { key: '4', numLock: true })).toEqual({ do: 'cue', key: '4' });
    expect(press('Numpad4', { key: 'ArrowLeft', numLock: true })).toEqual({ do: 'direct', key: '4' });
    expect(press('Numpad4', { key: 'ArrowLeft', numLock: false })).toEqual({ do: 'cue', key: '4' });
  });

  it('has no graphic on 0', () => {
    expect(press('Digit0', { key: '0' })).toBeNull();
  });
});

describe('the other keys', () => {
  it.each([
    ['Space', {}, 'take'],
    ['ArrowRight', {}, 'next'],
    ['Escape', {}, 'clear'],
    ['Escape', { shiftKey: true }, 'panic'],
    ['Slash', { key: '?', shiftKey: true }, 'help'],
    ['KeyM', { key: '?', shiftKey: true }, 'help'],
  ])('%s with %o is %s', (code, its, what) => {
    expect(press(code, its)).toEqual({ do: what });
  });

  it('leaves to the browser what is the browser’s', () => {
    for (const its of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(press('Digit1', its)).toBeNull();
      expect(press('Escape', its)).toBeNull();
    }
    for (const code of ['Tab', 'Enter', 'ArrowLeft', 'KeyA', 'F5']) expect(press(code)).toBeNull();
    expect(press('Space', { shiftKey: true })).toBeNull();
  });
});
