/**
 * The pages of one browser hear the panic of its control page by themselves, beside the desk and with the desk dead: on
 * a BroadcastChannel of this name.
 */
export const PANIC_CHANNEL = 'ardoise';

/** `release` is said once the desk has done it. */
export interface PanicWord {
  readonly do: 'panic' | 'release';
}

/** Null for anything else that a page of the same origin may say there. */
export function parsePanicWord(input: unknown): PanicWord | null {
  if (typeof input !== 'object' || input === null || !('do' in input)) return null;
  return input.do === 'panic' || input.do === 'release' ? { do: input.do } : null;
}
