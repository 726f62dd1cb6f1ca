import type { Producer } from './producer.ts';

/** What the desk did not do: beside the graphic that it is about, or under the pictures (`about` null). */
export function RefusalNote({ producer, about }: { producer: Producer; about: string | null }) {
  const fault = producer.fault.value;
  if (!fault || fault.about !== about) return null;
  return (
    <p class="fault" role="alert">
      Not done: {fault.text}
      <button type="button" onClick={producer.dismiss}>
        Dismiss
      </button>
    </p>
  );
}
