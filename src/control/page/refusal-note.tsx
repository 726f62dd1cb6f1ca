import type { Producer } from './producer.ts';

/** What the desk did not do, or not wholly: under the pictures, until it is dismissed or something works. */
export function RefusalNote({ producer }: { producer: Producer }) {
  const refusal = producer.refusal.value;
  if (!refusal) return null;
  return (
    <p class="not-done" role="alert">
      {refusal}
      <button type="button" onClick={producer.dismiss}>
        Dismiss
      </button>
    </p>
  );
}
