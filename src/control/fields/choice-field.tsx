interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly value: string;
  readonly onSet: (value: string) => void;
}

/** Choices that fit a line of the form, in characters, lie open, one press away; more fold into a list. */
const OPEN = 24;

export function ChoiceField({ id, label, choices, value, onSet }: Props) {
  const all = Object.entries(choices);
  if (Object.values(choices).join('').length > OPEN)
    return (
      <label class="field" for={id}>
        <span>{label}</span>
        <select
          id={id}
          value={value}
          onChange={(event) => {
            onSet(event.currentTarget.value);
            // Chosen: the keys belong to the show again.
            event.currentTarget.blur();
          }}
        >
          {all.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <fieldset class="field segments">
      <legend>{label}</legend>
      {all.map(([name, words]) => (
        <button key={name} type="button" aria-pressed={name === value} onClick={() => onSet(name)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
