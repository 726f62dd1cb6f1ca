import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What stands on it after the first press: the second one does it. */
  readonly again: string;
  /** For who does not see beside what it stands. */
  readonly name: string;
  readonly onSure: () => void;
}

/** So long the second press is for the first. */
const AGAIN_MS = 4000;

/** What cannot be taken back is pressed twice, and says so in between. */
export function SureButton({ label, again, name, onSure }: Props) {
  const isArmed = useSignal(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <button
      type="button"
      class="sure"
      data-armed={isArmed.value}
      aria-label={isArmed.value ? `${name}: press again to do it` : name}
      onClick={() => {
        clearTimeout(timer.current);
        if (isArmed.value) onSure();
        isArmed.value = !isArmed.value;
        if (isArmed.value)
          timer.current = setTimeout(() => {
            isArmed.value = false;
          }, AGAIN_MS);
      }}
    >
      {isArmed.value ? again : label}
    </button>
  );
}
