import { useSignal } from '@preact/signals';
import type { ParamValue } from '../../show/manifest.ts';

interface Props<T extends ParamValue> {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Said when what is typed cannot be. */
  readonly hint: string;
  /** What is typed as a value, or null when it cannot be. */
  readonly read: (text: string) => T | null;
  readonly onSet: (value: T) => void;
  readonly numeric?: boolean;
  /** What an empty field means. */
  readonly placeholder?: string;
  /** Behind the field: "s". */
  readonly unit?: string;
  /** A hand says it instead of the feed. */
  readonly isByHand?: boolean;
}

/** A typed value: what is typed stands for all that stood there, and nothing half-typed goes out. Enter or leaving the field applies it, Esc gives it up. */
export function Entry<T extends ParamValue>({
  id,
  label,
  value,
  hint,
  read,
  onSet,
  numeric,
  placeholder,
  unit,
  isByHand,
}: Props<T>) {
  const draft = useSignal<string | null>(null);
  const wrong = draft.value !== null && read(draft.value) === null;
  const apply = () => {
    const typed = draft.value === null || draft.value === value ? null : read(draft.value);
    draft.value = null;
    if (typed !== null) onSet(typed);
  };
  return (
    <label class="field" for={id}>
      <span>
        {label}
        {isByHand && <small class="said">by hand</small>}
      </span>
      <input
        id={id}
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        value={draft.value ?? value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-hint` : undefined}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Escape') draft.value = null;
          if (event.key === 'Escape' || (event.key === 'Enter' && !wrong)) event.currentTarget.blur();
        }}
      />
      {unit && <span class="unit">{unit}</span>}
      {wrong && (
        <small id={`${id}-hint`} role="alert">
          {hint}
        </small>
      )}
    </label>
  );
}
