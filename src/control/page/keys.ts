import { type Bank, banks } from '../../show/rundown.ts';

/** What the command line is opened for: anything, or one thing that is done with its last stroke. */
export const openings = ['line', 'camera', 'name', 'jersey'] as const;
export type Opening = (typeof openings)[number];

/** What the producer asks for, by a key or a button. */
export type Intent =
  /** An item of the rundown by its key in the bank that is open, or by its id. */
  | { readonly do: 'cue' | 'direct'; readonly key: string }
  | { readonly do: 'cue' | 'direct'; readonly item: string }
  | { readonly do: 'take' | 'update' | 'next' | 'previous' | 'clear' | 'panic' | 'undo' | 'redo' | 'hold' }
  | { readonly do: 'freeze' | 'replay' }
  /** How late outputs are: in sight or not, half a second more or less, an event seen. */
  | { readonly do: 'delay' | 'tap' }
  | { readonly do: 'nudge'; readonly by: 1 | -1 }
  | { readonly do: 'help' | 'by-hand' | Opening }
  /** The story at the top of the queue goes on air, or the one that is named. */
  | { readonly do: 'story'; readonly id?: string }
  /** Of what waits for a hand, the newest: yes, or no. */
  | { readonly do: 'confirm' | 'not-so' }
  /** Of the rundown: which bank is open, which item is selected, and what is done with that. */
  | { readonly do: 'bank'; readonly bank: Bank }
  | { readonly do: 'select' | 'move'; readonly by: 1 | -1 }
  | { readonly do: 'form' | 'duplicate' | 'remove' };

export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> & {
  readonly getModifierState: (name: string) => boolean;
};

/** The key table, in the order of the help. */
export const keyTable: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: '1 … 9, 0', what: 'Cue the item with this key in the open bank; again: uncue it' },
  { keys: 'Space', what: 'Take: what is cued goes on air' },
  { keys: 'U', what: 'Update: what is on air has the values with which it is cued' },
  { keys: 'Shift 1 … 0', what: 'Take an item directly; again: take it out' },
  { keys: 'Alt 1 … 4', what: 'Open another bank of the rundown' },
  { keys: 'A', what: 'Hold what would leave by itself, the newest; it stays until it is taken out' },
  { keys: 'F', what: 'Freeze the data: graphics say what was known just now; again: they go on' },
  { keys: 'Y', what: 'Confirm what waits, as it stands above the form: a result, a classification, an incident' },
  { keys: 'S', what: 'Take the story at the top of the queue; again, while it is on air: take it out' },
  { keys: 'R', what: 'Replay: its tag is on air, and what is live is hidden; again: back to live' },
  { keys: 'Left, Right', what: 'Previous, next step of a graphic that has steps; they stop at the ends' },
  { keys: 'Esc', what: 'All out, with animation' },
  { keys: 'Shift Esc', what: 'Panic: a clean picture in one frame; again: release it' },
  { keys: 'Ctrl Z', what: 'Undo the newest change of what is on air, whoever made it; again: the one before' },
  { keys: 'Ctrl Shift Z', what: 'Redo what was undone' },
  { keys: 'Up, Down', what: 'Select an item; with Ctrl: move it' },
  { keys: 'Enter', what: 'Edit the selected item: its form has the keys; Esc gives them back' },
  { keys: 'Ctrl D, Delete', what: 'Duplicate the selected item; remove it, until it is put back' },
  { keys: '/', what: 'Open the command line: a rider, a group, a graphic; ? in it lists every command' },
  { keys: 'G, a digit', what: 'Put the group of this number on camera; again: take it off' },
  { keys: 'Shift G, a digit', what: 'Name the group of this number: type the name, then Enter' },
  { keys: 'J, a bib, a letter', what: 'Give a rider a jersey: G general, P points, M mountain, Y young' },
  { keys: 'O', what: 'Go to what is said by hand, the newest: Enter releases it, Tab goes to the next' },
  { keys: 'D', what: 'Delay: how late each output is; again: close it' },
  { keys: '[, ]', what: 'With the delay open: the selected output half a second less, more' },
  { keys: 'T', what: 'With the delay open: tap at an event in the program monitor, and again when the picture has it' },
  { keys: '?', what: 'Show these keys' },
];

