import { useSignal } from '@preact/signals';

interface Props {
  readonly label: string;
  /** `#rrggbb`; null where nobody has said it. */
  readonly value: string | null;
  readonly onSet: (value: string) => void;
}

/** What a field without a colour shows, under a dashed edge: it is none of the team's. */
const UNTOLD = '#808080';

/** A colour to pick. Nothing goes out, and nothing comes between, until the picker is closed. */
export function ColorField({ label, value, onSet }: Props) {
  const draft = useSignal<string | null>(null);
  return (
    <input
      type="color"
      aria-label={label}
      title={value === null ? `${label}: not told` : label}
      data-told={value !== null}
      value={draft.value ?? value ?? UNTOLD}
      onInput={({ currentTarget }) => {
        draft.value = currentTarget.value;
      }}
      onBlur={() => {
        draft.value = null;
      }}
      onChange={({ currentTarget }) => {
        draft.value = null;
        onSet(currentTarget.value);
        // Picked: the keys belong to the show again.
        currentTarget.blur();
      }}
    />
  );
}
