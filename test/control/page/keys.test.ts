import { describe, expect, it } from 'vitest';
import { type Intent, intentOf, type KeyPress } from '../../../src/control/page/keys.ts';

const press = (code: string, its: Partial<KeyPress> & { numLock?: boolean; altGr?: boolean } = {}): Intent | null =>
  intentOf({
    code,
    key: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    getModifierState: (name) => (name === 'NumLock' ? its.numLock === true : name === 'AltGraph' && its.altGr === true),
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

  it('work on the numpad while it types digits, also where Windows hides Shift from it', () => {
    expect(press('Numpad4', { key: '4', numLock: true })).toEqual({ do: 'cue', key: '4' });
    expect(press('Numpad4', { key: '4', numLock: true, shiftKey: true })).toEqual({ do: 'direct', key: '4' });
    expect(press('Numpad4', { key: 'ArrowLeft', numLock: true })).toEqual({ do: 'direct', key: '4' });
    // A Mac has no NumLock, and its numpad types digits always.
    expect(press('Numpad4', { key: '4' })).toEqual({ do: 'cue', key: '4' });
  });

  it('are none on a numpad without NumLock, nor are its arrows steps', () => {
    for (const key of ['End', 'ArrowLeft', 'ArrowRight', 'Clear', 'Home']) {
      expect(press('Numpad1', { key })).toBeNull();
      expect(press('Numpad6', { key, shiftKey: true })).toBeNull();
    }
  });

  it('reach ten items: the tenth is on 0', () => {
    expect(press('Digit0', { key: '0' })).toEqual({ do: 'cue', key: '0' });
    expect(press('Digit0', { key: '=', shiftKey: true })).toEqual({ do: 'direct', key: '0' });
    expect(press('Numpad0', { key: '0', numLock: true })).toEqual({ do: 'cue', key: '0' });
  });

  it('with Alt open a bank, and only one that there is', () => {
    expect(press('Digit3', { key: '3', altKey: true })).toEqual({ do: 'bank', bank: 3 });
    expect(press('Digit3', { key: '£', altKey: true })).toEqual({ do: 'bank', bank: 3 });
    expect(press('Digit5', { key: '5', altKey: true })).toBeNull();
    expect(press('Digit1', { key: '1', altKey: true, shiftKey: true })).toBeNull();
    expect(press('Numpad1', { key: '1', altKey: true, numLock: true })).toBeNull();
  });
});

describe('the delay', () => {
  it('opens by its letter; it is nudged by the brackets, or what stands in their place, and never with AltGr', () => {
    expect(press('KeyD', { key: 'd' })).toEqual({ do: 'delay' });
    expect(press('KeyT', { key: 't' })).toEqual({ do: 'tap' });
    expect(press('BracketLeft', { key: '[' })).toEqual({ do: 'nudge', by: -1 });
    expect(press('BracketRight', { key: '+' })).toEqual({ do: 'nudge', by: 1 });
    expect(press('Digit8', { key: '[', altGr: true })).toBeNull();
    expect(press('BracketLeft', { key: '{', shiftKey: true })).toBeNull();
    expect(press('KeyD', { key: 'd', ctrlKey: true })).toEqual({ do: 'duplicate' });
  });
});

describe('a key that does not say where it is', () => {
  it.each([
    ['1', {}, { do: 'cue', key: '1' }],
    ['9', { shiftKey: true }, { do: 'direct', key: '9' }],
    [' ', {}, { do: 'take' }],
    ['ArrowRight', {}, { do: 'next' }],
    ['ArrowLeft', {}, { do: 'previous' }],
    ['Escape', {}, { do: 'clear' }],
    ['Escape', { shiftKey: true }, { do: 'panic' }],
    ['?', { shiftKey: true }, { do: 'help' }],
    ['/', {}, { do: 'line' }],
    ['g', {}, { do: 'camera' }],
    ['G', { shiftKey: true }, { do: 'name' }],
    ['j', {}, { do: 'jersey' }],
  ])('goes by what it means: %s with %o', (key, its, intent) => {
    expect(press('', { key, ...its })).toEqual(intent);
    expect(press('Unidentified', { key, ...its })).toEqual(intent);
  });

  it('is none where its meaning is none', () => {
    for (const key of ['', '12', 'x', '!', 'End', 'Unidentified']) expect(press('', { key })).toBeNull();
  });
});

describe('the other keys', () => {
  it.each([
    ['Space', {}, 'take'],
    ['ArrowRight', {}, 'next'],
    ['ArrowLeft', {}, 'previous'],
    ['Escape', {}, 'clear'],
    ['Escape', { shiftKey: true }, 'panic'],
    ['Slash', { key: '?', shiftKey: true }, 'help'],
    ['KeyM', { key: '?', shiftKey: true }, 'help'],
    ['KeyU', { key: 'u' }, 'update'],
    ['KeyZ', { key: 'z', ctrlKey: true }, 'undo'],
    ['KeyW', { key: 'z', metaKey: true }, 'undo'],
    ['KeyZ', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    ['Slash', { key: '/' }, 'line'],
    ['Period', { key: '/', shiftKey: true }, 'line'],
    ['NumpadDivide', { key: '/' }, 'line'],
    ['Slash', { key: '-' }, 'line'],
    ['KeyQ', { key: 'a' }, 'hold'],
    ['KeyY', { key: 'y' }, 'confirm'],
    ['KeyZ', { key: 'y' }, 'confirm'],
    ['KeyR', { key: 'r' }, 'replay'],
    ['KeyD', { key: 'd', ctrlKey: true }, 'duplicate'],
    ['Delete', { key: 'Delete' }, 'remove'],
    ['Enter', { key: 'Enter' }, 'form'],
  ])('%s with %o is %s', (code, its, what) => {
    expect(press(code, its)).toEqual({ do: what });
  });

  it('walk the rundown, and with Ctrl move what is selected', () => {
    expect(press('ArrowUp')).toEqual({ do: 'select', by: -1 });
    expect(press('ArrowDown')).toEqual({ do: 'select', by: 1 });
    expect(press('ArrowUp', { ctrlKey: true })).toEqual({ do: 'move', by: -1 });
    expect(press('ArrowDown', { metaKey: true })).toEqual({ do: 'move', by: 1 });
    expect(press('ArrowDown', { ctrlKey: true, shiftKey: true })).toBeNull();
  });

  it('takes directly where / stands above the 7: digits go by their place', () => {
    expect(press('Digit7', { key: '/', shiftKey: true })).toEqual({ do: 'direct', key: '7' });
  });

  it('leaves to the browser what is the browser’s', () => {
    for (const its of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(press('Digit7', its)).toBeNull();
      expect(press('Escape', its)).toBeNull();
    }
    // AltGr types the third sign of a key; Windows says Ctrl and Alt for it, others say its own name.
    expect(press('Digit3', { key: '#', ctrlKey: true, altKey: true })).toBeNull();
    expect(press('Digit3', { key: '#', altGr: true })).toBeNull();
    expect(press('', { key: '3', altGr: true })).toBeNull();
    for (const code of ['Tab', 'KeyB', 'F5']) expect(press(code)).toBeNull();
    expect(press('Space', { shiftKey: true })).toBeNull();
  });
});
