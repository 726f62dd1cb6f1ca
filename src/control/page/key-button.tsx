import type { ComponentChildren } from 'preact';

interface Props {
  readonly children: ComponentChildren;
  /** What is printed on the key that does the same. */
  readonly keys?: string | undefined;
  /** `aria-keyshortcuts`. */
  readonly shortcut?: string | undefined;
  readonly class?: string;
  /** What it does, where its sign alone does not say it. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** A button that does what a key does, and shows the key. */
export const KeyButton = ({ children, keys, shortcut, disabled, pressed, label, onPress, ...rest }: Props) => (
  <button
    type="button"
    class={`key-button ${rest.class ?? ''}`}
    disabled={disabled}
    aria-pressed={pressed}
    aria-label={label}
    aria-keyshortcuts={shortcut}
    onClick={onPress}
  >
    <span>{children}</span>
    {keys && <kbd>{keys}</kbd>}
  </button>
);
