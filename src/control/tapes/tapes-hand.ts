import { type ReadonlySignal, signal } from '@preact/signals';
import { askDesk } from '../../host/link-token.ts';
import type { TapesView } from '../../wire/crew/tapes.ts';

/** The tapes of the desk: looked at only while somebody looks. */
export interface TapesHand {
  /** Null until the desk has told. */
  readonly view: ReadonlySignal<TapesView | null>;
  /** One sentence on what the desk did not do. */
  readonly refusal: ReadonlySignal<string | null>;
  /** Looks now and from then on; call what it gives to look away. */
  look(): () => void;
  name(file: string, name: string): Promise<void>;
  rehearse(file: string): Promise<void>;
  end(): Promise<void>;
}

const LOOK_MS = 2000;

export function tapesHand(): TapesHand {
  const view = signal<TapesView | null>(null);
  const refusal = signal<string | null>(null);
  const look = async () => {
    const told = await asked('tapes', 'GET');
    if (typeof told === 'string') return;
    view.value = told as unknown as TapesView;
  };
  const act = async (path: string) => {
    const told = await asked(path, 'POST');
    refusal.value = typeof told === 'string' ? told : null;
    await look();
  };
  const query = (words: Record<string, string>) => new URLSearchParams(words).toString();
  return {
    view,
    refusal,
    look() {
      void look();
      const timer = setInterval(() => void look(), LOOK_MS);
      return () => clearInterval(timer);
    },
    name: (file, name) => act(`tape?${query({ file, name })}`),
    rehearse: (file) => act(`rehearse?${query({ file })}`),
    end: () => act('rehearse'),
  };
}

/** What the desk says, or why it does not, in a sentence. */
async function asked(path: string, method: 'GET' | 'POST'): Promise<Record<string, unknown> | string> {
  try {
    const response = await askDesk(`/api/${path}`, { method });
    const answer: Record<string, unknown> = await response.json();
    return response.ok ? answer : String(answer.error ?? `The desk answers with ${response.status}.`);
  } catch {
    return 'The desk cannot be reached; try again when it is back.';
  }
}
