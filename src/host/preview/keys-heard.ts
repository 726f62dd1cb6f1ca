import type { Offered, PreviewWish } from './hand.ts';

type Press = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** By the place of the key, as in control. Nothing is cued here: a digit takes with and without Shift. */
export function wishOf(press: Press, offered: readonly Offered[]): PreviewWish | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(press.code) ?? /^()(\d)$/.exec(press.key)?.slice(1) ?? [];
  const item = digit === undefined ? undefined : offered.find(({ key }) => key === digit);
  if (item) return { do: 'direct', item };
  if (press.code === 'Escape' || press.key === 'Escape') return { do: press.shiftKey ? 'panic' : 'clear' };
  if (press.shiftKey) return null;
  if (press.key === 'ArrowRight') return { do: 'next' };
  if (press.key === 'ArrowLeft') return { do: 'previous' };
  return press.key.toLowerCase() === 'r' ? { do: 'replay' } : null;
}
