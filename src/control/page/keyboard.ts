import { type ReadonlySignal, signal } from '@preact/signals';
import { type Intent, intentOf, placeOf } from './keys.ts';

export interface Keyboard {
  /** `typing`: a text field has the keys. `away`: another window or page has them. */
  readonly state: ReadonlySignal<'on' | 'typing' | 'away'>;
  readonly stop: () => void;
}

/**
 * Hears the keys of the whole page, except those typed into a text field: there only the panic is heard, before the
 * field or a dialog can keep it for itself. What the browser would do with a key of the show is prevented: Space neither
 * scrolls nor clicks the button that has focus, where Enter still does.
 */
export function keyboard(act: (intent: Intent) => void): Keyboard {
  const state = signal(stateNow());
  const stopped = new AbortController();
  const on = <K extends keyof WindowEventMap>(name: K, heard: (event: WindowEventMap[K]) => void, capture = false) =>
    window.addEventListener(name, heard, { signal: stopped.signal, capture });
  const hear = (event: KeyboardEvent, intent: Intent | null) => {
    if (!intent) return;
    event.preventDefault();
    if (!event.repeat) act(intent);
  };

  on('keydown', (event) => hear(event, panicOf(event)), true);
  on('keydown', (event) => {
    // A list that has the keys has used them: its arrows, its Enter.
    const isHeard =
      event.defaultPrevented || isField(event.target) || (event.key === 'Enter' && isPressed(event.target));
    if (!isHeard && !panicOf(event)) hear(event, intentOf(event));
    // A browser clicks a button again and again while Enter is held on it.
    if (event.repeat && event.key === 'Enter' && isButton(event.target)) event.preventDefault();
  });
  // Firefox clicks a focused button when Space comes up.
  on('keyup', (event) => {
    if (placeOf(event) === 'Space' && !isField(event.target)) event.preventDefault();
  });
  const look = () => {
    state.value = stateNow();
  };
  on('focusin', look);
  // Focus is on its way from one element to the other: see where it went.
  on('focusout', () => queueMicrotask(look));
  on('focus', look);
  on('blur', look);
  return { state, stop: () => stopped.abort() };
}

function panicOf(event: KeyboardEvent): Intent | null {
  const intent = intentOf(event);
  return intent?.do === 'panic' ? intent : null;
}

function stateNow(): 'on' | 'typing' | 'away' {
  if (!document.hasFocus()) return 'away';
  return isField(document.activeElement) ? 'typing' : 'on';
}

/** Enter is a press on it. */
const isPressed = (its: EventTarget | null): boolean =>
  its instanceof Element && its.closest('button, summary, a, dialog, [tabindex]') !== null;

const isButton = (its: EventTarget | null): boolean => its instanceof Element && its.closest('button') !== null;

const isField = (its: EventTarget | null): boolean => its instanceof Element && its.closest(FIELDS) !== null;

/** The seek bar is no text field: it keeps only its own arrows. The lines of an open list lie in its `select`. */
const FIELDS = 'input:not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
