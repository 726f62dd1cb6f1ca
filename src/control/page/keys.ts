/** What a key asks for; `key` is that of a graphic, `1` to `9`. */
export type Intent =
  | { readonly do: 'cue' | 'direct'; readonly key: string }
  | { readonly do: 'take' | 'next' | 'clear' | 'panic' | 'help' };

export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> & {
  readonly getModifierState: (name: string) => boolean;
};

/** The key table, in the order of the help. */
export const keyTable: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: '1 … 9', what: 'Cue a graphic; again: uncue it' },
  { keys: 'Space', what: 'Take: what is cued goes on air' },
  { keys: 'Shift 1 … 9', what: 'Take a graphic directly; again: take it out' },
  { keys: 'Right', what: 'Next step of a graphic that has steps' },
  { keys: 'Esc', what: 'All out, with animation' },
  { keys: 'Shift Esc', what: 'Panic: a clean picture in one frame' },
  { keys: '?', what: 'Show these keys' },
];

/** By the place of the key, not by what is printed on it: on AZERTY the digits need Shift. */
export function intentOf(press: KeyPress): Intent | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit) return { do: press.shiftKey || shiftedNumpad(press) ? 'direct' : 'cue', key: digit };
  if (press.code === 'Escape') return { do: press.shiftKey ? 'panic' : 'clear' };
  if (press.key === '?') return { do: 'help' };
  if (press.shiftKey) return null;
  if (press.code === 'Space') return { do: 'take' };
  return press.code === 'ArrowRight' ? { do: 'next' } : null;
}

/** Windows hides Shift on a numpad with NumLock on, and sends the key's other meaning: `End` for 1. */
const shiftedNumpad = (press: KeyPress): boolean =>
  press.code.startsWith('Numpad') && press.getModifierState('NumLock') && !/^\d$/.test(press.key);
