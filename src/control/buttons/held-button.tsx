import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly word: string;
  readonly class?: string;
  readonly onPress: () => void;
}

/** So long a finger stays on it, in milliseconds; or it comes twice within the other time. */
const HELD_MS = 600;
const AGAIN_MS = 3000;

/** What no sleeve may press: it is held, or touched twice. */
export function HeldButton({ word, onPress, ...rest }: Props) {
  const isHeld = useSignal(false);
  const isArmed = useSignal(false);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);
  const armed = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The click that ends a hold asks for nothing more. */
  const isDone = useRef(false);
  const letGo = () => {
    clearTimeout(holding.current);
    isHeld.value = false;
  };
  const disarm = () => {
    clearTimeout(armed.current);
    isArmed.value = false;
  };
  useEffect(
    () => () => {
      letGo();
      disarm();
    },
    [],
  );
  const press = () => {
    letGo();
    disarm();
    onPress();
  };
  return (
    <button
      type="button"
      class={`held ${rest.class ?? ''}`}
      data-held={isHeld.value}
      data-armed={isArmed.value}
      onPointerDown={() => {
        isDone.current = false;
        isHeld.value = true;
        holding.current = setTimeout(() => {
          isDone.current = true;
          press();
        }, HELD_MS);
      }}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        if (isDone.current) {
          isDone.current = false;
          return;
        }
        if (isArmed.value) return press();
        isArmed.value = true;
        armed.current = setTimeout(disarm, AGAIN_MS);
      }}
    >
      <b>{word}</b>
      <small>{isArmed.value ? 'Again to do it' : 'Hold, or twice'}</small>
    </button>
  );
}
