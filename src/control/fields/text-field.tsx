import { useSignal } from '@preact/signals';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onSet: (value: string) => void;
}

/** Text of several lines: leaving the field applies it, Esc gives it up. */
export function TextField({ id, label, value, maxLength, onSet }: Props) {
  const draft = useSignal<string | null>(null);
  return (
    <label class="field text" for={id}>
      <span>{label}</span>
      <textarea
        id={id}
        rows={2}
        maxLength={maxLength}
        value={draft.value ?? value}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
        }}
        onBlur={() => {
          const typed = draft.value;
          draft.value = null;
          if (typed !== null && typed !== value) onSet(typed);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'Escape') return;
          draft.value = null;
          currentTarget.blur();
        }}
      />
    </label>
  );
}
