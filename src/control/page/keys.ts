/** What the producer asks for, by a key or a button. */
export type Intent =
  /** A graphic by its hotkey, `1` to `9`, or by its id. */
  | { readonly do: 'cue' | 'direct'; readonly hotkey: string }
  | { readonly do: 'cue' | 'direct'; readonly overlay: string }
  | { readonly do: 'take' | 'update' | 'next' | 'previous' | 'clear' | 'panic' | 'undo' | 'redo' | 'help' | 'line' };

export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> & {
  readonly getModifierState: (name: string) => boolean;
};

/** The key table, in the order of the help. */
export const keyTable: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: '1 … 9', what: 'Cue a graphic; again: uncue it' },
  { keys: 'Space', what: 'Take: what is cued goes on air' },
  { keys: 'U', what: 'Update: what is on air has the values with which it is cued' },
  { keys: 'Shift 1 … 9', what: 'Take a graphic directly; again: take it out' },
  { keys: 'Left, Right', what: 'Previous, next step of a graphic that has steps; they stop at the ends' },
  { keys: 'Esc', what: 'All out, with animation' },
  { keys: 'Shift Esc', what: 'Panic: a clean picture in one frame; again: release it' },
  { keys: 'Ctrl Z', what: 'Undo the newest change of what is on air, whoever made it; again: the one before' },
  { keys: 'Ctrl Shift Z', what: 'Redo what was undone' },
  { keys: '/', what: 'Open the command line: a rider, a group, a graphic; ? in it lists every command' },
  { keys: '?', what: 'Show these keys' },
];

/** By the place of the key, not by what is printed on it: on AZERTY the digits need Shift. */
export function intentOf(press: KeyPress): Intent | null {
  if (press.altKey || press.getModifierState('AltGraph')) return null;
  if (press.ctrlKey || press.metaKey) return ofHistory(press);
  const code = placeOf(press);
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  if (digit) return { do: press.shiftKey ? 'direct' : 'cue', hotkey: digit };
  const numpad = /^Numpad([1-9])$/.exec(code)?.[1];
  if (numpad) return onNumpad(press, numpad);
  if (code === 'Escape') return { do: press.shiftKey ? 'panic' : 'clear' };
  if (press.key === '?') return { do: 'help' };
  if (press.key === '/') return { do: 'line' };
  if (press.shiftKey) return null;
  if (code === 'Slash') return { do: 'line' };
  if (code === 'Space') return { do: 'take' };
  if (press.key.toLowerCase() === 'u') return { do: 'update' };
  if (code === 'ArrowRight') return { do: 'next' };
  return code === 'ArrowLeft' ? { do: 'previous' } : null;
}

/** As in every other program, by the letter that is printed. */
function ofHistory({ key, shiftKey }: KeyPress): Intent | null {
  return key.toLowerCase() === 'z' ? { do: shiftKey ? 'redo' : 'undo' } : null;
}

/** Remote desktops, on-screen keyboards and some panels say only what a key means, not where it is. */
export function placeOf({ code, key }: Pick<KeyPress, 'code' | 'key'>): string {
  if (code !== '' && code !== 'Unidentified') return code;
  if (/^[1-9]$/.test(key)) return `Digit${key}`;
  return key === ' ' ? 'Space' : key;
}

/**
 * A numpad is digits only while it types digits: without NumLock its 1 is End, and nothing here. With NumLock on,
 * Windows hides Shift and sends the other meaning of the key: that is the shifted digit.
 */
function onNumpad(press: KeyPress, digit: string): Intent | null {
  if (press.key === digit) return { do: press.shiftKey ? 'direct' : 'cue', hotkey: digit };
  return press.getModifierState('NumLock') ? { do: 'direct', hotkey: digit } : null;
}
