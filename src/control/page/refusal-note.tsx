import type { Producer } from './producer.ts';

/** What the desk did not do, or not wholly: beside the graphic that it is about, or under the pictures (`about` null). */
export function RefusalNote({ producer, about }: { producer: Producer; about: string | null }) {
  const refusal = producer.refusal.value;
  if (!refusal || refusal.about !== about) return null;
  return (
    <p class="not-done" role="alert">
      {refusal.text}
      <button type="button" onClick={producer.dismiss}>
        Dismiss
      </button>
    </p>
  );
}
