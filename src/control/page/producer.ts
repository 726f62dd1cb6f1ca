import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Link, Replica } from '../../host/link.ts';
import type { Command } from '../../show/command.ts';
import type { Manifest, Params } from '../../show/manifest.ts';
import { itemOf, type Show } from '../../show/show.ts';
import type { Answer, OperatorEvent, Transport } from '../../wire/protocol.ts';
import { commandOf, paramsOf, steppable } from '../rundown/rundown.ts';
import type { Intent } from './keys.ts';

/** One sentence on what the desk did not do; `about` is a graphic, or null for the rest. */
export interface Refusal {
  readonly about: string | null;
  readonly text: string;
}

/** What the producer's page knows and can ask. The show is the desk's: nothing here changes it but by command. */
export interface Producer {
  readonly manifests: readonly Manifest[];
  readonly replica: ReadonlySignal<Replica>;
  readonly show: ReadonlySignal<Show>;
  readonly fault: ReadonlySignal<Refusal | null>;
  readonly help: ReadonlySignal<boolean>;
  /** The graphic that the next-step key is for. */
  readonly stepping: ReadonlySignal<Manifest | null>;
  params(manifest: Manifest): Params;
  act(intent: Intent): void;
  set(manifest: Manifest, params: Params): void;
  steer(transport: Transport): Promise<void>;
  /** What the producer says about the race: the name of a group, the group on camera. */
  tell(event: OperatorEvent): Promise<void>;
  dismiss(): void;
  close(): void;
}

export function producer(link: Link, manifests: readonly Manifest[]): Producer {
  const replica = signal(link.replica());
  const show = computed(() => replica.value.show);
  const fault = signal<Refusal | null>(null);
  const help = signal(false);
  const touched = signal<string | null>(null);
  /** How each graphic was last left: the form of a graphic that is neither on air nor cued. */
  const left = signal<Readonly<Record<string, Params>>>({});
  const params = (manifest: Manifest) => paramsOf(show.value, manifest, left.value[manifest.id] ?? {});

  const stopListening = link.onChange(() => {
    replica.value = link.replica();
  });
  const stopRemembering = effect(() => {
    const { program, preview } = show.value;
    const seen = [...Object.values(preview), ...Object.values(program)].map((item) => [item.overlay, item.params]);
    left.value = { ...left.peek(), ...Object.fromEntries(seen) };
  });

  async function hear(about: string | null, asked: Promise<Answer>): Promise<void> {
    const answer = await asked;
    fault.value = answer.ok ? null : { about, text: answer.error };
  }
  function send(command: Command): void {
    const overlay = 'overlay' in command ? command.overlay : null;
    if (overlay) touched.value = overlay;
    void hear(overlay, link.command(command));
  }

  return {
    manifests,
    replica,
    show,
    fault,
    help,
    stepping: computed(() => steppable(show.value, manifests, touched.value)),
    params,
    act(intent) {
      if (replica.value.connection === 'refused') return;
      const helped = help.value;
      help.value = intent.do === 'help' && !helped;
      // While the keys are explained only the panic is for the show: Esc, like any other key, closes the dialog.
      if (helped && intent.do !== 'panic') return;
      const command = commandOf(intent, show.value, manifests, touched.value, params);
      if (command) send(command);
    },
    set(manifest, changed) {
      left.value = { ...left.value, [manifest.id]: { ...params(manifest), ...changed } };
      const { program, preview } = show.value;
      const placed = itemOf(program, manifest.id) ?? itemOf(preview, manifest.id);
      if (placed) send({ do: 'set', overlay: manifest.id, params: changed });
    },
    steer: (transport) => hear(null, link.transport(transport)),
    tell: (event) => hear(null, link.tell(event)),
    dismiss() {
      fault.value = null;
    },
    close() {
      stopListening();
      stopRemembering();
      link.close();
    },
  };
}
