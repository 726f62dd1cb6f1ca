import { useSignal } from '@preact/signals';
import type { Producer } from '../page/producer.ts';
import { posted } from './posted.ts';

/** How the race stood before the stage, pasted as a table: the desk takes it, or says which line is wrong. */
export function ClassificationForm({ producer: { live, replica } }: { readonly producer: Producer }) {
  const answer = useSignal('');
  const general = replica.value.race?.sheet.general ?? [];
  const send = async (text: string) => {
    answer.value = await posted('classification', text);
  };
  return (
    <details class="classification">
      <summary>
        Before the stage: {general[0] ? `${general.length} classified, number ${general[0].bib} leads` : 'not known'}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('table');
          if (typeof text === 'string' && text.trim() !== '') void send(text);
        }}
      >
        <textarea
          name="table"
          rows={5}
          aria-label="Classification before the stage"
          placeholder={'bib,gap\n31,0\n12,+1:23'}
          spellcheck={false}
        />
        <button type="submit" disabled={!live.value}>
          Give
        </button>
        <button type="button" disabled={!live.value} onClick={() => void send('')}>
          Take back
        </button>
        <output>{answer.value}</output>
      </form>
    </details>
  );
}