/** By the place of the key, not by what is printed on it: on AZERTY the digits need Shift. */
export function intentOf(press: KeyPress): Intent | null {
  if (press.getModifierState('AltGraph')) return null;
  if (press.altKey) return withAlt(press);
  if (press.ctrlKey || press.metaKey) return withCtrl(press);
  const code = placeOf(press);
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return { do: press.shiftKey ? 'direct' : 'cue', key: digit };
  const numpad = /^Numpad(\d)$/.exec(code)?.[1];
  if (numpad) return onNumpad(press, numpad);
  if (code === 'Escape') return { do: press.shiftKey ? 'panic' : 'clear' };
  if (press.key === '?') return { do: 'help' };
  if (press.key === '/') return { do: 'line' };
  if (press.key.toLowerCase() === 'g') return { do: press.shiftKey ? 'name' : 'camera' };
  if (press.shiftKey) return null;
  if (code === 'Slash') return { do: 'line' };
  if (code === 'Space') return { do: 'take' };
  return byLetter.get(press.key.toLowerCase()) ?? byPlace.get(code) ?? null;
}

const byLetter: ReadonlyMap<string, Intent> = new Map<string, Intent>([
  ['u', { do: 'update' }],
  ['a', { do: 'hold' }],
  ['f', { do: 'freeze' }],
  ['r', { do: 'replay' }],
  ['j', { do: 'jersey' }],
  ['s', { do: 'story' }],
  ['o', { do: 'by-hand' }],
  ['y', { do: 'confirm' }],
  ['d', { do: 'delay' }],
  ['t', { do: 'tap' }],
  ['[', { do: 'nudge', by: -1 }],
  [']', { do: 'nudge', by: 1 }],
]);
const byPlace: ReadonlyMap<string, Intent> = new Map<string, Intent>([
  ['ArrowRight', { do: 'next' }],
  ['ArrowLeft', { do: 'previous' }],
  ['ArrowUp', { do: 'select', by: -1 }],
  ['ArrowDown', { do: 'select', by: 1 }],
  ['Enter', { do: 'form' }],
  ['Delete', { do: 'remove' }],
  ['BracketLeft', { do: 'nudge', by: -1 }],
  ['BracketRight', { do: 'nudge', by: 1 }],
]);

/** As in every other program, by the letter that is printed. */
function withCtrl(press: KeyPress): Intent | null {
  const [key, code] = [press.key.toLowerCase(), placeOf(press)];
  if (key === 'z') return { do: press.shiftKey ? 'redo' : 'undo' };
  if (press.shiftKey) return null;
  if (key === 'd') return { do: 'duplicate' };
  if (code === 'ArrowUp') return { do: 'move', by: -1 };
  return code === 'ArrowDown' ? { do: 'move', by: 1 } : null;
}

function withAlt(press: KeyPress): Intent | null {
  if (press.ctrlKey || press.metaKey || press.shiftKey) return null;
  const bank = banks.find((one) => placeOf(press) === `Digit${one}`);
  return bank ? { do: 'bank', bank } : null;
}

/** Remote desktops, on-screen keyboards and some panels say only what a key means, not where it is. */
export function placeOf({ code, key }: Pick<KeyPress, 'code' | 'key'>): string {
  if (code !== '' && code !== 'Unidentified') return code;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return key === ' ' ? 'Space' : key;
}

/**
 * A numpad is digits only while it types digits: without NumLock its 1 is End, and nothing here. With NumLock on,
 * Windows hides Shift and sends the other meaning of the key: that is the shifted digit.
 */
function onNumpad(press: KeyPress, digit: string): Intent | null {
  if (press.key === digit) return { do: press.shiftKey ? 'direct' : 'cue', key: digit };
  return press.getModifierState('NumLock') ? { do: 'direct', key: digit } : null;
}
