import { useSignal } from '@preact/signals';
import type { Producer } from '../page/producer.ts';
import { type Door, posted } from './posted.ts';

interface Props {
  readonly door: Door;
  readonly label: string;
  /** The first lines of such a table. */
  readonly example: string;
  readonly live: Producer['live'];
}

/** A table, typed or pasted: the desk takes it, or says which line is wrong. */
export function TableForm({ door, label, example, live }: Props) {
  const answer = useSignal('');
  const send = async (text: string) => {
    answer.value = await posted(door, text);
  };
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('table');
        if (typeof text === 'string' && text.trim() !== '') void send(text);
      }}
    >
      <textarea name="table" rows={5} aria-label={label} placeholder={example} spellcheck={false} />
      <button type="submit" disabled={!live.value}>
        Give
      </button>
      <button type="button" disabled={!live.value} onClick={() => void send('')}>
        Take back
      </button>
      <output>{answer.value}</output>
    </form>
  );
}
