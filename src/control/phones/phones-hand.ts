import { type ReadonlySignal, signal } from '@preact/signals';
import { askDesk } from '../../host/link-token.ts';
import { type PhonesView, parsePhones } from '../../wire/crew/phones.ts';

/** The phones of the desk: asked for now and then, since who joins tells the desk and not this page. */
export interface PhonesHand {
  /** Null until the desk has told. */
  readonly view: ReadonlySignal<PhonesView | null>;
  /** One sentence on what the desk did not do. */
  readonly refusal: ReadonlySignal<string | null>;
  /** Looks now and from then on; call what it gives to look away. */
  look(): () => void;
  /** Takes the key of a number back; null of all. */
  free(bib: string | null): Promise<void>;
}

const LOOK_MS = 3000;
const PATH = '/api/feed/phones';

export function phonesHand(): PhonesHand {
  const view = signal<PhonesView | null>(null);
  const refusal = signal<string | null>(null);
  const look = async () => {
    const told = await asked(PATH, 'GET');
    if (typeof told === 'string') return;
    const read = parsePhones(told);
    if (read.ok) view.value = read.value;
    else refusal.value = read.error;
  };
  return {
    view,
    refusal,
    look() {
      void look();
      const timer = setInterval(() => void look(), LOOK_MS);
      return () => clearInterval(timer);
    },
    async free(bib) {
      const told = await asked(`${PATH}/free?${bib === null ? 'all' : new URLSearchParams({ bib })}`, 'POST');
      refusal.value = typeof told === 'string' ? told : null;
      await look();
    },
  };
}

/** What the desk says, or why it does not, in a sentence. */
async function asked(path: string, method: 'GET' | 'POST'): Promise<Record<string, unknown> | string> {
  try {
    const response = await askDesk(path, { method });
    const answer: Record<string, unknown> = await response.json();
    return response.ok ? answer : String(answer.error ?? `The desk answers with ${response.status}.`);
  } catch {
    return 'The desk cannot be reached; try again when it is back.';
  }
}
