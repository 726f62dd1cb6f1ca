import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Link, Replica } from '../../host/link.ts';
import { pageCounts } from '../../race/listing/pages.ts';
import type { Ask } from '../../show/command.ts';
import { complete } from '../../show/complete.ts';
import type { Manifest, Params } from '../../show/manifest.ts';
import { itemOf, type Show } from '../../show/show.ts';
import { stepsOf } from '../../show/steps.ts';
import type { Answer, OperatorEvent, Transport } from '../../wire/protocol.ts';
import { askOf, paramsOf, steppable } from '../rundown/rundown.ts';
import { firstSight, seenShow, withAnswer, withQuestion, withShow } from '../rundown/sight.ts';
import type { Intent } from './keys.ts';
import { type BesideDesk, panicHand } from './panic-hand.ts';

/** One sentence on what the desk did not do, or not wholly; `about` is a graphic, or null for the rest. */
export interface Refusal {
  readonly about: string | null;
  readonly text: string;
}

/** What the producer's page knows and can ask. The show is the desk's: nothing here changes it but by command. */
export interface Producer {
  readonly manifests: readonly Manifest[];
  readonly replica: ReadonlySignal<Replica>;
  readonly show: ReadonlySignal<Show>;
  /** What pages say they draw, and the pages themselves. */
  readonly shown: ReadonlySignal<Replica['shown']>;
  readonly pages: ReadonlySignal<Replica['pages']>;
  /** What undo would take back, and redo bring again. */
  readonly changes: ReadonlySignal<Replica['changes']>;
  readonly refusal: ReadonlySignal<Refusal | null>;
  readonly help: ReadonlySignal<boolean>;
  /** The command line is open; it closes itself. */
  readonly line: Signal<boolean>;
  /** The desk is there: what stands on this page is true, and what is asked can be done. */
  readonly live: ReadonlySignal<boolean>;
  /** A panic keeps the picture clean. */
  readonly clean: ReadonlySignal<boolean>;
  /** The graphic that the next-step key is for. */
  readonly stepping: ReadonlySignal<Manifest | null>;
  params(manifest: Manifest): Params;
  /** How many steps a graphic has as it stands on air, else as it would be taken; null while nobody knows. */
  steps(manifest: Manifest): number | null;
  act(intent: Intent): void;
  /** Whether the desk did it. */
  ask(ask: Ask): Promise<boolean>;
  /** Edits the cue of a graphic, never what is on air; one that is neither has its values for later. */
  edit(manifest: Manifest, params: Params): void;
  /** Whether the desk did it. */
  steer(transport: Transport): Promise<boolean>;
  /** What the producer says about the race: the name of a group, the group on camera. */
  tell(event: OperatorEvent): Promise<boolean>;
  dismiss(): void;
  close(): void;
}

/** `now` runs evenly, in milliseconds. */
export function producer(
  link: Link,
  manifests: readonly Manifest[],
  beside: BesideDesk,
  now = () => performance.now(),
): Producer {
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  const replica = signal(link.replica());
  let sight = firstSight(replica.value.show);
  const show = computed(() => replica.value.show);
  const refusal = signal<Refusal | null>(null);
  const help = signal(false);
  const line = signal(false);
  const touched = signal<string | null>(null);
  /** How each graphic was last left: the form of a graphic that is neither on air nor cued. */
  const left = signal<Readonly<Record<string, Params>>>({});
  const params = (manifest: Manifest) => paramsOf(show.value, manifest, left.value[manifest.id] ?? {});

  const race = computed(() => replica.value.race);
  const counts = computed(() => pageCounts(race.value));
  const stepsNow = (manifest: Manifest) => {
    const walking = itemOf(show.value.program, manifest.id)?.params ?? params(manifest);
    return stepsOf(manifest, walking, counts.value);
  };
  const steps = new Map(manifests.map((manifest) => [manifest.id, computed(() => stepsNow(manifest))]));
  const stopRemembering = effect(() => {
    const { program, preview } = show.value;
    const placed = [...Object.values(program), ...Object.values(preview)].map((item) => [item.overlay, item.params]);
    left.value = { ...left.peek(), ...Object.fromEntries(placed) };
  });

  async function hear(about: string | null, asking: Promise<Answer>): Promise<boolean> {
    const answer = await asking;
    const text = answer.ok ? answer.note : `Not done: ${answer.error}`;
    refusal.value = text === undefined ? null : { about, text };
    return answer.ok;
  }
  async function send(ask: Ask): Promise<boolean> {
    const overlay = 'overlay' in ask ? ask.overlay : null;
    if (overlay) touched.value = overlay;
    const foreseen = complete(ask, { manifests: byId, show: show.value, counts: counts.peek() });
    if (foreseen.ok) sight = withQuestion(sight, foreseen.value);
    const ok = await hear(overlay, link.command(ask));
    if (foreseen.ok) sight = withAnswer(sight, foreseen.value, ok, link.replica().show);
    return ok;
  }
  const hand = panicHand(link, send, beside);
  const live = computed(() => replica.value.connection === 'live');
  const stopListening = link.onChange(() => {
    const next = link.replica();
    if (next.show !== replica.value.show) sight = withShow(sight, next.show, now());
    replica.value = next;
    hand.deskSpoke();
  });

  /** Again is release, where its operator has seen that the desk keeps the picture clean; else it is panic, always. */
  function panic(): void {
    const known = live.value && !hand.untold.value && seenShow(sight, now()).latched;
    if (known) hand.release();
    else hand.panic();
  }

  return {
    manifests,
    replica,
    show,
    shown: computed(() => replica.value.shown),
    pages: computed(() => replica.value.pages),
    changes: computed(() => replica.value.changes),
    refusal,
    help,
    line,
    live,
    clean: computed(() => hand.untold.value || show.value.latched),
    stepping: computed(() => steppable(show.value, manifests, touched.value)),
    params,
    steps: ({ id }) => steps.get(id)?.value ?? null,
    act(intent) {
      if (replica.value.connection === 'refused' && intent.do !== 'panic') return;
      const helped = help.value;
      help.value = intent.do === 'help' && !helped;
      // While the keys are explained only the panic is for the show: Esc, like any other key, closes the dialog.
      if (helped && intent.do !== 'panic') return;
      if (intent.do === 'panic') return panic();
      line.value = intent.do === 'line';
      const ask = askOf(intent, seenShow(sight, now()), manifests, touched.value, params);
      if (ask) void send(ask);
    },
    ask: send,
    edit(manifest, changed) {
      const edited = { ...params(manifest), ...changed };
      left.value = { ...left.value, [manifest.id]: edited };
      const { program, preview } = show.value;
      const placed = itemOf(program, manifest.id) ?? itemOf(preview, manifest.id);
      if (placed) void send({ do: 'cue', overlay: manifest.id, params: edited });
    },
    steer: (transport) => hear(null, link.transport(transport)),
    tell: (event) => hear(null, link.tell(event)),
    dismiss() {
      refusal.value = null;
    },
    close() {
      stopListening();
      stopRemembering();
      link.close();
    },
  };
}
