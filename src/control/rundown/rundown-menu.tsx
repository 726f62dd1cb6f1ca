import { useSignal } from '@preact/signals';
import { LONGEST_TITLE } from '../../show/rundown.ts';
import { download } from '../fields/download.ts';
import { Entry } from '../fields/entry.tsx';
import { FileField, JSON_FILES } from '../fields/file-field.tsx';
import type { Producer } from '../page/producer.ts';
import { posted } from '../race/posted.ts';

/** Which rundown is shown, and what is done with whole ones: by name, out to a file, in from one. */
export function RundownMenu({ producer }: { readonly producer: Producer }) {
  const { rundown } = producer;
  const { name } = rundown.rundown.value;
  const open = useSignal(false);
  const answer = useSignal('');
  const lost = !producer.live.value;
  const names = rundown.names.value;
  /** A file becomes one more rundown; the desk says what is wrong with it. */
  const bringIn = async (file: File) => {
    answer.value = await posted('rundown', await file.text());
  };
  const carryOut = async () => {
    answer.value = await download(`/api/rundown?name=${encodeURIComponent(name)}`, `${name}.json`);
  };
  return (
    <header>
      <select
        aria-label="Rundown"
        value={name}
        disabled={lost}
        onChange={({ currentTarget }) => {
          void rundown.edit({ do: 'choose', name: currentTarget.value });
          currentTarget.blur();
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') currentTarget.blur();
        }}
      >
        {names.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="whole"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        Rundowns
      </button>
      {open.value && (
        <fieldset class="whole" aria-label="Rundowns" disabled={lost}>
          <Entry
            id="rundown-name"
            label="Name"
            value={name}
            hint={`A name has 1 to ${LONGEST_TITLE} letters, and is that of no other rundown.`}
            read={(text) => nameIn(text, name, names)}
            onSet={(to) => void rundown.edit({ do: 'rename', name, to })}
          />
          <p class="row">
            <button type="button" onClick={() => void rundown.edit({ do: 'new', name: 'Rundown' })}>
              New
            </button>
            <button
              type="button"
              disabled={names.length < 2}
              title="Until something else is removed it can be put back"
              onClick={() => void rundown.edit({ do: 'drop', name })}
            >
              Remove
            </button>
          </p>
          <p class="row">
            <button type="button" onClick={carryOut}>
              Export
            </button>
            <FileField label="Import" accept={JSON_FILES} onFile={bringIn} />
          </p>
          <output>{answer.value}</output>
        </fieldset>
      )}
    </header>
  );
}

const nameIn = (text: string, own: string, names: readonly string[]): string | null => {
  const name = text.trim();
  const isFree = name === own || !names.includes(name);
  return name !== '' && name.length <= LONGEST_TITLE && isFree ? name : null;
};
