import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { askDesk } from '../../host/link-token.ts';
import { parseTapes, type TapesView } from '../../wire/crew/tapes.ts';
import { fail, ok, type Result } from '../../wire/result.ts';

/** The tapes of the desk: looked at only while somebody looks. */
export interface TapesHand {
  /** Null until the desk has told. */
  readonly view: ReadonlySignal<TapesView | null>;
  /** One sentence on what the desk did not do, or on why what it tells cannot be read. */
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
  const undone = signal<string | null>(null);
  const unread = signal<string | null>(null);
  const look = async () => {
    const told = await asked('tapes', 'GET');
    if (!told.ok) return;
    const read = parseTapes(told.value);
    unread.value = read.ok ? null : read.error;
    if (read.ok) view.value = read.value;
  };
  const act = async (path: string) => {
    const told = await asked(path, 'POST');
    undone.value = told.ok ? null : told.error;
    await look();
  };
  const query = (words: Record<string, string>) => new URLSearchParams(words).toString();
  return {
    view,
    refusal: computed(() => undone.value ?? unread.value),
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
async function asked(path: string, method: 'GET' | 'POST'): Promise<Result<unknown>> {
  try {
    const response = await askDesk(`/api/${path}`, { method });
    const answer: unknown = await response.json();
    if (response.ok) return ok(answer);
    const why = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'error') : null;
    return fail(String(why ?? `The desk answers with ${response.status}.`));
  } catch {
    return fail('The desk cannot be reached; try again when it is back.');
  }
}
