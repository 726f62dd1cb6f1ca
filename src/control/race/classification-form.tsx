import { useSignal } from '@preact/signals';
import type { Producer } from '../page/producer.ts';

/** How the race stood before the stage, pasted as a table: the desk takes it, or says which line is wrong. */
export function ClassificationForm({ producer: { live, replica } }: { readonly producer: Producer }) {
  const answer = useSignal('');
  const general = replica.value.race?.sheet.general ?? [];
  const send = async (text: string) => {
    answer.value = await posted(text);
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

/** What the desk answers, in a sentence. */
async function posted(text: string): Promise<string> {
  try {
    const response = await fetch('/api/classification', { method: 'POST', body: text });
    const answer: unknown = await response.json();
    if (response.ok) return text === '' ? 'Taken back.' : 'Taken.';
    const isSaid = typeof answer === 'object' && answer !== null && 'error' in answer;
    return isSaid ? String(answer.error) : `The desk answers with ${response.status}; look at its notices.`;
  } catch {
    return 'The desk cannot be reached; try again when it is back.';
  }
}
